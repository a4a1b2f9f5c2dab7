import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeFileSync as writeFileAtomically } from 'atomically';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearLeftovers } from '../../../electron/platform/files/leftovers.ts';

const now = Date.UTC(2026, 10, 21, 12, 30);
const minute = 60_000;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-left-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, ageMs: number): void {
  writeFileSync(join(folder, name), '{}');
  const at = new Date(now - ageMs);
  utimesSync(join(folder, name), at, at);
}

const left = 'memory.json.tmp-0123456789abcdef';

describe('what a write has left beside a kept file', () => {
  it('goes at a later start, one of any file of ours', async () => {
    put(left, 11 * minute);
    put('settings.json.tmp-9876543210000000', 365 * 24 * 60 * minute);
    await clearLeftovers(folder, now);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([0, 9 * minute, -60 * minute])('stays while it may be in use: %i ms', async (ageMs) => {
    put(left, ageMs);
    await clearLeftovers(folder, now);
    expect(readdirSync(folder)).toEqual([left]);
  });

  it.each([
    'memory.json',
    'memory.broken-2026-11-21T12-30-00-000Z.json',
    'history.db',
    'memory.json.tmp-1',
    'memory.json.tmp-0123456789abcdef.json',
    'notes of the owner.json.tmp-0123456789abcdef',
  ])('is not %s', async (name) => {
    put(name, 60 * minute);
    await clearLeftovers(folder, now);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('is no folder, and does no harm where there is none', async () => {
    mkdirSync(join(folder, left));
    await clearLeftovers(folder, now);
    await clearLeftovers(join(folder, 'gone'), now);
    expect(readdirSync(folder)).toEqual([left]);
  });

  it('is what the library that writes calls its file', async () => {
    let name = '';
    const tmpCreated = (path: string) => {
      name = basename(path);
    };
    writeFileAtomically(join(folder, 'settings.json'), '{}', { tmpCreated });
    put(name, 60 * minute);
    await clearLeftovers(folder, now);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});
