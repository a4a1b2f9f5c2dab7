import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import { connect, loadEngine } from '../../../electron/history/store/engine.ts';
import { schemaSteps } from '../../../electron/history/store/schema.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import {
  asked,
  everything,
  HistoryBench,
  key,
  minute,
  outside,
  ownFolder,
  sampleAt,
  start,
} from './history-bench.ts';

const versionBefore = readFileSync(
  join(import.meta.dirname, '../../fixtures/version-before/history.sql'),
  'utf8',
);

const said: readonly Sample[] = [
  sampleAt(start, { phases: 1, vendorCode: '194' }),
  sampleAt(start + 1, { phases: 3, vendorCode: '194', currentA: 15.9 }),
  sampleAt(start + 2, { vendorCode: '194', currentA: -6 }),
  sampleAt(start + 3, { phases: 3 }),
  sampleAt(start + 4, { currentA: 0, gap: true }),
  sampleAt(start + 5),
  sampleAt(start + 6, { phases: 3, byPlan: true }),
  sampleAt(start + 7, { byPlan: true }),
];

async function recorded(samples: readonly Sample[]): Promise<HistoryBench> {
  const bench = new HistoryBench();
  for (const sample of samples) bench.history.record(key, sample);
  await bench.history.flush();
  return bench;
}

async function* backupOf(bench: HistoryBench): AsyncGenerator<string> {
  for await (const chunk of backupText(bench.history, defaultSettings, start)) yield chunk.text;
}

async function restored(chunks: AsyncIterable<string>) {
  const bench = new HistoryBench();
  const { signal } = new AbortController();
  const setSettings = () => undefined;
  const result = await restoreFrom({ history: bench.history, chunks, signal, setSettings });
  return { result, samples: await bench.allSamples() };
}

describe('phases, code and current of a sample', () => {
  it('are kept', async () => {
    const bench = await recorded(said);
    expect(await bench.allSamples()).toStrictEqual(said);
    expect(await (await bench.reopened()).allSamples()).toStrictEqual(said);
  });

  it('are kept once for all samples that have the same', async () => {
    const again = said.map((sample) => ({ ...sample, at: sample.at + minute }));
    const bench = await recorded([...said, ...again]);
    await bench.history.close();
    const [rows] = await asked(bench.file, 'SELECT count(*) AS count FROM sample_details');
    expect(rows?.count).toBe(said.length - 1);
  });

  it('are kept to a tenth of an ampere', async () => {
    const bench = await recorded([sampleAt(start, { currentA: 15.8734 })]);
    expect(await bench.allSamples()).toEqual([sampleAt(start, { currentA: 15.9 })]);
  });

  it('come back from a backup', async () => {
    const { result, samples } = await restored(backupOf(await recorded(said)));
    expect(result).toMatchObject({ value: { samples: said.length, badLines: 0, isWhole: true } });
    expect(samples).toStrictEqual(said);
  });

  it('cost only themselves where they cannot be', async () => {
    const bench = await recorded(said.slice(1, 2));
    await bench.history.close();
    await outside(
      bench.file,
      "UPDATE sample_details SET phases = 2, current_da = 99999, vendor_code = char(27) || 'x'",
    );
    const { history } = new HistoryBench(bench.file);
    const found = await history.samples({ charger: key, ...everything });
    expect(found).toEqual([sampleAt(start + 1, { vendorCode: 'x' })]);
  });
});

describe('what the version before has left', () => {
  it('is in a file that is copied and brought up to date, without loss', async () => {
    const file = join(ownFolder(), 'history.db');
    await outside(file, versionBefore);
    const sql =
      'SELECT key, at, power_w, energy_wh, limit_a, gap FROM samples JOIN chargers ON id = charger';
    const before = await asked(file, `${sql} ORDER BY key, at`);
    expect(before.length).toBeGreaterThan(100);
    const { history } = new HistoryBench(file);
    const kept: unknown[] = [];
    for (const charger of (await history.chargers()).map((one) => one.key).sort()) {
      for (const sample of await history.samples({ charger, ...everything })) {
        const { at, powerW, energyWh, limitA, gap, ...rest } = sample;
        expect(Object.keys(rest)).toEqual(['state']);
        const row = {
          power_w: powerW ?? null,
          energy_wh: energyWh ?? null,
          limit_a: limitA ?? null,
        };
        kept.push({ key: charger, at, ...row, gap: gap ? 1 : null });
      }
    }
    expect(kept).toEqual(before.map((row) => ({ ...row })));
    history.record(key, said[1] ?? sampleAt(start));
    await history.flush();
    expect((await history.samples({ charger: key, ...everything }))[0]).toEqual(said[1]);
    await history.close();
    const copy = join(dirname(file), `history.before-v${schemaSteps.length}.db`);
    expect((await asked(copy, `${sql} ORDER BY key, at`)).length).toBe(before.length);
    expect(await asked(copy, 'PRAGMA user_version')).toMatchObject([{ user_version: 1 }]);
  });

  it('is a backup that is restored', async () => {
    const sample = sampleAt(start, { gap: true });
    const lines = [
      { kind: 'chargetray-backup', version: 1, createdAt: start },
      { kind: 'charger', charger: { key, brand: 'wallbox', name: 'Garage' } },
      { kind: 'sample', charger: key, sample },
      { kind: 'end', items: 2 },
    ];
    async function* text() {
      for (const line of lines) yield `${JSON.stringify(line)}\n`;
    }
    const { result, samples } = await restored(text());
    expect(result).toMatchObject({ value: { samples: 1, badLines: 0, isWhole: true } });
    expect(samples).toEqual([sample]);
  });

  it('took hardly less of the disk', { timeout: 60_000 }, async () => {
    const samples = Array.from({ length: 30_000 }, (_, index) => {
      const more = { powerW: 7100 + (index % 200), energyWh: (index * 120) % 60_000 };
      const vendorCode = ['194', '178', '182', '181'][Math.floor(index / 50) % 4];
      return sampleAt(start + index * minute + (index % 997), { ...more, phases: 1, vendorCode });
    });
    const bench = new HistoryBench();
    for (const [index, sample] of samples.entries()) {
      bench.history.record(key, sample);
      if (index % 360 === 0) await bench.history.flush();
    }
    await bench.history.close();
    const file = join(ownFolder(), 'before.db');
    const connection = connect(await loadEngine(), file);
    connection.exec(schemaSteps[0] ?? '');
    connection.run("INSERT INTO chargers VALUES (1, 'wallbox/1', 'wallbox', 'Garage', NULL, NULL)");
    connection.transact(() => {
      for (const { at, powerW, energyWh, limitA } of samples) {
        const values = [at, powerW ?? null, energyWh ?? null, limitA ?? null];
        connection.run('INSERT INTO samples VALUES (1, ?, 1, ?, ?, ?, NULL)', ...values);
      }
    });
    connection.close();
    expect(statSync(bench.file).size / statSync(file).size).toBeLessThan(1.1);
  });
});
