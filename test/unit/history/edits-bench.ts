import { backupText, restoreFrom } from '../../../electron/history/backup/backing-up.ts';
import { changeSession } from '../../../electron/history/edits/change-session.ts';
import { exportChunks } from '../../../electron/history/export/exporting.ts';
import { Pricing } from '../../../electron/tariffs/pricing.ts';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import type { SessionChange } from '../../../shared/domain/session/session-change.ts';
import { readCsv } from '../../fixtures/read-export.ts';
import { everything, HistoryBench, hour, key, sessionAt, start } from './history-bench.ts';

export const zone = 'Europe/Berlin';
export const all = { charger: key, ...everything };
export const price = {
  from: 0,
  currency: 'EUR',
  zone,
  tariff: { kind: 'flat', perKwh: '0.3' },
  origin: 'own',
} as const;

/** Sessions of one hour and 10 kWh each, the first one first. */
export async function recorded(count = 2): Promise<HistoryBench & { readonly pricing: Pricing }> {
  const bench = new HistoryBench();
  const pricing = new Pricing(bench.history, () => zone);
  bench.history.know({ key, brand: 'wallbox', name: 'Garage' });
  bench.history.setPrices(key, [price]);
  for (let index = 0; index < count; index += 1) {
    const startedAt = start + index * 24 * hour;
    const ended = { endedAt: startedAt + hour, energyWh: 10_000 };
    bench.history.saveSession(key, sessionAt(startedAt, ended));
    await pricing.priceFrom(key, startedAt);
  }
  return Object.assign(bench, { pricing });
}

export const later = start + 100 * 24 * hour;

export function change(bench: HistoryBench, id: number, what: SessionChange, now = later) {
  const pricing = new Pricing(bench.history, () => zone);
  return changeSession({ history: bench.history, pricing, now: () => now }, id, what);
}

export const toldBy = (startedAt: number, id = '1'): CloudSession => ({
  id,
  listing: 'log',
  startedAt,
  endedAt: startedAt + hour,
  energyWh: 10_050,
});

export async function backupOf({ history }: HistoryBench): Promise<string> {
  let text = '';
  for await (const chunk of backupText(history, defaultSettings, start)) text += chunk.text;
  return text;
}

export async function restored({ history }: HistoryBench, text: string) {
  const chunks = (async function* () {
    yield text;
  })();
  const { signal } = new AbortController();
  const done = await restoreFrom({ history, chunks, signal, setSettings: () => undefined });
  return done.ok ? done.value : done.failure;
}

export async function exported({ history }: HistoryBench) {
  const order = { query: all, what: 'sessions', format: 'csv', zone } as const;
  let text = '';
  for await (const chunk of exportChunks(history, order)) text += chunk.text;
  return readCsv('sessions', text);
}
