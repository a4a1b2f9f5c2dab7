import type { Label, Phase } from './true-charger.ts';

export const minute = 60_000;
export const flapMs = 5 * minute;
export const lagMs = 10 * minute;
/** Less says nothing: standby and rounding. */
export const leastWh = 100;

export interface Open {
  readonly stay: number;
  wh: number;
  /** What the counter showed before power was seen to flow. */
  readonly fromWh: number;
  waitsSince?: number;
  readonly flaps: boolean;
  /** Cars were mistaken for each other. */
  readonly isBlurred: boolean;
}

export interface Over {
  readonly stay: number;
  readonly phase: Label['phase'];
  readonly label: Label;
  readonly wh: number;
  readonly flaps: boolean;
}

/** With these a session is over. */
export const settles: ReadonlySet<Label['phase']> = new Set<Phase>([
  'gone',
  'waiting',
  'complete',
  'paused',
  'lockedCar',
]);

/**
 * Until when a reading proves that power has flowed: what the counter has gained has come since it
 * was read before, less what it may lag behind. How long that took, and when, nobody knows.
 */
export function provenBy(before: Label | undefined, now: Label): number {
  if (now.phase === 'flowing') return now.at;
  if (!before || now.phase === 'offline') return Number.NEGATIVE_INFINITY;
  const grownWh = now.wh - (before.stay === now.stay ? before.wh : 0);
  return grownWh < leastWh ? Number.NEGATIVE_INFINITY : before.at - lagMs;
}

/** Nobody set the computer's clock in between. */
export function wasUnset(before: Label, now: Label): boolean {
  return Math.abs(now.wallAt - before.wallAt - (now.at - before.at)) < 1000;
}

/** It was not set, or the charger has counted as long as the computer that was awake all the time. */
export function isDated(before: Label, now: Label): boolean {
  if (wasUnset(before, now)) return true;
  const isCounting = ({ connectedMs, isCounted, phase }: Label) =>
    connectedMs !== undefined && isCounted && phase !== 'gone' && phase !== 'offline';
  return before.watch === now.watch && isCounting(before) && isCounting(now);
}

/** Whether what a charger says lets two cars be told apart, whatever else happened. */
export function tellsApart(before: Label, now: Label): boolean {
  if (before.phase === 'gone') return now.connectedMs !== undefined || now.wh < before.wh - 150;
  const ms = now.at - before.at;
  if (!wasUnset(before, now)) return false;
  // Of a car that has come and gone both counts stand still, since nobody knows when.
  if (now.phase === 'gone') {
    const { connectedMs: nowMs = 0 } = now;
    return nowMs < (before.connectedMs ?? 0) - 70_000 || now.wh < before.wh - 150;
  }
  if (now.connectedMs === undefined || before.connectedMs === undefined) {
    return now.wh < before.wh - 150 && ms > flapMs + minute;
  }
  // A count that stands nearly where it stood may be as old as the reading before.
  const onMs = now.connectedMs - before.connectedMs;
  return onMs < -10_000 || (onMs > 70_000 && ms - now.connectedMs > lagMs + minute);
}
