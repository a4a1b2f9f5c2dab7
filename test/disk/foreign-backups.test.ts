import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { restoreFrom } from '../../electron/history/backup/backing-up.ts';
import { plainParts } from '../../electron/platform/files/plain-file.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import {
  everything,
  HistoryBench,
  key,
  ownFolder,
  sampleAt,
  start,
} from '../unit/history/history-bench.ts';
import { tried } from './figures.ts';

const head = (version = 4) => ({ kind: 'chargetray-backup', version, createdAt: start });
const lines = (...all: readonly (object | string)[]) =>
  all.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');

/** Brings a file in to a history with one reading, and gives what is there afterwards. */
async function broughtIn(put: (path: string) => void) {
  const path = join(ownFolder(), 'backup.jsonl');
  put(path);
  const bench = new HistoryBench();
  bench.history.record(key, sampleAt(start));
  const set: Settings[] = [];
  const done = await restoreFrom({
    history: bench.history,
    chunks: plainParts(path),
    signal: new AbortController().signal,
    setSettings: (settings) => void set.push(settings),
  });
  const files = readdirSync(dirname(bench.file)).filter((name) => !name.startsWith('history.db'));
  return { bench, files, set, done: done.ok ? done.value : done.failure };
}

const written = (content: string | Buffer) => (path: string) => writeFileSync(path, content);

/** What somebody may choose in the place of a backup of ours. */
const none: Readonly<Record<string, (path: string) => void>> = {
  nothing: written(''),
  'settings of another program': written('{"version": 1, "accounts": []}'),
  'a backup of another program': written(lines({ kind: 'other-backup', version: 4 }, 'x')),
  'a table': written('\ufeffStart;End;kWh\n2026-11-21;2026-11-21;10,99\n'),
  'a database': written(`SQLite format 3\0${'\0'.repeat(100_000)}`),
  'an archive that grows to a gigabyte': written(gzipSync(Buffer.alloc(2 ** 26))),
  'one line of 20 MB': written(JSON.stringify({ ...head(), more: 'x'.repeat(20_000_000) })),
  'a folder': (path) => mkdirSync(path),
  'a file of 2 GB without content': (path) => {
    closeSync(openSync(path, 'w'));
    truncateSync(path, 2_100_000_000);
  },
};
const noneOnLinux: typeof none = {
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a device that never ends': (path) => symlinkSync('/dev/zero', path),
};

/** Lines of somebody who means harm, as text: JSON has no other way to say some of it. */
const hostile = [
  '{"kind":"settings","settings":{"__proto__":{"polluted":1},"theme":"dark","noticesOf":{"__proto__":{"polluted":1}}}}',
  '{"kind":"settings","settings":{"plans":{"constructor":{"prototype":{"polluted":1}}}}}',
  '{"__proto__":{"polluted":1},"kind":"sample","constructor":{"prototype":{"polluted":1}}}',
  `{"kind":"sample","charger":"wallbox/__proto__","sample":{"at":${start},"state":"__proto__"}}`,
  `{"kind":"sample","charger":"${key}","sample":{"at":1e308,"state":"charging"}}`,
  `{"kind":"session","cloudIds":["../../x"],"session":{"id":-1,"charger":"../../../x","startedAt":1}}`,
  `{"kind":"charger","charger":{"key":"../../evil.db","brand":"wallbox","name":"x"}}`,
  `{"kind":"charger","charger":{"key":"${key}","brand":"__proto__","name":"x"}}`,
  `{"kind":"price","charger":"${key}","entry":{"from":0,"tariff":{"__proto__":{"kind":"flat"}}}}`,
  `{"kind":"account","account":{"id":"__proto__","brand":"wallbox","label":"x","keepSignedIn":true}}`,
  `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
  `{"kind":"settings","settings":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
  '"x"',
  'null',
];

describe('a file that is chosen as a backup', () => {
  const all = { ...none, ...(process.platform === 'win32' ? {} : noneOnLinux) };
  it.each(Object.entries(all))('and is %s is no backup, and changes nothing', async (_, put) => {
    const { bench, done, set } = await broughtIn(put);
    tried('foreign backups', 1);
    expect(done).toEqual({ kind: 'noBackup' });
    expect(set).toEqual([]);
    expect(await bench.allSamples()).toEqual([sampleAt(start)]);
  });

  it('and is of a later version changes nothing', async () => {
    const sample = { kind: 'sample', charger: key, sample: sampleAt(start + 1) };
    const { bench, done } = await broughtIn(written(lines(head(5), sample)));
    expect(done).toEqual({ kind: 'tooNew' });
    expect(await bench.allSamples()).toEqual([sampleAt(start)]);
  });

  it('and means harm brings in what is sound of it, and does no harm', async () => {
    const sample = { kind: 'sample', charger: key, sample: sampleAt(start + 1) };
    const end = { kind: 'end', items: hostile.length + 1 };
    const { bench, done, files, set } = await broughtIn(
      written(lines(head(), ...hostile, sample, end)),
    );
    expect(done).toMatchObject({ samples: 1, isWhole: true });
    expect(await bench.allSamples()).toEqual([sampleAt(start), sampleAt(start + 1)]);
    expect(await bench.history.sessions(everything)).toEqual([]);
    tried('hostile lines', hostile.length);
    expect(files).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    for (const settings of set) {
      expect(JSON.stringify(settings)).not.toContain('polluted');
      expect(Reflect.get(settings, 'polluted')).toBeUndefined();
      expect(Reflect.get(settings.noticesOf, 'polluted')).toBeUndefined();
    }
    // Whatever a charger is called is no path to anything.
    expect((await bench.history.chargers()).map(({ brand }) => brand)).toEqual([
      'wallbox',
      'wallbox',
    ]);
  });

  it('and is of another account brings in its sessions, and nobody who signs in', async () => {
    const other = 'wallbox/98765';
    const account = { id: 'b', brand: 'wallbox', label: 'other@example.com', keepSignedIn: true };
    const { bench, done, set } = await broughtIn(
      written(
        lines(
          head(),
          { kind: 'account', account },
          { kind: 'charger', charger: { key: other, brand: 'wallbox', name: 'Carport' } },
          { kind: 'sample', charger: other, sample: sampleAt(start) },
          { kind: 'end', items: 3 },
        ),
      ),
    );
    expect(done).toEqual({ sessions: 0, samples: 1, badLines: 0, isWhole: true });
    expect(set).toEqual([]);
    expect(await bench.history.samples({ charger: other, ...everything })).toHaveLength(1);
    expect(await bench.allSamples()).toHaveLength(1);
  });
});
