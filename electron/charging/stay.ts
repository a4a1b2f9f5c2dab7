import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';

/** Two readings of one charger. `before` is absent at the very first one. Times are epoch ms. */
export interface Readings {
  readonly before: Before | undefined;
  readonly observation: Observation;
  readonly at: number;
}

/** The reading before, whose numbers may be older than itself where the charger was offline. */
export interface Before {
  readonly at: number;
  /** When the charger last said for sure what it does. */
  readonly knownAt: number;
  readonly observation: Observation;
  /** For how long it spoke for the charger. */
  readonly validForMs?: number | undefined;
}

/** Below this, a counter that moved says nothing: standby and rounding. Wh. */
export const noticeableWh = 100;
/** Counters lag behind the state by minutes, and then catch up at once. */
export const lagMs = 10 * 60_000;
/** Nobody changes cars in less. */
const swapMs = 5 * 60_000;
/** The charger's clock is not ours. */
export const clockMs = 60_000;
/** By which a count that stands still may differ from itself. */
const roundingMs = 5000;

/**
 * The reading before as the clock of this one would have dated it. A clock that was set is believed to
 * have been only where the charger has counted as long as the computer: without a word of it computers
 * sleep too. Pure.
 */
export function byThisClock(
  before: Before | undefined,
  { at, elapsedMs, observation }: Pick<Readings, 'at' | 'observation'> & { elapsedMs?: number },
): Before | undefined {
  const countedMs = (observation.durationMs ?? 0) - (before?.observation.durationMs ?? 0);
  if (!before || elapsedMs === undefined || countedMs <= 0) return before;
  const setMs = at - before.at - elapsedMs;
  if (Math.abs(setMs) < clockMs || Math.abs(countedMs - elapsedMs) > clockMs) return before;
  return { ...before, at: before.at + setMs, knownAt: before.knownAt + setMs };
}

/**
 * Whether the car that is connected now is the one of the reading before. The charger's own count of
 * the time for which a car has been connected outweighs its count of energy, which begins anew on
 * some chargers in the middle of a session. Pure.
 */
export function stayOf(readings: Readings): 'same' | 'new' {
  const { before, observation, at } = readings;
  if (!before) return 'same';
  if (isGone(before.observation) || isGone(observation)) return 'new';
  const connected = connectedSince(readings);
  if (connected) return connected;
  const isSwap = at - before.knownAt > swapMs;
  return isSwap && fellBack(before.observation.energyWh, observation.energyWh) ? 'new' : 'same';
}

/**
 * Whether the counters still count the stay of the reading before. They stand still when its car has
 * gone, until the next one comes. Pure.
 */
export function countsOn(readings: Readings): boolean {
  const { before, observation } = readings;
  if (!before || !isGone(observation)) return stayOf(readings) === 'same';
  if (isGone(before.observation) || fellBack(before.observation.energyWh, observation.energyWh))
    return false;
  const { durationMs: earlierMs = 0 } = before.observation;
  return (observation.durationMs ?? earlierMs) >= earlierMs - clockMs;
}

/** No car is connected, by a state that says so for sure. */
export function isGone({ plugged, status }: Observation): boolean {
  return plugged === 'no' && !silent.has(status.state);
}

const silent: ReadonlySet<ChargerStateName> = new Set(['offline', 'updating', 'unknown']);

/** Whether a counter of energy shows noticeably less than before. Wh. */
export function fellBack(before: number | undefined, now: number | undefined): boolean {
  return before !== undefined && now !== undefined && now < before - noticeableWh;
}

/** When the car that is connected now came, epoch ms; undefined where the charger does not count. */
export function cameAt({
  observation,
  at,
}: Pick<Readings, 'observation' | 'at'>): number | undefined {
  return observation.durationMs ? at - observation.durationMs : undefined;
}

/** What the count of the time says; undefined where it says nothing. */
function connectedSince(readings: Readings): 'same' | 'new' | undefined {
  const { before, observation } = readings;
  const came = cameAt(readings);
  if (!before || came === undefined || observation.durationMs === undefined) return undefined;
  const earlierMs = before.observation.durationMs;
  // A count that stands still is as old as the reading before. It goes on a little where it was old
  // by then already, but never back.
  const onMs = observation.durationMs - (earlierMs ?? 0);
  const moved = earlierMs === undefined || onMs > clockMs || onMs < -roundingMs;
  if (came > before.knownAt + lagMs) return moved ? 'new' : undefined;
  if (earlierMs === undefined || !moved) return undefined;
  if (observation.durationMs > earlierMs) return 'same';
  return came > before.knownAt - clockMs ? 'new' : undefined;
}
