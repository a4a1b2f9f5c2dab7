import { hour, minute } from '../journeys/world.ts';
import type { LoggedRequest } from '../simulators/wallbox/front-door.ts';

/** What an account's cloud was asked for, each kind by its times, epoch ms. */
export interface Asked {
  /** Reads, whatever they were answered. */
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** With a password. */
  readonly signIns: readonly number[];
  /** New tokens for old ones. */
  readonly refreshes: readonly number[];
}

/** A promise that was not kept: in so many ms there were so many. */
export interface Overrun {
  readonly kind: 'reads' | 'writes' | 'signIns';
  readonly at: number;
  readonly count: number;
  readonly withinMs: number;
}

/** Two requests a minute apart here may arrive so much closer there, ms. */
const graceMs = 100;
/** Reads that may go at once, and how long each of them has to be paid back for. */
const burst = 3;
const readMs = minute;
const writesIn = { count: 5, ms: minute } as const;

const isToken = ({ path }: LoggedRequest) => path.startsWith('/users/');

export function askedOf(requests: readonly LoggedRequest[]): Asked {
  const timesOf = (fits: (one: LoggedRequest) => boolean) =>
    requests.filter(fits).map(({ at }) => at);
  return {
    reads: timesOf((one) => one.method === 'GET' && !isToken(one)),
    writes: timesOf((one) => one.method !== 'GET' && !isToken(one)),
    signIns: timesOf((one) => isToken(one) && one.auth === 'basic'),
    refreshes: timesOf((one) => isToken(one) && one.auth !== 'basic'),
  };
}

/** Refreshes that were refused, and sign-ins that came to nothing. */
export function reasonsToSignIn(requests: readonly LoggedRequest[]): number {
  const isRefusal = ({ status }: LoggedRequest) => status === 401 || status === 403;
  const isTrouble = ({ status }: LoggedRequest) =>
    status === null || status === 429 || status >= 500;
  return requests.filter(
    (one) => isToken(one) && (one.auth === 'basic' ? isTrouble(one) : isRefusal(one)),
  ).length;
}

/**
 * Every stretch of time in which more was asked than is promised: of reads a burst of three and one a
 * minute, of writes five a minute, of sign-ins as many as there were reasons for one.
 * @param reasons starts, and refresh tokens that were taken away
 */
export function overruns({ reads, writes, signIns }: Asked, reasons: number): readonly Overrun[] {
  const tooManySignIns = signIns.length > reasons;
  const last = signIns.at(-1) ?? 0;
  const signInOverrun = {
    kind: 'signIns',
    at: last,
    count: signIns.length,
    withinMs: last - (signIns[0] ?? 0),
  } as const;
  return [
    ...readOverruns(reads),
    ...writeOverruns(writes),
    ...(tooManySignIns ? [signInOverrun] : []),
  ];
}

/** The first window of each run of reads that holds more than its share; all windows are looked at. */
function readOverruns(times: readonly number[]): readonly Overrun[] {
  return times.flatMap((at, last) => {
    for (let first = last; first >= 0; first -= 1) {
      const withinMs = at - (times[first] ?? at);
      const count = last - first + 1;
      if (count > burst + (withinMs + graceMs) / readMs) {
        return [{ kind: 'reads' as const, at, count, withinMs }];
      }
    }
    return [];
  });
}

function writeOverruns(times: readonly number[]): readonly Overrun[] {
  return times.flatMap((at, last) => {
    const before = times[last - writesIn.count];
    const withinMs = before === undefined ? writesIn.ms : at - before;
    if (withinMs + graceMs >= writesIn.ms) return [];
    return [{ kind: 'writes' as const, at, count: writesIn.count + 1, withinMs }];
  });
}

/** How many there were in each hour from `from` on. */
export function perHour(times: readonly number[], from: number, hours: number): readonly number[] {
  const counts = Array.from({ length: hours }, () => 0);
  for (const at of times) {
    const place = Math.min(hours - 1, Math.max(0, Math.floor((at - from) / hour)));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}
