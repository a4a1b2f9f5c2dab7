import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeptFile } from '../../electron/platform/files/kept-file.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { tried } from './figures.ts';

/** As a file system may leave a file after a power cut that had promised nothing of it. */
const remains: Readonly<Record<string, (whole: Buffer, bytes: number) => Buffer>> = {
  'is gone': (whole, bytes) => whole.subarray(0, bytes),
  'is zeros': (whole, bytes) =>
    Buffer.concat([whole.subarray(0, bytes), Buffer.alloc(whole.length - bytes)]),
};

const value = { version: 1, accounts: [{ id: 'a', label: 'Ä “x”' }], settings: { theme: 'dark' } };

describe('a kept file whose rest', () => {
  it.each(Object.entries(remains))(
    '%s, from any byte on, is read whole or kept aside',
    async (_, remain) => {
      const folder = mkdtempSync(join(tmpdir(), 'chargetray-cut-'));
      const log = new RecordedLog();
      const file = openKeptFile({ folder, name: 'settings', now: () => 0, log });
      await file.write(value);
      const path = join(folder, 'settings.json');
      const whole = readFileSync(path);
      const read = Array.from(whole, (_byte, bytes) => {
        const left = remain(whole, bytes);
        writeFileSync(path, left);
        const { value: found, keptAside } = file.read();
        if (keptAside === undefined) return found;
        expect(readFileSync(join(folder, keptAside))).toEqual(left);
        expect(readdirSync(folder)).toEqual([keptAside]);
        rmSync(join(folder, keptAside));
        return found;
      });
      tried('lengths of a file', whole.length);
      // Only the end of its last line can be missing.
      expect(read.slice(0, -1).filter((found) => found !== undefined)).toEqual([]);
      expect([undefined, value]).toContainEqual(read.at(-1));
      rmSync(folder, { recursive: true });
    },
  );
});
