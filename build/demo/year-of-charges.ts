import { loadEngine } from '../../electron/history/store/engine.ts';
import type { History, NewSession } from '../../electron/history/store/history.ts';
import { openHistory } from '../../electron/history/store/open-history.ts';
import { realClock } from '../../electron/platform/real-clock.ts';
import { Pricing } from '../../electron/tariffs/pricing.ts';
import type { HistoryCharger } from '../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import type { Sample } from '../../shared/domain/session/sample.ts';
import { DEMO_CHARGERS, pastMonth } from '../../test/simulators/wallbox/demo-world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One invented charge. Epoch ms, Wh. */
export interface Charge {
  readonly from: number;
  readonly energyWh: number;
  /** How long it waits in the middle, for its turn or for the sun. */
  readonly waitsMs: number;
}

export const powerW = 6900;
const sampleMs = 5 * minute;

/** A year of invented charges in the file where the app looks for its history. `now` is epoch ms. */
export function inventYear(file: string, now: number, stationId: string): Promise<void> {
  const garage = chargerOf(DEMO_CHARGERS.garage, 'Garage', 'Pulsar Plus');
  const driveway = chargerOf(DEMO_CHARGERS.driveway, 'Driveway', 'Copper SB');
  return inventHistory(file, now, async (history) => {
    history.know(garage);
    history.know(driveway);
    history.know({ key: `fcsp/${stationId}`, brand: 'fcsp', name: 'Carport', serial: stationId });
    history.setPrices(garage.key, [price(now - 400 * day, '0.34'), price(now - 150 * day, '0.31')]);
    history.setPrices(driveway.key, [price(now - 400 * day, '0.34')]);
    await keep(history, garage.key, [...lastMonth(now), ...evenings(now, { every: 2, from: 30 })]);
    await keep(history, driveway.key, evenings(now, { every: 7, from: 4 }));
    keepDurations(history, `fcsp/${stationId}`, evenings(now, { every: 5, from: 2 }));
  });
}

/** Invented charges of one charger, with a sample every so often. */
export interface InventedCharges {
  readonly serial: number;
  readonly charges: readonly Charge[];
  readonly everyMs: number;
}

/** The same with charges of one's own. */
export function inventCharges(file: string, now: number, invented: InventedCharges): Promise<void> {
  const { serial, charges, everyMs } = invented;
  const charger = chargerOf(serial, 'Garage', 'Pulsar Plus');
  return inventHistory(file, now, async (history) => {
    history.know(charger);
    history.setPrices(charger.key, [price(now - 400 * day, '0.31')]);
    await keep(history, charger.key, charges, everyMs);
  });
}

async function inventHistory(
  file: string,
  now: number,
  fill: (history: History) => Promise<void>,
): Promise<void> {
  const history = openHistory({ file, clock: realClock, log: silent, load: loadEngine });
  await fill(history);
  const trouble = await history.flush();
  if (trouble) throw new Error(`The history could not be written: ${trouble.kind}`);
  const pricing = new Pricing(history, () => zone);
  const all = { from: 0, to: now };
  await history.revise(async (sure) => pricing.priceAll(await sure.sessions(all), sure));
  await history.close();
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function chargerOf(serial: number, name: string, model: string): HistoryCharger {
  return { key: `wallbox/${serial}`, brand: 'wallbox', name, model, serial: String(serial) };
}

function price(from: number, perKwh: string): PriceEntry {
  return { from, currency: 'EUR', zone, tariff: { kind: 'flat', perKwh }, origin: 'charger' };
}

/** The charges that the demo's cloud tells of too. */
function lastMonth(now: number): readonly Charge[] {
  return pastMonth(now).map(({ startAt, energyWh }) => ({ from: startAt, energyWh, waitsMs: 0 }));
}

/** From so many days ago back to a year ago; never twice the same, and more in winter. */
function evenings(
  now: number,
  { every, from }: { readonly every: number; readonly from: number },
): readonly Charge[] {
  const count = Math.floor((365 - from) / every);
  return Array.from({ length: count }, (_, index) => {
    const evening = new Date(now - (from + index * every) * day).setHours(17, 30, 0, 0);
    const at = evening + ((index * 37) % 150) * minute;
    const cold = 1 + 0.3 * Math.cos((2 * Math.PI * new Date(at).getUTCMonth()) / 12);
    const energyWh = Math.round((5200 + ((index * 3170) % 12_400)) * cold);
    return { from: at, energyWh, waitsMs: index % 2 === 0 ? 40 * minute : 0 };
  });
}

async function keep(
  history: History,
  key: string,
  charges: readonly Charge[],
  everyMs = sampleMs,
): Promise<void> {
  for (const charge of charges) {
    for (const sample of samplesOf(charge, everyMs)) history.record(key, sample);
    history.saveSession(key, sessionOf(charge));
    // What waits in memory has a limit.
    await history.flush();
  }
}

function keepDurations(history: History, key: string, charges: readonly Charge[]): void {
  for (const charge of charges) {
    const { startedAt, startSeen, endedAt, chargingMs } = sessionOf(charge);
    const known = { startedAt, startSeen, ...(endedAt === undefined ? {} : { endedAt }) };
    history.saveSession(key, {
      source: 'recorded',
      end: 'notSaid',
      ...known,
      ...(chargingMs === undefined ? {} : { chargingMs }),
    });
  }
}

function chargingMs({ energyWh }: Charge): number {
  return Math.round((energyWh / powerW) * hour);
}

function sessionOf(charge: Charge): NewSession {
  const { energyWh, from, waitsMs } = charge;
  const flowedMs = chargingMs(charge);
  return {
    source: 'recorded',
    startedAt: Math.round(from),
    startSeen: true,
    endedAt: Math.round(from + flowedMs + waitsMs),
    end: 'complete',
    energyWh,
    chargingMs: flowedMs,
    averageW: powerW,
    peakW: powerW + 400,
  };
}

function samplesOf(charge: Charge, everyMs: number): readonly Sample[] {
  const { energyWh, from, waitsMs } = charge;
  const half = chargingMs(charge) / 2;
  const lastsMs = 2 * half + waitsMs;
  const count = Math.ceil(lastsMs / everyMs);
  return Array.from({ length: count + 1 }, (_, index): Sample => {
    const inMs = Math.min(lastsMs, index * everyMs);
    const waits = inMs > half && inMs < half + waitsMs;
    const flowedMs = inMs <= half ? inMs : Math.max(half, inMs - waitsMs);
    const flows = { state: 'charging', vendorCode: '194' } as const;
    const queued = { state: 'queued', vendorCode: '183' } as const;
    const complete = { state: 'complete', vendorCode: '181' } as const;
    const swing = 300 * Math.sin(index * 1.7);
    return {
      at: Math.round(from + inMs),
      ...(waits ? queued : index === count ? complete : flows),
      powerW: waits || index === count ? 0 : Math.round(powerW + swing),
      energyWh: Math.round((energyWh * flowedMs) / (2 * half)),
      limitA: 32,
      phases: 1,
    };
  });
}
