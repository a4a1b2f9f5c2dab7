import type { PlanSettings } from '../../../shared/domain/price/charge-plan.ts';
import { nextDeadline } from '../../planner/next-deadline.ts';
import type { Night } from '../plan-memory.ts';

const hourMs = 3_600_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const noon = 12 * 60;

/** Whose wishes, by whose clock. */
export interface NightRules {
  readonly plan: PlanSettings;
  /** IANA name. */
  readonly zone: string;
}

/** The night that `now` lies in. */
export function nightAt(now: number, { plan, zone }: NightRules): Night {
  const { readyBy } = plan;
  const deadline = readyBy && nextDeadline(now, { ...readyBy, zone });
  return {
    key: nightKey({ plan, zone }),
    from: now,
    until: deadline ?? nextNoon(now, zone),
    isDeadline: deadline !== undefined,
    told: [],
  };
}

export function nightKey({ plan, zone }: NightRules): string {
  return JSON.stringify([plan.readyBy, zone]);
}

export function nextNoon(now: number, zone: string): number {
  return nextDeadline(now, { days: everyDay, minute: noon, zone }) ?? now + 24 * hourMs;
}

/** The last moment before the end of a night at which the clock shows a time of day. */
export function beforeEnd(minute: number, until: number, zone: string): number | undefined {
  let last: number | undefined;
  let next = nextDeadline(until - 25 * hourMs, { days: everyDay, minute, zone });
  while (next !== undefined && next < until) {
    last = next;
    next = nextDeadline(next, { days: everyDay, minute, zone });
  }
  return last;
}

/** When the clock shows a time of day next, and when it did last. Epoch ms. */
export function around(
  minute: number,
  now: number,
  zone: string,
): { readonly last?: number; readonly next?: number } {
  const next = nextDeadline(now, { days: everyDay, minute, zone });
  if (next === undefined) return {};
  const last = beforeEnd(minute, next, zone);
  return last === undefined ? { next } : { last, next };
}
