import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, isStamped, writeStamp } from '../../../build/prepare/stamp.mjs';

describe('stamps', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stamp-'));
    mkdirSync(join(folder, 'room'));
    writeFileSync(join(folder, 'room/a.ts'), 'a');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const hash = () => hashOf(folder, ['room', 'package.json']);

  it('stay the same when only a time changes', () => {
    const before = hash();
    utimesSync(join(folder, 'room/a.ts'), 1, 1);
    expect(hash()).toBe(before);
  });

  it.each([
    ['a changed file', () => writeFileSync(join(folder, 'room/a.ts'), 'b')],
    ['a new file', () => writeFileSync(join(folder, 'room/b.ts'), '')],
    ['a file that appears', () => writeFileSync(join(folder, 'package.json'), '{}')],
    ['a file that goes', () => rmSync(join(folder, 'room/a.ts'))],
  ])('change with %s', (_what, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('do not change with a file that nobody asked about', () => {
    const before = hash();
    writeFileSync(join(folder, 'README.md'), '');
    expect(hash()).toBe(before);
  });

  it('are found again', () => {
    const file = join(folder, 'deep/down/stamp');
    expect(isStamped(file, 'abc')).toBe(false);
    writeStamp(file, 'abc');
    expect(isStamped(file, 'abc')).toBe(true);
    expect(isStamped(file, 'other')).toBe(false);
  });
});
