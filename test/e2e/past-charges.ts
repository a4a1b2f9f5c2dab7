import { join } from 'node:path';
import { loadEngine } from '../../electron/history/store/engine.ts';
import type { History } from '../../electron/history/store/history.ts';
import { openHistory } from '../../electron/history/store/open-history.ts';
import { realClock } from '../../electron/platform/real-clock.ts';
import { Pricing } from '../../electron/tariffs/pricing.ts';
import type { Session } from '../../shared/domain/session/history.ts';
import type { Sample } from '../../shared/domain/session/sample.ts';
import { garage } from './fixtures.ts';

const minute = 60_000;
const hour = 60 * minute;
const powerW = 7200;
const key = `wallbox/${garage}`;
const always = { from: 0, to: Number.MAX_SAFE_INTEGER };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** By the clock of this computer, which is that of the app. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A charge of which the app is to know before it starts. */
export interface PastCharge {
  /** Epoch ms. */
  readonly startedAt: number;
  readonly energyWh: number;
  /** A plan charged it, for which it had waited an hour. */
  readonly byPrice?: true;
}

/** What is to lie in the data folder when the app starts. */
export interface Past {
  readonly charges: readonly PastCharge[];
  /** Whether looks are kept too, so that the charges have pictures and costs. */
  readonly reads: boolean;
}

/** Writes charges of the garage where the app looks for its history. The app must not run. */
export async function keepPast(dataFolder: string, { charges, reads }: Past): Promise<void> {
  const history = historyIn(dataFolder);
  const [first] = charges;
  const name = 'Garage';
  history.know({ key, brand: 'wallbox', name, model: 'Pulsar Plus', serial: String(garage) });
  const tariff = { kind: 'flat', perKwh: '0.31' } as const;
  const from = (first?.startedAt ?? 0) - hour;
  history.setPrices(key, [{ from, currency: 'EUR', zone, tariff, origin: 'charger' }]);
  for (const [place, charge] of charges.entries()) {
    if (reads) for (const sample of looksAt(charge)) history.record(key, sample);
    history.saveSession(key, sessionOf(charge));
    // What waits in memory has a limit.
    if (place % 500 === 499) await history.flush();
  }
  await history.flush();
  if (reads) {
    const pricing = new Pricing(history, () => zone);
    await history.revise(async (sure) => pricing.priceAll(await sure.sessions(always), sure));
  }
  await history.close();
}

/** All charges that lie there, newest first. The app must not run. */
export async function keptSessions(dataFolder: string): Promise<readonly Session[]> {
  const history = historyIn(dataFolder);
  const sessions = await history.sessions(always);
  await history.close();
  return sessions;
}

/** A charge on each of the first days of the month before this one, of 5 kWh and more. */
export function lastMonth(count: number): readonly PastCharge[] {
  const now = new Date();
  return Array.from({ length: count }, (_, index) => ({
    startedAt: new Date(now.getFullYear(), now.getMonth() - 1, 1 + index, 10).getTime(),
    energyWh: 5000 + 1250 * index,
  }));
}

/** The same, charged by price. */
export function byPrice(charge: PastCharge): PastCharge {
  return { ...charge, byPrice: true };
}

function historyIn(dataFolder: string): History {
  const file = join(dataFolder, 'history.db');
  return openHistory({ file, clock: realClock, log: silent, load: loadEngine });
}

function lastsMs({ energyWh }: PastCharge): number {
  return Math.round((energyWh / powerW) * hour);
}

function sessionOf(charge: PastCharge) {
  const { startedAt, energyWh, byPrice: isByPrice } = charge;
  return {
    ...(isByPrice && { plannedSince: startedAt - hour }),
    source: 'recorded',
    startedAt,
    startSeen: true,
    endedAt: startedAt + lastsMs(charge),
    end: 'complete',
    energyWh,
    chargingMs: lastsMs(charge),
    averageW: powerW,
    peakW: powerW,
  } as const;
}

function looksAt(charge: PastCharge): readonly Sample[] {
  const { startedAt, energyWh } = charge;
  const count = Math.ceil(lastsMs(charge) / (5 * minute));
  return Array.from({ length: count + 1 }, (_, index): Sample => {
    const inMs = Math.min(lastsMs(charge), index * 5 * minute);
    const isLast = index === count;
    return {
      at: startedAt + inMs,
      state: isLast ? 'complete' : 'charging',
      powerW: isLast ? 0 : powerW,
      energyWh: Math.round((energyWh * inMs) / lastsMs(charge)),
      limitA: 32,
    };
  });
}
