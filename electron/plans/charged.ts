import type { PlanAmount } from '../../shared/domain/price/charge-plan.ts';
import { sessionEnergyWh } from '../charging/energy-counter.ts';
import { type ChargerRecord, runningSession } from '../charging/record.ts';
import { flows } from '../charging/reduce-session.ts';
import { whIn } from '../planner/demand.ts';
import { fullWh } from './car.ts';
import type { Car, Charged, PlanMemory } from './plan-memory.ts';

const hourMs = 3_600_000;
/** The report of a charger is so old at most that power is taken to have flowed on since. */
const reportMs = 10 * 60_000;
/** A car that has not said that it is full takes so long at least. */
const leastFullMs = 30 * 60_000;
/** Counters and clocks are not more exact. */
const nothingWh = 200;
const nothingShare = 0.02;

const none: Charged = { beforeWh: 0, ms: 0 };

/** Goes on counting what the car has got in a night that began at `from`. */
export function countedOn(
  { charged = none, lastRead }: Pick<PlanMemory, 'charged' | 'lastRead'>,
  record: ChargerRecord,
  from: number,
): Charged {
  const { reading, session } = record;
  const isNew = reading.certainty === 'current' && (!lastRead || reading.at > lastRead.at);
  const hasFlowed = isNew && flows(lastRead?.state) && flows(reading.observation.status.state);
  const ms = charged.ms + (hasFlowed && lastRead ? reading.at - lastRead.at : 0);
  const wh = session && sessionEnergyWh(session);
  if (!session || wh === undefined) return { ...charged, ms };
  const { startedAt } = session;
  const was = charged.session;
  if (was?.startedAt === startedAt) return { ...charged, ms, session: { ...was, wh } };
  const fromWh = startedAt >= from ? 0 : wh;
  return { ms, beforeWh: ofAll(charged), session: { startedAt, fromWh, wh } };
}

/** The next night begins with what its session has by now. */
export function countedAnew({ session }: Charged = none): Charged {
  return { ...none, ...(session && { session: { ...session, fromWh: session.wh } }) };
}

function ofAll({ beforeWh, session }: Charged): number {
  return beforeWh + (session ? Math.max(0, session.wh - session.fromWh) : 0);
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
  const isCounted = charged.session !== undefined || charged.beforeWh > 0;
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
