import { loadEngine } from '../../../electron/history/store/engine.ts';
import type { History, NewSession } from '../../../electron/history/store/history.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

/** How much a year holds. */
export const charges = 300;
export const looks = 400_000;

const looksAtCharge = Math.ceil(looks / charges);
/** What waits for the disk has a limit. */
const chargesAtOnce = 5;
const powerW = 7200;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** When the charges of a year began. Epoch ms. */
interface Rhythm {
  readonly from: number;
  readonly everyMs: number;
}

/**
 * Writes charges of one charger, evenly spread over the calendar year of `now` (epoch ms) until
 * then, with all looks at them, where the app looks for its history.
 */
export async function writeYear(file: string, key: string, now: number): Promise<void> {
  const history = openHistory({ file, clock: realClock, log: silent, load: loadEngine });
  const from = new Date(new Date(now).getFullYear(), 0, 1).getTime();
  const rhythm = { from, everyMs: (now - from) / charges };
  history.know({ key, brand: 'wallbox', name: 'Garage', serial: key.replace(/^.*\//, '') });
  for (let place = 0; place < charges; place += 1) {
    writeCharge(history, key, { ...rhythm, from: Math.round(from + place * rhythm.everyMs) });
    if (place % chargesAtOnce === chargesAtOnce - 1) await history.flush();
  }
  const trouble = await history.flush();
  await history.close();
  if (trouble) throw new Error(`The year could not be written: ${trouble.kind}`);
}

function writeCharge(history: History, key: string, rhythm: Rhythm): void {
  const samples = samplesOf(rhythm);
  for (const sample of samples) history.record(key, sample);
  history.saveSession(key, sessionOf(samples));
}

/** Power for four fifths of the time until the next charge, as if a small car came home empty. */
function samplesOf({ from, everyMs }: Rhythm): readonly Sample[] {
  const stepMs = (everyMs * 0.8) / looksAtCharge;
  return Array.from({ length: looksAtCharge }, (_, index) => ({
    at: from + Math.round(index * stepMs),
    state: index === looksAtCharge - 1 ? 'complete' : 'charging',
    powerW: Math.round(powerW + 300 * Math.sin(index * 1.7)),
    energyWh: Math.round(index * 8.5),
    limitA: 32,
    phases: 1,
    vendorCode: index === looksAtCharge - 1 ? '181' : '194',
  }));
}

function sessionOf(samples: readonly Sample[]): NewSession {
  const startedAt = samples[0]?.at ?? 0;
  const last = samples.at(-1);
  const endedAt = last?.at ?? startedAt;
  const energyWh = last?.energyWh ?? 0;
  return {
    source: 'recorded',
    startedAt,
    startSeen: true,
    endedAt,
    end: 'complete',
    energyWh,
    chargingMs: endedAt - startedAt,
    averageW: powerW,
    peakW: powerW + 300,
    cost: { amount: (energyWh * 0.00031).toFixed(5), currency: 'EUR', origin: 'charger' },
  };
}
