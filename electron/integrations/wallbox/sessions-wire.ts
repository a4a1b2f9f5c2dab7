import Big from 'big.js';
import { z } from 'zod';
import { bounds } from '../../../shared/domain/bounds.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import type { Money } from '../../../shared/domain/session/price.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { count, identifier, instant, money, number, seconds, words } from '../kit/coerce.ts';
import { jsonOf } from '../kit/json-of.ts';

/** A page of the session list in our words: Wh, ms, instants in epoch ms. */
export interface SessionPage {
  /** Elements of it, whatever became of them: where the next page begins. */
  readonly length: number;
  /** Of all pages together, as the cloud has it. */
  readonly count: number | undefined;
  readonly sessions: readonly CloudSession[];
  /** Elements that cannot be true. */
  readonly senseless: number;
}

/** Whose page it ought to be, and the present (epoch ms). */
export interface Asked {
  readonly chargerId: string;
  readonly now: number;
}

/** An element in one shape, whichever it came in. */
interface Told {
  readonly id: string | undefined;
  readonly chargerId: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly isRunning: boolean;
  readonly energy: number | undefined;
  readonly greenEnergy: number | undefined;
  /** As the cloud says; where it does not, the custom of the listing. */
  readonly unit: Unit;
  readonly isUnitSaid: boolean;
  readonly seconds: number | undefined;
  readonly cost: number | undefined;
  readonly currency: string | undefined;
}

type Unit = 'kWh' | 'Wh';

const outer = z.object({
  data: z.array(z.unknown()),
  meta: z.object({ count }).optional().catch(undefined),
});

const element = z.object({ type: words, id: identifier, attributes: z.unknown() });

/** Of the list itself: energies in kWh, `time` in seconds with power (PY, HA, DUT). */
const logged = z.object({
  charger: identifier,
  start: instant,
  end: z.unknown().optional(),
  energy: number,
  green_energy: number,
  energy_unit: words,
  time: seconds,
  cost: money,
  currency: z.object({ code: words }).optional().catch(undefined),
});

/** Of the newer list (HZ), and seen in the older one too (HA#127958): energies in Wh. */
const charging = z.object({
  charger_id: identifier,
  start_time: instant,
  end_time: z.unknown().optional(),
  energy: number,
  energy_unit: words,
  charging_time: seconds,
  total_cost: money,
  currency_code: words,
});

/**
 * A page of `GET /v4/sessions/stats` (PY, HA), or undefined when it is none. Its links are not
 * read: they name an internal host (HA-t).
 */
export function readSessionPage(body: string, asked: Asked): SessionPage | undefined {
  const page = outer.safeParse(jsonOf(body)).data;
  if (!page) return undefined;
  const read = page.data.map((raw) => sessionOf(raw, asked));
  return {
    length: read.length,
    count: page.meta?.count,
    sessions: read.filter((one) => one !== 'running' && one !== undefined),
    senseless: read.filter((one) => one === undefined).length,
  };
}

function sessionOf(raw: unknown, asked: Asked): CloudSession | 'running' | undefined {
  const { type, id, attributes } = element.safeParse(raw).data ?? {};
  const told = toldBy(type, id, attributes);
  if (!type || !told?.id || told.start === undefined) return undefined;
  if (told.chargerId !== undefined && told.chargerId !== asked.chargerId) return undefined;
  if (told.isRunning) return 'running';
  const { start, end } = told;
  if (end === undefined || !isSaneTime(start, end, asked.now)) return undefined;
  const unit = saneUnit(told, end - start);
  if (!unit) return undefined;
  const energyWh = wattHours(told.energy, unit);
  if (energyWh === undefined) return undefined;
  return {
    id: told.id,
    listing: type,
    startedAt: Math.round(start),
    endedAt: Math.round(end),
    energyWh,
    ...omitUndefined({
      greenEnergyWh: greenOf(told, unit, energyWh),
      chargingMs: within(told.seconds && Math.round(told.seconds * 1000), end - start),
      cost: moneyOf(told.cost, told.currency),
    }),
  };
}

function toldBy(
  type: string | undefined,
  id: string | undefined,
  attributes: unknown,
): Told | undefined {
  if (type === 'charger_log_session') {
    const told = logged.safeParse(attributes).data;
    return (
      told && {
        ...endOf(told.end),
        id,
        chargerId: told.charger,
        start: told.start,
        energy: told.energy,
        greenEnergy: told.green_energy,
        ...unitOf(told.energy_unit, 'kWh'),
        seconds: told.time,
        cost: told.cost,
        currency: told.currency?.code,
      }
    );
  }
  if (type !== 'charger_charging_session') return undefined;
  const told = charging.safeParse(attributes).data;
  return (
    told && {
      ...endOf(told.end_time),
      id,
      chargerId: told.charger_id,
      start: told.start_time,
      energy: told.energy,
      greenEnergy: undefined,
      ...unitOf(told.energy_unit, 'Wh'),
      seconds: told.charging_time,
      cost: told.total_cost,
      currency: told.currency_code,
    }
  );
}

/** No end, in the cloud's several ways to say nothing, is that of a session in progress. */
function endOf(raw: unknown): Pick<Told, 'end' | 'isRunning'> {
  const isRunning = raw === undefined || raw === null || raw === '' || Number(raw) === 0;
  return { isRunning, end: isRunning ? undefined : instant.parse(raw) };
}

function unitOf(name: string | undefined, custom: Unit): Pick<Told, 'unit' | 'isUnitSaid'> {
  const read = name?.toLowerCase();
  if (read === 'kwh') return { unit: 'kWh', isUnitSaid: true };
  return read === 'wh' ? { unit: 'Wh', isUnitSaid: true } : { unit: custom, isUnitSaid: false };
}

const dayMs = 24 * 60 * 60_000;
/** Before any of these chargers was made. Epoch ms. */
export const earliestStart = Date.UTC(2015, 0, 1);

/** A day of the future is left to chargers whose clock is not set well. */
function isSaneTime(start: number, end: number, now: number): boolean {
  return (
    start >= earliestStart &&
    end > start &&
    end <= now + dayMs &&
    end - start <= bounds.sessionMs.most
  );
}

/** More than any charger at home gives, on average. */
const mostW = 50_000;
/** Less than any car takes that is charged for longer than a moment. */
const leastW = 10;
const momentMs = 10 * 60_000;

/**
 * The unit in which the energy can be true; without one the session is left out. A unit that is
 * said is never exchanged for another: what is wrong then may as well be the time.
 */
function saneUnit(told: Told, lengthMs: number): Unit | undefined {
  const { energy, isUnitSaid, unit } = told;
  const chargingMs = within((told.seconds ?? 0) * 1000, lengthMs) ?? 0;
  const isSane = (one: Unit) => {
    const energyWh = wattHours(energy, one);
    if (energyWh === undefined || powerOf(energyWh, lengthMs) > mostW) return false;
    const isFarUnder = energyWh > 0 && powerOf(energyWh, chargingMs) < leastW;
    return !(isFarUnder && chargingMs >= momentMs);
  };
  if (isSane(unit)) return unit;
  return !isUnitSaid && unit === 'kWh' && isSane('Wh') ? 'Wh' : undefined;
}

function powerOf(energyWh: number, ms: number): number {
  return (energyWh * 3_600_000) / ms;
}

function wattHours(energy: number | undefined, unit: Unit): number | undefined {
  if (energy === undefined || energy < 0) return undefined;
  const energyWh = unit === 'Wh' ? new Big(energy) : new Big(energy).times(1000);
  return energyWh.round(0).toNumber();
}

/** The sun gives no more than there was. */
function greenOf({ greenEnergy }: Told, unit: Unit, energyWh: number): number | undefined {
  return within(wattHours(greenEnergy, unit), energyWh);
}

function within(value: number | undefined, most: number): number | undefined {
  return value !== undefined && value >= 0 && value <= most ? value : undefined;
}

/** A cost of 0 stands wherever nobody has set a price. */
function moneyOf(cost: number | undefined, currency: string | undefined): Money | undefined {
  if (!cost || Math.abs(cost) > 1e6 || !currency || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return { amount: new Big(cost).toFixed(), currency };
}
