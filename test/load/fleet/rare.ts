import { nextFetchAt } from '../../../electron/tariffs/market/fetch-times.ts';
import { nextCheckMs } from '../../../electron/updates/cadence.ts';
import type { Client } from './people.ts';
import { beginsAt, dayMs, days, hourMs, midnightsIn, minuteMs } from './time.ts';

const end = days * dayMs;

/** When one installation asks for newer versions. */
export function updateChecks(client: Client, chance: () => number): readonly number[] {
  const asked: number[] = [];
  let checkedAt = -dayMs * (1 + chance());
  for (const { from, until } of client.awake) {
    let at = from + nextCheckMs(beginsAt + checkedAt, beginsAt + from, chance);
    while (at < Math.min(until, end)) {
      asked.push(at);
      checkedAt = at;
      at += nextCheckMs(beginsAt + checkedAt, beginsAt + at, chance);
    }
  }
  return asked;
}

/** When markets have told tomorrow's prices: so long before midnight, which is the same on every day. */
const toldBeforeMs = 11 * hourMs + 3 * minuteMs;

/** When one installation asks a market for its prices. */
export function priceFetches(client: Client, chance: () => number): readonly number[] {
  const asked: number[] = [];
  const midnights = midnightsIn(client.zone);
  const known = (at: number) => {
    const today = midnights.findLastIndex((midnight) => midnight <= at);
    const told = at >= (midnights[today + 1] ?? end) - toldBeforeMs;
    return midnights[today + (told ? 2 : 1)] ?? end;
  };
  const { zone, awake } = client;
  let triedAt = awake[0]?.from ?? 0;
  let until = known(triedAt);
  for (const { from, until: sleepsAt } of awake) {
    let at = from;
    while (at < Math.min(sleepsAt, end)) {
      const fetched = { until: beginsAt + until, triedAt: beginsAt + triedAt };
      const next = nextFetchAt(fetched, beginsAt + at, { zone, jitter: chance() }) - beginsAt;
      if (next >= Math.min(sleepsAt, end)) break;
      asked.push(next);
      triedAt = next;
      until = known(next);
      at = next;
    }
  }
  return asked;
}
