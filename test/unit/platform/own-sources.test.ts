import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownSources } from '../../../electron/platform/electron/own-sources.ts';
import { canHold, holdFile } from '../../fixtures/held-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'config.json');

describe('files of other programs', () => {
  it('are read as they are now', async () => {
    const { readText } = ownSources();
    expect(await readText(path())).toBeUndefined();
    writeFileSync(path(), 'first');
    expect(await readText(path())).toBe('first');
    writeFileSync(path(), 'second');
    expect(await readText(path())).toBe('second');
  });

  it('are nothing where they are no small file', async () => {
    writeFileSync(path(), 'x'.repeat(100_000));
    expect(await ownSources().readText(path())).toBeUndefined();
    expect(await ownSources().readText(folder)).toBeUndefined();
  });

  it.skipIf(!canHold)(
    'hold nobody up while the disk does not answer, however often they are asked for',
    async () => {
      writeFileSync(path(), 'late');
      const letGo = await holdFile(path());
      const { readText } = ownSources();
      const asked = Array.from({ length: 8 }, () => readText(path()));
      // Would wait for ever if each question had taken one of the threads that all files share.
      expect(await readText(join(folder, 'other'))).toBeUndefined();
      await letGo();
      expect(await Promise.all(asked)).toEqual(asked.map(() => 'late'));
    },
  );
});
