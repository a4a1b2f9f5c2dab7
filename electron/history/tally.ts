import type { Sample } from '../../shared/domain/history.ts';
import { flows } from '../state/charge-fold.ts';
import type { ChargeMemory } from '../state/memory.ts';
import type { NewSession } from './history.ts';

/** What was counted of one charge so far. Epoch ms, ms, W, Wh. */
export interface Tally {
  readonly startedAt: number;
  readonly last?: Sample;
  /** It has ended; what comes after that is not its own, unless it goes on. */
  readonly isOver?: true;
  readonly chargingMs: number;
  /** Power times time, and the time for which the power was known. */
  readonly wattMs: number;
  readonly poweredMs: number;
  readonly peakW?: number;
  readonly greenEnergyWh?: number;
  readonly greenBaseWh?: number;
  /** Power was seen to flow. */
  readonly hasFlowed?: true;
  readonly gaps?: true;
}

/** A charge of which nothing was counted yet. */
export function newTally(startedAt: number): Tally {
  return { startedAt, chargingMs: 0, wattMs: 0, poweredMs: 0 };
}

/** Counts one sample. `endedAt`: when the charge ended, if it has. Pure. */
export function counted(tally: Tally, sample: Sample, endedAt?: number): Tally {
  const { last } = tally;
  const { isOver: _over, ...open } = tally;
  const isOver = endedAt === undefined ? {} : { isOver: true as const };
  const isFirst = last === undefined;
  // What was before the charge, or after it, is no gap in it.
  const isBlind = (isFirst ? sample.at > tally.startedAt : true) && sample.gap === true;
  const after: Tally = { ...open, ...isOver, last: sample, ...peakOf(tally, sample) };
  if (tally.isOver && endedAt !== undefined) return after;
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

function peakOf({ peakW }: Tally, { state, powerW }: Sample): Pick<Tally, 'peakW' | 'hasFlowed'> {
  if (!flows(state)) return {};
  if (powerW === undefined) return { hasFlowed: true };
  return { hasFlowed: true, peakW: Math.max(peakW ?? 0, powerW) };
}

function meanOf(before: number | undefined, now: number | undefined): number | undefined {
  return before === undefined || now === undefined ? (before ?? now) : (before + now) / 2;
}

/**
 * Counts the part from the sun as the charger's counter shows it with the charge's own energy. Of a
 * charge that follows another one in the same stay, only what came since its first look.
 */
export function withGreen(tally: Tally, greenWh: number | undefined, charge: ChargeMemory): Tally {
  if (greenWh === undefined) return tally;
  if (charge.baseWh === undefined) return { ...tally, greenEnergyWh: greenWh };
  const isFirst = tally.last?.at === charge.startedAt;
  const greenBaseWh = tally.greenBaseWh ?? (isFirst ? greenWh : undefined);
  if (greenBaseWh === undefined) return tally;
  return { ...tally, greenBaseWh, greenEnergyWh: Math.max(0, greenWh - greenBaseWh) };
}

/** The session of a charge with what was counted of it. */
export function sessionOf(charge: ChargeMemory, tally: Tally): NewSession {
  const energyWh =
    charge.energyWh === undefined ? undefined : Math.max(0, charge.energyWh - (charge.baseWh ?? 0));
  const turnedBack = charge.endedAt !== undefined && charge.endedAt < charge.startedAt;
  const hasGaps = tally.gaps || turnedBack || !tally.hasFlowed;
  const averageW = averageOf(tally, hasGaps ? undefined : energyWh);
  return {
    source: 'recorded',
    startedAt: charge.startedAt,
    startSeen: charge.startSeen,
    ...(charge.endedAt === undefined
      ? {}
      : { endedAt: Math.max(charge.startedAt, charge.endedAt) }),
    ...(charge.endReason === undefined ? {} : { end: charge.endReason }),
    ...(energyWh === undefined ? {} : { energyWh }),
    ...(tally.greenEnergyWh === undefined ? {} : { greenEnergyWh: tally.greenEnergyWh }),
    ...(tally.hasFlowed ? { chargingMs: tally.chargingMs } : {}),
    ...(averageW === undefined ? {} : { averageW }),
    ...(tally.peakW === undefined ? {} : { peakW: tally.peakW }),
    ...(hasGaps ? { gaps: true as const } : {}),
  };
}

/** Of the time during which power flowed, W. The energy tells it only when all that time was seen. */
function averageOf(tally: Tally, wholeEnergyWh: number | undefined): number | undefined {
  if (tally.poweredMs > 0) return Math.round(tally.wattMs / tally.poweredMs);
  if (wholeEnergyWh === undefined || tally.chargingMs === 0) return undefined;
  return Math.round((wholeEnergyWh * 3_600_000) / tally.chargingMs);
}
