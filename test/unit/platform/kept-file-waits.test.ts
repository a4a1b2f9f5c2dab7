import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-waits-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What electron-store is made of; it adds the folder and the window's way to it. */
const conf = `
  import Conf from 'conf';
  const store = new Conf({ cwd: process.argv[1], configName: 'settings' });
  const keep = async (value) => store.set(value);`;

const keptFile = `
  import { openKeptFile } from './electron/platform/files/kept-file.ts';
  const place = { folder: process.argv[1], name: 'settings', now: Date.now, log: console };
  const file = openKeptFile(place);
  const keep = (value) => file.write(value);`;

/** For which calls Node saw everybody wait while one value took the place of another. */
function waitsOf(opened: string): string[] {
  const begins = 'from here on nobody may wait';
  const code = `${opened}
    await keep({ a: 1 });
    console.error('${begins}');
    await keep({ a: 2 });`;
  const how = ['--trace-sync-io', '--import', 'tsx', '--input-type', 'module', '-e', code, folder];
  const { stderr } = spawnSync(process.execPath, how, { encoding: 'utf8' });
  const [, seen] = stderr.split(`${begins}\n`);
  if (seen === undefined) throw new Error(stderr);
  return [...seen.matchAll(/sync API\s+at (\w+)/g)].map(([, call]) => call ?? '');
}

describe('while a value is kept', () => {
  const onDisk = () => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

  it('electron-store lets everybody wait for the disk: that is why it keeps nothing here', () => {
    expect(waitsOf(conf)).toEqual(expect.arrayContaining(['writeSync', 'fsyncSync', 'renameSync']));
    expect(onDisk()).toEqual({ a: 2 });
  });

  it('nobody waits for our file', () => {
    expect(waitsOf(keptFile)).toEqual([]);
    expect(onDisk()).toEqual({ a: 2 });
  });
});
