import type { MeasuredSession } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { sessionEnergyWh, sessionGreenWh } from '../../charging/energy-counter.ts';
import type { SessionRecord } from '../../charging/record.ts';
import { flows } from '../../charging/reduce-session.ts';
import type { NewSession } from '../store/history.ts';

/** What was counted of one charge so far. Epoch ms, ms, W, Wh. */
export interface SessionTotals {
  readonly startedAt: number;
  readonly last?: Sample;
  /** It has ended; what comes after that is not its own, unless it goes on. */
  readonly isOver?: true;
  readonly chargingMs: number;
  /** Power times time, and the time for which the power was known. */
  readonly wattMs: number;
  readonly poweredMs: number;
  readonly peakW?: number;
  /** Power was seen to flow. */
  readonly hasFlowed?: true;
  readonly gaps?: true;
}

/** A charge of which nothing was counted yet. */
export function newTotals(startedAt: number): SessionTotals {
  return { startedAt, chargingMs: 0, wattMs: 0, poweredMs: 0 };
}

/** Counts one sample. `endedAt`: when the charge ended, if it has. Pure. */
export function counted(totals: SessionTotals, sample: Sample, endedAt?: number): SessionTotals {
  const { last } = totals;
  const { isOver: _over, ...open } = totals;
  const isOver = endedAt === undefined ? {} : { isOver: true as const };
  const isFirst = last === undefined;
  // What was before the charge, or after it, is no gap in it.
  const isBlind = (isFirst ? sample.at > totals.startedAt : true) && sample.gap === true;
  const after: SessionTotals = { ...open, ...isOver, last: sample, ...peakOf(totals, sample) };
  if (totals.isOver && endedAt !== undefined) return after;
  if (isBlind) return { ...after, gaps: true };
  if (!last || !flows(last.state)) return after;
  const ms = Math.max(0, Math.min(sample.at, endedAt ?? sample.at) - last.at);
  const powerW = flows(sample.state) ? meanOf(last.powerW, sample.powerW) : last.powerW;
  return {
    ...after,
    chargingMs: after.chargingMs + ms,
    ...(powerW === undefined
      ? {}
      : { wattMs: after.wattMs + powerW * ms, poweredMs: after.poweredMs + ms }),
  };
}

function peakOf(
  { peakW }: SessionTotals,
  { state, powerW }: Sample,
): Pick<SessionTotals, 'peakW' | 'hasFlowed'> {
  if (!flows(state)) return {};
  if (powerW === undefined) return { hasFlowed: true };
  return { hasFlowed: true, peakW: Math.max(peakW ?? 0, powerW) };
}

function meanOf(before: number | undefined, now: number | undefined): number | undefined {
  return before === undefined || now === undefined ? (before ?? now) : (before + now) / 2;
}

/** The session of a charge with what was counted of it. */
export function sessionOf(live: SessionRecord, totals: SessionTotals): NewSession {
  const energyWh = sessionEnergyWh(live);
  const greenEnergyWh = sessionGreenWh(live);
  const turnedBack = live.endedAt !== undefined && live.endedAt < live.startedAt;
  const hasGaps = totals.gaps || turnedBack || !totals.hasFlowed;
  const isWhole = live.startSeen && !hasGaps;
  const { averageW, peakW } = powersOf(totals, isWhole ? energyWh : undefined);
  return {
    source: 'recorded',
    startedAt: live.startedAt,
    startSeen: live.startSeen,
    ...(live.endedAt === undefined ? {} : { endedAt: Math.max(live.startedAt, live.endedAt) }),
    ...(live.endReason === undefined ? {} : { end: live.endReason }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(greenEnergyWh === undefined ? {} : { greenEnergyWh }),
    ...(totals.hasFlowed ? { chargingMs: totals.chargingMs } : {}),
    ...(averageW === undefined ? {} : { averageW }),
    ...(peakW === undefined ? {} : { peakW }),
    ...(hasGaps ? { gaps: true as const } : {}),
    ...(live.plannedSince === undefined ? {} : { plannedSince: live.plannedSince }),
  };
}

/** Counters have steps and lag: below this they prove nothing against the power. */
const tellingWh = 500;
/** How far power and counter may be apart. */
const mostApart = 2;

/**
 * Average (of the time during which power flowed) and peak, W. The energy tells the average where
 * the power is not said or cannot be true, but only when all that time was seen; nothing tells a
 * peak then. Some chargers say 0 W while they charge, so 0 is no power that was seen.
 */
function powersOf(
  totals: SessionTotals,
  wholeEnergyWh: number | undefined,
): Pick<MeasuredSession, PowerKey> {
  const said = totals.poweredMs > 0 ? Math.round(totals.wattMs / totals.poweredMs) : 0;
  const isTimed = wholeEnergyWh !== undefined && totals.chargingMs > 0;
  const reckoned = isTimed ? Math.round((wholeEnergyWh * 3_600_000) / totals.chargingMs) : 0;
  const isFalse = isTimed && wholeEnergyWh >= tellingWh && areApart(said, reckoned);
  const averageW = isFalse || said <= 0 ? reckoned : said;
  const peakW = isFalse ? 0 : (totals.peakW ?? 0);
  return { ...(averageW > 0 ? { averageW } : {}), ...(peakW > 0 ? { peakW } : {}) };
}

type PowerKey = 'averageW' | 'peakW';

function areApart(one: number, other: number): boolean {
  return one > other * mostApart || other > one * mostApart;
}
