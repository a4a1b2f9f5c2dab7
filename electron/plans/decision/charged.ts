import type { PlanAmount } from '../../../shared/domain/price/charge-plan.ts';
import { sessionEnergyWh } from '../../charging/energy-counter.ts';
import { type ChargerRecord, runningSession } from '../../charging/record.ts';
import { flows } from '../../charging/reduce-session.ts';
import { fellBack } from '../../charging/stay.ts';
import { whIn } from '../../planner/demand.ts';
import type { Car, Charged } from '../plan-memory.ts';
import { fullWh } from './car.ts';
import type { Situation } from './situation.ts';

const hourMs = 3_600_000;
/** The report of a charger is so old at most that power is taken to have flowed on since. */
const reportMs = 10 * 60_000;
/** A car that has not said that it is full takes so long at least. */
const leastFullMs = 30 * 60_000;
/** Counters and clocks are not more exact. */
const nothingWh = 200;
const nothingShare = 0.02;

const none: Charged = { beforeWh: 0, ms: 0 };

/** Goes on counting what the car has got in a night. */
export function countedOn(situation: Situation): Charged {
  const { memory, observation, readAt, isNew, isGone, isReplugged, flows: isFlowing } = situation;
  const { charged = none, lastRead } = memory;
  if (!isNew || readAt === undefined) return charged;
  const hasFlowed = isFlowing && flows(lastRead?.state);
  const ms = charged.ms + (hasFlowed && lastRead ? readAt - lastRead.at : 0);
  const { energyWh: wh } = observation;
  // The counter of a car that has gone stands still until the next one comes.
  if (wh === undefined || isGone) return { ...charged, ms };
  const was = charged.counter;
  const isAnew = fellBack(was?.wh, wh) || (isReplugged && wh !== (was?.wh ?? lastRead?.energyWh));
  if (!was) return { ...charged, ms, counter: { fromWh: isAnew ? 0 : wh, wh } };
  if (!isAnew) return { ...charged, ms, counter: { ...was, wh } };
  return { ms, beforeWh: ofAll(charged), counter: { fromWh: 0, wh } };
}

/** The next night begins with what its session has by now. */
export function countedAnew({ counter }: Charged = none): Charged {
  return { ...none, ...(counter && { counter: { ...counter, fromWh: counter.wh } }) };
}

function ofAll({ beforeWh, counter }: Charged): number {
  return beforeWh + (counter ? Math.max(0, counter.wh - counter.fromWh) : 0);
}

/** How much was wanted and is left, as energy. Wh. */
export interface Left {
  readonly wantedWh: number;
  readonly chargedWh: number;
  readonly leftWh: number;
  /** Less than anybody could tell. */
  readonly isDone: boolean;
}

interface Progress {
  readonly amount: PlanAmount;
  readonly charged: Charged;
  readonly car: Car;
  readonly record: ChargerRecord;
  readonly powerW: number;
  readonly now: number;
}

/** What is left of what was wanted, as of now. */
export function leftOf(progress: Progress): Left {
  const { amount, charged, car, record, powerW } = progress;
  const sinceMs = flowingSinceMs(progress);
  const isCounted = charged.counter !== undefined || charged.beforeWh > 0;
  const countedWh = isCounted ? ofAll(charged) : whIn(charged.ms, powerW);
  const chargedWh = countedWh + whIn(sinceMs, powerW);
  if (amount.kind === 'full') {
    const session = runningSession(record);
    const hadWh = Math.max(chargedWh, (session && sessionEnergyWh(session)) ?? 0);
    const wantedWh = Math.max(fullWh(car), hadWh);
    const leftWh = Math.max(wantedWh - hadWh, whIn(leastFullMs, powerW));
    return { wantedWh, chargedWh, leftWh, isDone: false };
  }
  const isTime = amount.kind === 'time';
  const wantedWh = isTime ? whIn(amount.ms, powerW) : amount.wh;
  const hadWh = isTime ? whIn(charged.ms + sinceMs, powerW) : chargedWh;
  const leftWh = Math.max(0, wantedWh - hadWh);
  const isDone = leftWh <= Math.min(wantedWh / 2, Math.max(nothingWh, wantedWh * nothingShare));
  return { wantedWh, chargedWh, leftWh, isDone };
}

/** For how long power has most likely flowed since the last reading, ms. */
function flowingSinceMs({ record: { reading }, now }: Progress): number {
  if (reading.certainty !== 'current' || !flows(reading.observation.status.state)) return 0;
  return Math.min(reportMs, Math.max(0, now - reading.at));
}

/** How long an amount takes, ms. */
export function msFor(wh: number, powerW: number): number {
  return Math.ceil((wh / powerW) * hourMs);
}
