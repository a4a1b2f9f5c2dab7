import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import type { PlanView } from '../../../shared/domain/price/charge-plan.ts';
import type { LiveSample } from '../../../shared/domain/session/sample.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { sessionEnergyWh } from '../../charging/energy-counter.ts';
import type { ChargerRecord } from '../../charging/record.ts';
import type { Car } from '../plan-memory.ts';

const volts = 230;
/** What chargers at home are mostly set to, by their phases. */
const usualW = { 1: 7400, 3: 11_000 } as const;
/** Below it a car only balances its cells, or heats. */
const leastW = 1000;
const leastWh = 1000;
/** A meter and a mains voltage are a little off. */
const slack = 1.05;
/** A battery that nobody has seen filled up. */
const usualFullWh = 30_000;
const mostPowers = 3;
const mostTaken = 5;

const nobody: Car = { powersW: [], takenWh: [] };

/** With what the charge that runs, or was the last one, tells of the car. */
export function learned(before: Car | undefined, { session }: ChargerRecord): Car {
  const car = before ?? nobody;
  if (!session) return car;
  const { startedAt } = session;
  const seen = {
    startedAt,
    ...omitUndefined({ powerW: stableW(session.samples), wh: sessionEnergyWh(session) }),
  };
  if (!car.session || car.session.startedAt === startedAt) return { ...car, session: seen };
  return { ...past(car), session: seen };
}

function past(car: Car): Pick<Car, 'powersW' | 'takenWh'> {
  const { powersW, takenWh, session } = car;
  const { powerW = 0, wh = 0 } = session ?? {};
  return {
    powersW: powerW >= leastW ? [...powersW, powerW].slice(-mostPowers) : powersW,
    takenWh: wh >= leastWh ? [...takenWh, wh].slice(-mostTaken) : takenWh,
  };
}

/**
 * The highest power that two samples in a row have shown. Where there are no two, that of one: it may
 * be too low, which makes a plan begin too early but never too late.
 */
function stableW(samples: readonly LiveSample[]): number | undefined {
  let [held, seen] = [0, 0];
  for (const [index, { powerW: here = 0 }] of samples.entries()) {
    held = Math.max(held, Math.min(here, samples[index - 1]?.powerW ?? 0));
    seen = Math.max(seen, here);
  }
  return [held, seen].find((powerW) => powerW >= leastW);
}

/** What the charger is taken to give this car, W, and from what that is known. */
export function powerFor(
  car: Car,
  { reading }: Pick<ChargerRecord, 'reading'>,
): Pick<PlanView, 'powerW' | 'powerFrom'> {
  const { limitA, phases } = lastObservation(reading) ?? {};
  const { powersW } = past(car);
  const own = car.session?.powerW ?? median(powersW);
  // Where the charger does not say on how many phases it charges, the most it can be.
  const mostW = limitA === undefined ? undefined : Math.abs(limitA) * (phases ?? 3) * volts;
  if (own !== undefined && own >= leastW) {
    return { powerW: Math.min(own, (mostW ?? own) * slack), powerFrom: 'car' };
  }
  if (limitA !== undefined && limitA !== 0) {
    return { powerW: Math.abs(limitA) * (phases ?? 1) * volts, powerFrom: 'limit' };
  }
  return { powerW: usualW[phases ?? 1], powerFrom: 'usual' };
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** How much a car takes until it is full: the most of the last sessions. */
export function fullWh(car: Car): number {
  const { takenWh } = car;
  return takenWh.length > 0 ? Math.max(...takenWh, car.session?.wh ?? 0) : usualFullWh;
}
