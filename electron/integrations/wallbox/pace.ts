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

/** Reads that may go at once after a start. */
const burst = 3;
/** So long after it was paid, a read that a crash kept from being remembered may still be owed. */
const doubtMinutes = 15;

export type PaceTools = Pick<AdapterTools, 'clock' | 'overrides' | 'random' | 'spends' | 'spent'>;

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
export function paceFor(tools: PaceTools): Pace {
  const { clock, random, overrides } = tools;
  const scale = overrides.paceSeconds === undefined ? 1 : overrides.paceSeconds / 60;
  const minutes = (count: number) => count * minuteMs * scale;
  const periodMs = minutes(1);
  const tell = (isPressing: boolean) => {
    const paidAt = clock.now() + reads.debtMs();
    tools.spends({ paidAt, writtenAt: writes.sentAt() }, isPressing);
  };
  const reads: DebtBudget = new DebtBudget(clock, {
    periodMs,
    burst,
    owedMs: owedMs(tools, minutes),
    spends: () => tell(reads.debtMs() > periodMs),
  });
  const writes: WindowBudget = new WindowBudget(clock, {
    periodMs,
    count: 5,
    agesMs: agesMs(tools),
    spends: () => tell(true),
  });
  return {
    minutes,
    reads,
    writes,
    backoff: ({ first, longest } = { first: firstBackoff, longest: longestBackoff }) =>
      new Backoff({
        clock,
        random,
        firstMs: minutes(first),
        longestMs: minutes(longest),
        isShared: true,
      }),
    // In the sender's own time, which no pace of ours shortens.
    askedMs: (answer) => Math.min(retryAfterMs(answer, clock.now()), longestAskedMs),
  };
}

/** What a start finds still to be paid back, ms: no more than all of a burst, whatever a clock says. */
function owedMs({ clock, spent }: PaceTools, minutes: Pace['minutes']): number {
  if (spent === undefined) return 0;
  const leftMs = spent.paidAt - clock.now();
  if (leftMs < -minutes(doubtMinutes)) return 0;
  return Math.min(minutes(burst), Math.max(minutes(1), leftMs));
}

/** Commands that seem to be to come were sent by a clock that was wrong: they count as sent now. */
function agesMs({ clock, spent }: PaceTools): readonly number[] {
  return (spent?.writtenAt ?? []).map((at) => Math.max(0, clock.now() - at));
}
