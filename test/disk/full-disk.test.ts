import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../electron/history/export/export-file.ts';
import { loadEngine } from '../../electron/history/store/engine.ts';
import { openHistory } from '../../electron/history/store/open-history.ts';
import { openKeptFile } from '../../electron/platform/files/kept-file.ts';
import { replaceFile } from '../../electron/platform/files/replace-file.ts';
import { LineFiles } from '../../electron/platform/log/line-files.ts';
import { realClock } from '../../electron/platform/real-clock.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { chargerKey } from './charger-key.ts';
import { tried } from './figures.ts';
import { smallDisk } from './small-disk.ts';

const disk = smallDisk();
const folder = disk?.folder ?? '';
afterEach(() => disk?.empty());
afterAll(() => disk?.remove());

const before = JSON.stringify({ text: 'before' });
const after = { text: 'x'.repeat(30_000) };

/** Everything that puts a whole file in the place of another one. */
const writers: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  'settings, memory, prices': () =>
    openKeptFile({ folder, name: 'file', now: Date.now, log: new RecordedLog() }).write(after),
  'what is saved from the window': (path) => replaceFile(path, JSON.stringify(after)),
  async 'an export and a backup'(path) {
    const text = JSON.stringify(after);
    const chunks = (async function* () {
      for (let at = 0; at < text.length; at += 3000) {
        yield { text: text.slice(at, at + 3000), rows: 1 };
      }
    })();
    const { signal } = new AbortController();
    const written = await writeWhole({ path, chunks, signal });
    if (!written.ok) throw new Error(written.failure.kind);
  },
};

describe.skipIf(!disk)('on a disk with room for a few pages more', () => {
  it.each(Object.entries(writers))(
    '%s are there as before or as they should be',
    async (_, write) => {
      const path = join(folder, 'file.json');
      const outcomes: boolean[] = [];
      for (let pages = 0; pages <= 32; pages += 1) {
        writeFileSync(path, before);
        disk?.leave(pages);
        const done = await write(path).then(
          () => true,
          () => false,
        );
        disk?.empty();
        expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(done ? after : { text: 'before' });
        await expect.poll(() => readdirSync(folder)).toEqual(['file.json']);
        outcomes.push(done);
      }
      tried('nearly full disks', outcomes.length);
      // It is the room that decides.
      expect([outcomes[0], outcomes.at(-1)]).toEqual([false, true]);
      expect(outcomes).toEqual(outcomes.toSorted());
    },
  );

  it('the log has no half line, and says how many are missing', async () => {
    const missing = (lines: number) => `${lines} missing\n`;
    const log = new LineFiles({ folder, name: 'a', maxBytes: 1e6, olderFiles: 1, missing });
    const said = `${'x'.repeat(97)}\n`;
    for (const pages of [0, 1, 2]) {
      log.add(said);
      await log.settled();
      disk?.leave(pages);
      for (let line = 0; line < 150; line += 1) {
        log.add(said);
        await log.settled();
      }
      disk?.empty();
    }
    log.add(said);
    await log.settled();
    const lines = readFileSync(join(folder, 'a.log'), 'utf8').split(/(?<=\n)/);
    const others = lines.filter((line) => line !== said);
    expect(others).toHaveLength(3);
    expect(others.filter((line) => !/^\d+ missing\n$/.test(line))).toEqual([]);
    const lost = others.reduce((sum, line) => sum + Number.parseInt(line, 10), 0);
    expect(lines.length - others.length + lost).toBe(3 * 151 + 1);
  });

  it('the history keeps what it said it kept, and what waited comes later', async () => {
    const file = join(folder, 'history.db');
    const history = openHistory({
      file,
      clock: realClock,
      log: new RecordedLog(),
      load: loadEngine,
    });
    const kinds = new Set<string | undefined>();
    let at = 0;
    for (const pages of [16, 8, 4, 2, 1, 0]) {
      await history.flush();
      disk?.leave(pages);
      for (let sample = 0; sample < 20; sample += 1) {
        at += 1;
        history.record(chargerKey, { at, state: 'charging', energyWh: at });
        kinds.add((await history.flush())?.kind);
      }
      disk?.empty();
    }
    history.record(chargerKey, { at: at + 1, state: 'charging' });
    expect(await history.flush()).toBeUndefined();
    const found = await history.samples({ charger: chargerKey, from: 0, to: 9e12 });
    expect(found.map((one) => one.at)).toEqual(Array.from({ length: at + 1 }, (_, one) => one + 1));
    expect(kinds).toEqual(new Set([undefined, 'diskFull']));
    await history.close();
  });
});
