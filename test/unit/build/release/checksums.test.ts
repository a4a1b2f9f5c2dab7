import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checksums } from '../../../../build/release/checksums.mjs';

const script = join(import.meta.dirname, '../../../../build/release/checksums.mjs');
const files = ['b.deb', 'B.rpm', 'ä.zip', 'a b.exe'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sums-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function laid(names: readonly string[]): void {
  for (const name of names) writeFileSync(join(folder, name), `what ${name} holds`);
}

it('are those of all files but the list, in one order, whichever came first', async () => {
  laid(files);
  mkdirSync(join(folder, 'folder'));
  const first = await checksums(folder);
  for (const name of files) rmSync(join(folder, name));
  laid([...files, 'SHA256SUMS'].toReversed());
  expect(await checksums(folder)).toBe(first);
  const names = first.trim().split('\n');
  expect(names.map((line) => line.slice(66))).toEqual(['B.rpm', 'a b.exe', 'b.deb', 'ä.zip']);
  expect(first).toMatch(/^[\da-f]{64} {2}B\.rpm\n/);
});

it.skipIf(process.platform !== 'linux')('are what people check a download with', () => {
  laid(files);
  execFileSync(process.execPath, [script, folder]);
  const check = () =>
    spawnSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
  expect(check().status).toBe(0);
  writeFileSync(join(folder, 'b.deb'), 'another');
  expect(String(check().stdout)).toContain('b.deb: FAILED');
});

it('are not written of nothing', () => {
  const told = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  expect(told.status).toBe(1);
  expect(told.stderr).toBe(`ChargeTray: there is no file in ${folder}.\n`);
  expect(() => readFileSync(join(folder, 'SHA256SUMS'))).toThrow();
});
