import { describe, expect, it } from 'vitest';
import {
  type BackupItem,
  type BackupRead,
  backupChunks,
  readBackup,
} from '../../../electron/history/backup/backup.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import { fc } from '../../fixtures/properties.ts';
import { band, banded } from './prices.ts';

const createdAt = Date.UTC(2026, 10, 21, 12);
const charger = 'fcsp/SWA12ABC';
const record = {
  id: 'a1',
  brand: 'fcsp',
  label: '192.0.2.7',
  keepSignedIn: true,
  pollSeconds: 60,
  plain: { address: '192.0.2.7', fingerprint: 'AB:CD' },
  identity: 'SWA12ABC',
} as const;

const items: readonly BackupItem[] = [
  { kind: 'settings', settings: { ...defaultSettings, theme: 'dark' } },
  { kind: 'account', account: record },
  { kind: 'charger', charger: { key: charger, brand: 'fcsp', name: 'Garage', serial: 'SWA12ABC' } },
  { kind: 'price', charger, entry: banded([band(1320, 360, '0.21')], '0.35', { from: 5 }) },
  {
    kind: 'session',
    cloudIds: ['log a'],
    session: {
      id: 1,
      charger,
      source: 'both',
      startedAt: createdAt,
      startSeen: true,
      endedAt: createdAt + 5,
      energyWh: 10_990,
      cost: { amount: '3.41', currency: 'EUR', origin: 'own' },
    },
  },
  { kind: 'sample', charger, sample: { at: createdAt, state: 'charging', powerW: 7360 } },
];

async function* batches(...all: readonly (readonly BackupItem[])[]) {
  yield* all;
}

async function textOf(...all: readonly (readonly BackupItem[])[]): Promise<string> {
  let text = '';
  for await (const chunk of backupChunks(batches(...all), createdAt)) text += chunk.text;
  return text;
}

async function* cut(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(text: string, signal = new AbortController().signal, length = 1000) {
  const taken: BackupItem[] = [];
  const take = (item: BackupItem) => void taken.push(item);
  const result = await readBackup({ chunks: cut(text, length), signal, take });
  return { taken, result };
}

const outcome = (value: Partial<BackupRead>) => ({ ok: true, value: { createdAt, ...value } });

describe('a backup', () => {
  it('comes back the same, however its text is cut', async () => {
    const text = await textOf(items.slice(0, 2), items.slice(2));
    for (const length of [1, 7, 64, 100_000]) {
      const { taken, result } = await read(text, undefined, length);
      expect(taken).toEqual(items);
      expect(result).toEqual(outcome({ taken: 6, skipped: 0, isWhole: true }));
    }
  });

  it('is a head, a line for each thing, and their number', async () => {
    const lines = (await textOf(items)).split('\n');
    expect(lines[0]).toBe(`{"kind":"chargetray-backup","version":4,"createdAt":${createdAt}}`);
    expect(lines).toHaveLength(items.length + 3);
    expect(lines.at(-2)).toBe('{"kind":"end","items":6}');
    const rows: number[] = [];
    const chunks = backupChunks(batches(items.slice(0, 2), items.slice(2)), createdAt);
    for await (const chunk of chunks) rows.push(chunk.rows);
    expect(rows).toEqual([0, 2, 4, 0]);
  });

  it('comes back the same whatever was measured', async () => {
    const samples = fc.array(
      fc.record({ at: fc.nat(), powerW: fc.nat(50_000), energyWh: fc.nat(90_000) }),
      { maxLength: 20 },
    );
    const run = fc.asyncProperty(samples, fc.integer({ min: 1, max: 300 }), async (all, length) => {
      const some = all.map((one): BackupItem => {
        const sample = { ...one, state: 'paused', gap: true } as const;
        return { kind: 'sample', charger, sample };
      });
      const { taken, result } = await read(await textOf(some), undefined, length);
      expect(taken).toEqual(some);
      expect(result).toMatchObject({ value: { isWhole: true, skipped: 0 } });
    });
    await fc.assert(run, { numRuns: 30 });
  });
});

describe('secrets', () => {
  const secrets = { password: 'pässword', token: 'eyJhbGciOi', secrets: '{"refresh":"r-1"}' };
  const found = (text: string) =>
    ['pässword', 'eyJhbGciOi', 'r-1'].filter((secret) => text.includes(secret));

  it('never get into a backup, whatever they are put beside', async () => {
    const spoiled = items.map((item) => {
      const inner = Object.entries(item).map(([key, value]) =>
        typeof value === 'object' && !Array.isArray(value) && item.kind !== 'session'
          ? [key, { ...value, ...secrets }]
          : [key, value],
      );
      return { ...Object.fromEntries(inner), ...secrets } as BackupItem;
    });
    const text = await textOf(spoiled);
    expect(found(JSON.stringify(spoiled))).toHaveLength(3);
    expect(found(text)).toEqual([]);
    expect(text).toContain('"fingerprint":"AB:CD"');
  });

  it('never come out of one', async () => {
    const [, line = ''] = (await textOf(items.slice(1, 2))).split('\n');
    const spoiled = line.replace('"keepSignedIn"', '"password":"pässword","keepSignedIn"');
    const text = (await textOf(items.slice(1, 2))).replace(line, spoiled);
    expect(found(text)).toHaveLength(1);
    expect((await read(text)).taken).toEqual(items.slice(1, 2));
  });
});

describe('what is wrong with a backup', () => {
  it.each<[string, (text: string) => string, Partial<BackupRead>]>([
    [
      'a line that is no JSON',
      (text) => text.replace('"kind":"price"', '"kind":'),
      {
        taken: 5,
        skipped: 1,
        isWhole: true,
      },
    ],
    [
      'a line of a kind that nobody knows',
      (text) => text.replace('"sample"', '"dream"'),
      {
        taken: 5,
        skipped: 1,
        isWhole: true,
      },
    ],
    [
      'a value that makes no sense',
      (text) => text.replace('"charging"', '"flying"'),
      {
        taken: 5,
        skipped: 1,
        isWhole: true,
      },
    ],
    [
      'a line without end',
      (text) => text.replace('"theme"', `"x":"${'x'.repeat(70_000)}","theme"`),
      {
        taken: 5,
        skipped: 1,
        isWhole: true,
      },
    ],
    [
      'a lost line',
      (text) => text.replace(/.*"kind":"price".*\n/, ''),
      {
        taken: 5,
        skipped: 0,
        isWhole: false,
      },
    ],
    [
      'a lost end',
      (text) => text.slice(0, text.indexOf('{"kind":"end"')),
      {
        taken: 6,
        skipped: 0,
        isWhole: false,
      },
    ],
    [
      'line ends of another system',
      (text) => text.replaceAll('\n', '\r\n\r\n'),
      {
        taken: 6,
        skipped: 0,
        isWhole: true,
      },
    ],
  ])('%s is counted', async (_, spoil, is) => {
    const text = await textOf(items);
    expect(spoil(text)).not.toBe(text);
    for (const length of [97, 1_000_000]) {
      expect((await read(spoil(text), undefined, length)).result).toEqual(outcome(is));
    }
  });

  it('a setting that makes no sense costs itself', async () => {
    const text = (await textOf(items)).replace('"quiet":{"kind":"no"}', '"quiet":7');
    expect((await read(text)).taken[0]).toEqual(items[0]);
  });

  it.each([
    ['', 'notOurs'],
    ['\n\n', 'notOurs'],
    ['id,charger\r\n', 'notOurs'],
    ['{"kind":"end","items":0}', 'notOurs'],
    ['{"kind":"chargetray-backup","version":0,"createdAt":1}', 'notOurs'],
    ['{"kind":"chargetray-backup","version":5,"createdAt":1}', 'tooNew'],
  ])('%j is %s', async (text, kind) => {
    const { taken, result } = await read(text);
    expect(result).toEqual({ ok: false, failure: { kind } });
    expect(taken).toEqual([]);
  });

  it('too much of it is not read to its end', async () => {
    const text = await textOf(items);
    const signal = new AbortController().signal;
    const taken: BackupItem[] = [];
    const take = (item: BackupItem) => void taken.push(item);
    const chunks = cut(text, 100);
    const result = await readBackup({ chunks, signal, take, mostCharacters: text.length - 1 });
    expect(result).toEqual({ ok: false, failure: { kind: 'tooLarge' } });
    expect(taken.length).toBeGreaterThan(0);
    const fits = { chunks: cut(text, 100), signal, take, mostCharacters: text.length };
    expect((await readBackup(fits)).ok).toBe(true);
  });

  it('somebody may have enough of it', async () => {
    const stop = new AbortController();
    const taken: string[] = [];
    const take = ({ kind }: BackupItem) => {
      taken.push(kind);
      if (kind === 'account') stop.abort();
    };
    const chunks = cut(await textOf(items), 50);
    const result = await readBackup({ chunks, signal: stop.signal, take });
    expect(result).toEqual({ ok: false, failure: { kind: 'cancelled' } });
    expect(taken).toEqual(['settings', 'account']);
  });
});
