import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences } from '../../../build/release/differences.mjs';

const compile = join(import.meta.dirname, '../../../build/package/compile/main.cjs');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twice-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe('the compiled code', () => {
  it('is the same wherever it was compiled, and does not know where', () => {
    const made = ['one', 'quite/another'].map((place) => {
      const script = written(`${place}/main.cjs`, 'exports.sum = (a, b) => a + b;\n');
      const into = join(folder, place);
      const env = { ...process.env, COMPILE_SCRIPTS: script, COMPILE_INTO: into };
      // Node shuffles its tables at each start, which what is kept shows; Electron does not.
      execFileSync(process.execPath, ['--hash-seed=1', compile], { env });
      return readFileSync(join(into, `main-${process.arch}.cache`));
    });
    expect(made[0]?.equals(made[1] ?? Buffer.of())).toBe(true);
    expect(made[0]?.includes(folder)).toBe(false);
  });
});

describe('two packages', () => {
  it('are compared file by file, also those in an archive', async () => {
    for (const [place, text] of Object.entries({ one: '1', other: 'another' })) {
      written(`${place}/same.txt`, 'same');
      written(`${place}/text.txt`, text);
      written(`${place}-packed/a.txt`, text);
      written(`${place}-packed/sub/b.txt`, 'same');
      written(`${place}-packed/sub/${place}.txt`, 'only here');
      await createPackage(join(folder, `${place}-packed`), join(folder, place, 'app.asar'));
    }
    written('one/only/here.txt', '');
    const within = ['a.txt', 'sub/one.txt', 'sub/other.txt'].map((path) => `app.asar: ${path}`);
    const found = differences(join(folder, 'one'), join(folder, 'other'));
    expect(found).toEqual(['app.asar', ...within, 'only/here.txt', 'text.txt']);
    cpSync(join(folder, 'one'), join(folder, 'copy'), { recursive: true });
    expect(differences(join(folder, 'one'), join(folder, 'copy'))).toEqual([]);
  });
});
