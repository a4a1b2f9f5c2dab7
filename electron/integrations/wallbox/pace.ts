import type { HttpAnswer } from '../../ports/http.ts';
import type { AdapterTools } from '../adapter.ts';
import { Backoff } from '../kit/backoff.ts';
import { DebtBudget, WindowBudget } from '../kit/budget.ts';
import { retryAfterMs } from '../kit/retry-after.ts';

const minuteMs = 60_000;
/** In minutes (PRE). */
const firstBackoff = 2;
const longestBackoff = 15;
/** However long we are sent away for: after a day it is worth a try. */
const longestAskedMs = 24 * 60 * minuteMs;

/** The account's one set of budgets and back-offs. */
export interface Pace {
  readonly reads: DebtBudget;
  readonly writes: WindowBudget;
  /** Both in minutes. */
  backoff(times?: { readonly first: number; readonly longest: number }): Backoff;
  /** How long an answer asks us to stay away, ms. 0 when it does not. */
  askedMs(answer: HttpAnswer): number;
  /** So many of the cloud's minutes, ms: shorter in a demonstration. */
  minutes(count: number): number;
}

/**
 * What the cloud bears: one GET and five writes a minute (HA#151986, PY#68). `paceSeconds` takes the
 * place of the minute everywhere, for tests and the demo.
 */
export function paceFor({ clock, random, overrides }: AdapterTools): Pace {
  const scale = overrides.paceSeconds === undefined ? 1 : overrides.paceSeconds / 60;
  const minutes = (count: number) => count * minuteMs * scale;
  const periodMs = minutes(1);
  return {
    minutes,
    reads: new DebtBudget(clock, { periodMs, burst: 3 }),
    writes: new WindowBudget(clock, { periodMs, count: 5 }),
    backoff: ({ first, longest } = { first: firstBackoff, longest: longestBackoff }) =>
      new Backoff({ clock, random, firstMs: minutes(first), longestMs: minutes(longest) }),
    // In the sender's own time, which no pace of ours shortens.
    askedMs: (answer) => Math.min(retryAfterMs(answer, clock.now()), longestAskedMs),
  };
}
