import type { HttpAnswer } from '../../ports/http.ts';
import type { AdapterTools } from '../adapter.ts';
import { Backoff } from '../kit/backoff.ts';
import { retryAfterMs } from '../kit/retry-after.ts';
import type { FcspAddress } from './address.ts';

const minuteMs = 60_000;
/**
 * Least time between two readings, ms: a station that was asked more often has shown the fault CF01
 * (LF, FOR#541761).
 */
const leastMs = 30_000;
/** However long we are sent away for: after a day it is worth a try. */
const longestAskedMs = 24 * 60 * minuteMs;

/** How often a station may be asked. */
export interface Pace {
  /** Seconds in the place of every interval, where it is told to hurry. */
  readonly overrideSeconds: number | undefined;
  /** Least time between two reads of the same kind, ms. */
  readonly floorMs: number;
  /** So many of the station's minutes, ms: shorter where it is told to hurry. */
  minutes(count: number): number;
  /** Both in minutes. */
  backoff(first: number, longest: number): Backoff;
  /** How long an answer asks us to stay away, ms. 0 when it does not. */
  askedMs(answer: HttpAnswer): number;
}

/** The pace for an address. Only a station on this very machine, a simulated one, can be hurried. */
export function paceFor(tools: AdapterTools, address: FcspAddress): Pace {
  const { clock, random, log } = tools;
  const wanted = tools.overrides.paceSeconds;
  const overrideSeconds = address.isLoopback ? wanted : undefined;
  if (wanted !== overrideSeconds)
    log.warn('The interval for tests is ignored: not a loopback address');
  const scale = overrideSeconds === undefined ? 1 : overrideSeconds / 60;
  const minutes = (count: number) => count * minuteMs * scale;
  return {
    overrideSeconds,
    floorMs: overrideSeconds === undefined ? leastMs : overrideSeconds * 1000,
    minutes,
    backoff: (first, longest) =>
      new Backoff({ clock, random, firstMs: minutes(first), longestMs: minutes(longest) }),
    // In the sender's own time, which no pace of ours shortens.
    askedMs: (answer) => Math.min(retryAfterMs(answer, clock.now()), longestAskedMs),
  };
}
