import { hourMs, minuteMs } from './time.ts';

/** What the cloud, or the way to it, does to a request at a time, ms since the first midnight in UTC. */
export type Verdict =
  | { readonly kind: 'ok' }
  | { readonly kind: 'serverError' }
  | { readonly kind: 'unreachable' }
  /** Everybody is told the same moment. */
  | { readonly kind: 'rateLimited'; readonly askedMs: number };

export interface Trouble {
  readonly name: string;
  readonly from: number;
  readonly until: number;
  readonly verdict: (at: number) => Verdict;
}

const stormOver = 11 * hourMs + 20 * minuteMs;

/** By day one an outage and a storm of 429, by day two a network that is gone. */
export const troubles: readonly Trouble[] = [
  {
    name: '429 for ten minutes, all sent away until the same moment',
    from: 11 * hourMs,
    until: 11 * hourMs + 10 * minuteMs,
    verdict: (at) => ({ kind: 'rateLimited', askedMs: stormOver - at }),
  },
  {
    name: 'an outage of 30 minutes (503)',
    from: 19 * hourMs,
    until: 19 * hourMs + 30 * minuteMs,
    verdict: () => ({ kind: 'serverError' }),
  },
  {
    name: 'no way to the cloud for 30 minutes',
    from: 39 * hourMs,
    until: 39 * hourMs + 30 * minuteMs,
    verdict: () => ({ kind: 'unreachable' }),
  },
];

const ok: Verdict = { kind: 'ok' };

export function verdictAt(at: number): Verdict {
  for (const { from, until, verdict } of troubles) {
    if (at >= from && at < until) return verdict(at);
  }
  return ok;
}

/** How long nothing goes wrong from then on; that very moment where something does. */
export function quietUntil(at: number): number {
  let quiet = Number.POSITIVE_INFINITY;
  for (const { from, until } of troubles) {
    if (at < until) quiet = Math.min(quiet, Math.max(at, from));
  }
  return quiet;
}
