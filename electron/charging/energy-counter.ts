import type { SessionRecord } from './record.ts';
import { lagMs, noticeableWh } from './stay.ts';

/** What a counter showed, and when. Wh, epoch ms. */
export interface Count {
  readonly energyWh: number;
  readonly at: number;
}

type Counter = Pick<
  SessionRecord,
  'energyWh' | 'baseWh' | 'countedAt' | 'movedAt' | 'earlierCount' | 'lastPowerW' | 'startedAt'
>;
type Counted = Pick<
  SessionRecord,
  'energyWh' | 'baseWh' | 'countedAt' | 'movedAt' | 'earlierCount'
>;

/** More than any charger at home can give. W. */
export const mostW = 25_000;
const shortSlackMs = 3 * 60_000;
/** Where a counter of sixteen bits begins anew. Wh. */
const wrapWh = 65_536;

/** The energy of a session alone, Wh: what the counter shows beyond where it stood at its start. */
export function sessionEnergyWh({
  energyWh,
  baseWh = 0,
}: Pick<SessionRecord, 'energyWh' | 'baseWh'>): number | undefined {
  return energyWh === undefined ? undefined : Math.max(0, energyWh - baseWh);
}

/** The part of that which came from the sun, Wh. */
export function sessionGreenWh(session: Pick<SessionRecord, 'green' | 'energyWh' | 'baseWh'>) {
  const { green } = session;
  return green && Math.min(green.ownWh, sessionEnergyWh(session) ?? green.ownWh);
}

/**
 * Goes on counting what came from the sun, by a counter that may begin anew too. `isWhole`: the
 * charge begins with its counter. Of one that does not, and of which nobody knows where that counter
 * stood, it stays unknown. Pure.
 */
export function countingGreen(
  green: SessionRecord['green'],
  countWh: number,
  isWhole: boolean,
): SessionRecord['green'] {
  if (!green) return isWhole ? { countWh, ownWh: countWh } : undefined;
  const grownWh = countWh < green.countWh ? countWh : countWh - green.countWh;
  return { countWh, ownWh: green.ownWh + grownWh };
}

/** The most that can have flowed in so long, Wh. */
export function possibleWh(ms: number): number {
  return (mostW * (Math.max(0, ms) + lagMs)) / 3_600_000;
}

/**
 * Goes on counting the energy of one session. A counter that begins anew in its midst, wraps, drops
 * out for a moment or jumps to where it cannot be moves the base, so that the session's own energy
 * goes on from where it was. Pure.
 */
export function counting(counter: Counter, { energyWh, at }: Count): Counted {
  const before = counter.energyWh;
  const movedAt = energyWh === before ? (counter.movedAt ?? at) : at;
  const now = { energyWh, countedAt: at, movedAt };
  const kept = { ...baseOf(counter), ...earlierOf(counter) };
  if (before === undefined) return { ...now, ...kept };
  const { countedAt, movedAt: lastMoved = counter.startedAt } = counter;
  const ms = at - (lastMoved > at ? (countedAt ?? lastMoved) : lastMoved);
  const restored = cameBack(counter, { energyWh, at }, ms);
  if (restored) return { ...now, ...(restored.baseWh ? { baseWh: restored.baseWh } : {}) };
  // By a clock that was set back nobody knows how long it took.
  const isTimeless = ms < 0 && energyWh >= before;
  if (isTimeless) return { ...now, ...kept };
  if (isSteady(energyWh - before, ms)) {
    // What it goes back by so little is rounding, or another car's; what was told stays so.
    return { ...now, ...kept, energyWh: Math.max(energyWh, before) };
  }
  const base = counter.baseWh ?? 0;
  return {
    ...now,
    baseWh: base + shiftOf(before, energyWh, ms),
    earlierCount: { energyWh: before, baseWh: base, at },
  };
}

function baseOf({ baseWh }: Counter): Pick<Counted, 'baseWh'> {
  return baseWh === undefined ? {} : { baseWh };
}

function earlierOf({ earlierCount }: Counter): Pick<Counted, 'earlierCount'> {
  return earlierCount === undefined ? {} : { earlierCount };
}

function isSteady(stepWh: number, ms: number): boolean {
  return stepWh >= -noticeableWh && stepWh <= possibleWh(ms);
}

/** By how much the base moves with a counter that did not just go on. */
function shiftOf(before: number, now: number, ms: number): number {
  if (isSteady(now + wrapWh - before, ms)) return -wrapWh;
  if (now > before) return now - before;
  // It began anew; more than was possible since then was there before.
  return -before + Math.max(0, now - possibleWh(ms));
}

/** Where the counter was before it dropped out or jumped, if that is where it is again. */
function cameBack(counter: Counter, now: Count, ms: number): SessionRecord['earlierCount'] {
  const { earlierCount: earlier, energyWh: before = 0, lastPowerW = mostW } = counter;
  if (!earlier) return undefined;
  const likelyWh = (1.25 * lastPowerW * (Math.max(0, ms) + shortSlackMs)) / 3_600_000;
  const step = now.energyWh - before;
  if (step >= -noticeableWh && step <= likelyWh) return undefined;
  const since = now.energyWh - earlier.energyWh;
  return since >= -noticeableWh && since <= possibleWh(now.at - earlier.at) ? earlier : undefined;
}
