import Big from 'big.js';
import type { Session } from '../../shared/domain/session/history.ts';
import type { Slice } from './cost.ts';

/** What is needed of a session to spread its energy. */
export type Spread = Pick<Session, 'startedAt' | 'startSeen' | 'endedAt' | 'energyWh'>;

/** What is needed of a sample: epoch ms, Wh of the session. `gap`: nobody looked before it. */
export interface Counting {
  readonly at: number;
  readonly energyWh?: number | undefined;
  readonly gap?: true | undefined;
}

/**
 * A session's energy over time, by its samples' counter: even between two samples, and over a gap
 * too, but then as unseen. Without samples it is even over the whole session. The parts make
 * exactly the session's energy, which outweighs the counter where they differ (the maker's account
 * may be the finer one). Empty where no energy is known.
 */
export function slicesOf(session: Spread, samples: readonly Counting[]): readonly Slice[] {
  const seen = withoutBase(countsOf(samples), session);
  const last = seen.at(-1);
  const totalWh = session.energyWh ?? last?.countWh.toNumber();
  if (totalWh === undefined) return [];
  const endedAt = session.endedAt ?? last?.at ?? session.startedAt;
  const counts = fitted(seen, new Big(totalWh), endedAt);
  const flowing = between([beginning(session), ...counts], session).filter(isFlowing);
  if (flowing.length > 0) return flowing;
  return [{ from: session.startedAt, to: Math.max(session.startedAt, endedAt), energyWh: '0' }];
}

function isFlowing({ energyWh }: Slice): boolean {
  return !new Big(energyWh).eq(0);
}

interface Count {
  readonly at: number;
  /** Since the session began. Never falls. */
  readonly countWh: Big;
  /** Nobody watched since the count before. */
  readonly unseen: boolean;
}

/**
 * The counter as it would be had it never fallen. One that comes back to where it was had only
 * slipped; one that stays below has begun anew, and what it shows then is added.
 */
function countsOf(samples: readonly Counting[]): readonly Count[] {
  const ordered = samples.toSorted((one, other) => one.at - other.at);
  const highest = highestFromHere(ordered);
  const counts: Count[] = [];
  let base = new Big(0);
  let shown = 0;
  let unseen = false;
  for (const [index, { at, energyWh, gap }] of ordered.entries()) {
    unseen ||= gap === true;
    if (energyWh === undefined || energyWh < 0) continue;
    const slipped = energyWh < shown && (highest[index] ?? 0) >= shown;
    if (energyWh < shown && !slipped) base = base.plus(shown);
    if (!slipped) shown = energyWh;
    counts.push({ at, countWh: base.plus(shown), unseen });
    unseen = false;
  }
  return counts;
}

function highestFromHere(samples: readonly Counting[]): readonly number[] {
  let highest = 0;
  return samples
    .toReversed()
    .map(({ energyWh }) => {
      highest = Math.max(highest, energyWh ?? 0);
      return highest;
    })
    .toReversed();
}

/**
 * Samples of older versions show what the charger counts of a whole stay, of which a second session
 * is only a part: what is beyond the session's own energy, and was so at its first reading already, is
 * not the session's.
 */
function withoutBase(counts: readonly Count[], { energyWh }: Spread): readonly Count[] {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last || energyWh === undefined) return counts;
  const baseWh = last.countWh.minus(energyWh);
  if (baseWh.lte(0) || baseWh.gt(first.countWh)) return counts;
  return counts.map((count) => ({ ...count, countWh: count.countWh.minus(baseWh) }));
}

/** The counts so that the last is the session's energy: drawn out in time, or else in size. */
function fitted(counts: readonly Count[], totalWh: Big, endedAt: number): readonly Count[] {
  const last = counts.at(-1);
  const end: Count = { at: endedAt, countWh: totalWh, unseen: true };
  if (!last || last.countWh.eq(0)) return [...counts, end];
  if (totalWh.eq(last.countWh)) return counts;
  if (totalWh.gt(last.countWh) && endedAt > last.at) return [...counts, end];
  return counts.map((count) =>
    count.countWh.eq(last.countWh)
      ? { ...count, countWh: totalWh }
      : { ...count, countWh: count.countWh.times(totalWh).div(last.countWh) },
  );
}

function beginning({ startedAt }: Spread): Count {
  return { at: startedAt, countWh: new Big(0), unseen: false };
}

const dayMs = 24 * 60 * 60_000;

function between(counts: readonly Count[], session: Spread): readonly Slice[] {
  return counts.slice(1).map((count, index): Slice => {
    const before = counts[index] ?? count;
    const from = Math.min(before.at, count.at);
    const energyWh = count.countWh.minus(before.countWh).toFixed();
    const span = { from, to: count.at, energyWh };
    if (index > 0) return count.unseen ? { ...span, unseenFrom: from } : span;
    // What was there at the first reading flowed before anybody looked, and who knows since when.
    if (!session.startSeen) return { ...span, unseenFrom: from - dayMs };
    return count.unseen || from < count.at ? { ...span, unseenFrom: from } : span;
  });
}
