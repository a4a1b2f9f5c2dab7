import type { ChargeSample } from '../../shared/domain/charge.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { ChargerStateName } from '../../shared/domain/status.ts';
import type { ChargeMemory, EndReason } from './memory.ts';

/** One look with what stood before it. `seenBefore` is absent at the very first look. */
export interface ChargeStep {
  readonly charge: ChargeMemory | undefined;
  readonly seenBefore: { readonly at: number; readonly seen: Observation } | undefined;
  readonly seen: Observation;
  readonly at: number;
  /** When a direction was last known, a short while ago, it was out of the vehicle. */
  readonly outwards: boolean;
}

/** Below this, a counter that moved says nothing: standby and rounding. */
const noticeableWh = 100;
/** Energy that must have come between two looks to speak of a charge that nobody saw. */
const missedWh = 500;
/** Counters lag behind the state by minutes: only a long silence can hide a charge. */
const missedMs = 10 * 60_000;
/** Looks further apart than this leave a gap in the picture: anything may have happened in it. */
export const gapMs = 15 * 60_000;
const mostSamples = 720;

/** Follows a charge over one look: begins, goes on, is interrupted, ends. Pure. */
export function foldCharge(step: ChargeStep): ChargeMemory | undefined {
  const { charge, seen } = step;
  if (flowsIn(step)) return flowing(step);
  if (charge && charge.endedAt === undefined) {
    // It was the house that took the power all along.
    const wasNone = charge.directionless && seen.status.state === 'discharging';
    return wasNone ? undefined : resting(charge, step);
  }
  const after = missed(step) ?? charge;
  return after && left(after, seen) ? { ...after, carLeft: true } : after;
}

/** Power without a direction is a charge, unless the vehicle was feeding the house before it. */
function flowsIn({ seen, outwards }: ChargeStep): boolean {
  const { state } = seen.status;
  return flows(state) && !(state === 'transferring' && outwards);
}

function left(charge: ChargeMemory, seen: Observation): boolean {
  return seen.plugged === 'no' || fellBack(charge.energyWh, seen.energyWh);
}

function flowing(step: ChargeStep): ChargeMemory {
  const { charge, seen, at } = step;
  if (!charge || !continues(charge, seen)) return begun(step);
  const { fullSince: _full, endedAt: _ended, endReason: _reason, ...open } = charge;
  const { directionless: _unsure, ...sure } = open;
  const same = seen.status.state === 'transferring' ? open : sure;
  return withSample({ ...same, lastPowerAt: at, ...power(seen), ...energyOf(seen) }, step);
}

/** The same charge goes on after a pause while the car stays and its counter does not fall back. */
function continues(charge: ChargeMemory, seen: Observation): boolean {
  if (charge.endReason !== undefined && charge.endReason !== 'paused') return false;
  if (charge.carLeft) return false;
  return !fellBack(charge.energyWh, seen.energyWh);
}

function fellBack(before: number | undefined, now: number | undefined): boolean {
  return before !== undefined && now !== undefined && now < before - noticeableWh;
}

function begun(step: ChargeStep): ChargeMemory {
  const { charge, seen, at } = step;
  const sameStay = charge?.endedAt !== undefined && !charge.carLeft && !left(charge, seen);
  return withSample(
    {
      startedAt: at,
      startSeen: startSeen(step),
      lastPowerAt: at,
      samples: [],
      ...(seen.status.state === 'transferring' ? { directionless: true as const } : {}),
      ...power(seen),
      ...energyOf(seen),
      ...(sameStay && charge.energyWh !== undefined ? { baseWh: charge.energyWh } : {}),
    },
    step,
  );
}

function startSeen({ seenBefore, seen, at }: ChargeStep): boolean {
  if (seenBefore === undefined || flows(seenBefore.seen.status.state)) return false;
  // After a silence only the charger's own count can still say how long it lasts.
  return seen.durationMs !== undefined || at - seenBefore.at <= gapMs;
}

function resting(charge: ChargeMemory, step: ChargeStep): ChargeMemory {
  const { seen, at } = step;
  if (fellBack(charge.energyWh, seen.energyWh) && seen.plugged !== 'no') {
    return ended(charge, endEstimate(charge, charge, at), 'unseen');
  }
  const moved = seen.plugged === 'yes' || stillCounts(charge, seen) ? energyOf(seen) : {};
  const grown = withSample({ ...charge, ...moved }, step);
  return rested(grown, charge, step);
}

/** What a state without power means for a charge that was running. */
function rested(grown: ChargeMemory, charge: ChargeMemory, step: ChargeStep): ChargeMemory {
  const { seen, at } = step;
  switch (seen.status.state) {
    case 'complete':
      return ended(grown, endEstimate(charge, grown, at), 'complete');
    case 'waiting':
      if (seen.status.notSaid) {
        return ended(grown, endEstimate(charge, grown, at), sawEnd(charge, step, 'notSaid'));
      }
      if (charge.fullSince === undefined) {
        return { ...grown, fullSince: endEstimate(charge, grown, at) };
      }
      return ended(grown, charge.fullSince, 'complete');
    case 'paused':
      return ended(grown, endEstimate(charge, grown, at), full(charge, 'paused'));
    case 'locked':
    case 'lockedCar':
      return ended(grown, endEstimate(charge, grown, at), full(charge, 'locked'));
    case 'discharging':
      // Getting ready is not enough: the grid may be back before the vehicle has begun.
      if (seen.status.phase === 'preparing') return grown;
      return ended(grown, endEstimate(charge, grown, at), full(charge, 'reversed'));
    case 'available':
      return {
        ...ended(
          grown,
          endEstimate(charge, grown, at),
          full(charge, sawEnd(charge, step, 'unplugged')),
        ),
        carLeft: true,
      };
    default:
      // Queue, schedule, fault, update, offline, unrecognised: interrupted, not finished.
      return grown;
  }
}

/** A car that had asked for no more power was full, whatever happened next. */
function full(charge: ChargeMemory, otherwise: EndReason): EndReason {
  return charge.fullSince === undefined ? otherwise : 'complete';
}

/** After a long gap nobody knows how it ended: the car may have been full before it left. */
function sawEnd(charge: ChargeMemory, step: ChargeStep, seenSo: EndReason): EndReason {
  const lookedAt = step.seenBefore?.at ?? charge.lastPowerAt;
  return step.at - lookedAt > gapMs ? 'unseen' : seenSo;
}

function stillCounts(charge: ChargeMemory, seen: Observation): boolean {
  return (seen.energyWh ?? 0) >= (charge.energyWh ?? 0);
}

/** Somebody charged between two looks, and neither look saw it: only the counter tells. */
function missed(step: ChargeStep): ChargeMemory | undefined {
  const { seen, at, seenBefore } = step;
  const before = seenBefore?.seen.energyWh;
  const now = seen.energyWh;
  if (!seenBefore || before === undefined || now === undefined) return undefined;
  if (at - seenBefore.at < missedMs || !settled(seen.status.state)) return undefined;
  if (now < missedWh || Math.abs(now - before) < missedWh) return undefined;
  const charge: ChargeMemory = {
    startedAt: seenBefore.at,
    startSeen: false,
    lastPowerAt: at,
    energyWh: now,
    samples: [],
  };
  return ended(charge, at, 'unseen');
}

const settledStates: ReadonlySet<ChargerStateName> = new Set([
  'waiting',
  'complete',
  'available',
  'paused',
  'locked',
  'lockedCar',
]);

function settled(state: ChargerStateName): boolean {
  return settledStates.has(state);
}

function ended(charge: ChargeMemory, endedAt: number, endReason: EndReason): ChargeMemory {
  const { fullSince: _full, ...rest } = charge;
  return { ...rest, endedAt, endReason };
}

/**
 * When a charge ended that was last seen at `before` and now has the energy of `now`: the missing
 * energy at the last known power tells, within what was seen. Epoch ms.
 */
function endEstimate(before: ChargeMemory, now: ChargeMemory, latest: number): number {
  if (!before.lastPowerW || before.energyWh === undefined || now.energyWh === undefined) {
    return Math.min(before.lastPowerAt, latest);
  }
  const missingMs = ((now.energyWh - before.energyWh) / before.lastPowerW) * 3_600_000;
  return Math.min(latest, before.lastPowerAt + Math.max(0, missingMs));
}

function withSample(charge: ChargeMemory, step: ChargeStep): ChargeMemory {
  const { seen, at } = step;
  const last = charge.samples.at(-1);
  const sample: ChargeSample = {
    at,
    ...(seen.powerW === undefined ? {} : { powerW: seen.powerW }),
    ...(seen.energyWh === undefined ? {} : { energyWh: seen.energyWh }),
    ...(seen.limitA === undefined ? {} : { limitA: seen.limitA }),
    ...(last && at - last.at > gapMs ? { gap: true as const } : {}),
  };
  return { ...charge, samples: thinned([...charge.samples, sample]) };
}

/** Keeps the picture small on long charges: every second point of the older half goes. */
function thinned(samples: readonly ChargeSample[]): ChargeSample[] {
  if (samples.length <= mostSamples) return [...samples];
  const half = Math.floor(samples.length / 2);
  const older = samples.slice(0, half).filter((sample, index) => sample.gap || index % 2 === 0);
  return [...older, ...samples.slice(half)];
}

/** Charging, as the news count it. Powering the home is another story. */
export function flows(state: ChargerStateName): boolean {
  return state === 'charging' || state === 'transferring';
}

function power(seen: Observation): { lastPowerW?: number } {
  return seen.powerW === undefined || seen.powerW <= 0 ? {} : { lastPowerW: seen.powerW };
}

function energyOf(seen: Observation): { energyWh?: number } {
  return seen.energyWh === undefined ? {} : { energyWh: seen.energyWh };
}
