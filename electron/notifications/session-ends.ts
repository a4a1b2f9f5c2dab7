import { z } from 'zod';
import { orderly } from '../../shared/domain/session/session-span.ts';
import { instant, key, line, longKey, quantity, whenTrue } from '../../shared/schema/sound.ts';
import { duration, energy, type FormatOptions } from '../../shared/text/format.ts';
import { noticeText } from '../../shared/text/notice-text.ts';
import type { Clock } from '../ports/clock.ts';
import type { Notice } from '../ports/notice.ts';

/** An end so soon after another one of the same charger may be one of many. */
const soonMs = 5 * 60_000;
/** A charger at which nothing has ended for so long has come to rest. */
const restMs = 10 * 60_000;
/** Nobody calls a longer session a flicker. */
const shortMs = 5 * 60_000;
/** No real charger may be asked as often. A simulated one lives faster, and is not damped. Seconds. */
const leastPace = 5;
/** A charger that never comes to rest is summed up so often all the same. */
const longestHoldMs = 3_600_000;

/** An end that was told of late, or waits to be told in a sum. */
export const recentEndSchema = z
  .object({
    /** That of its notification. */
    id: longKey,
    chargerId: key,
    who: line,
    /** When it was laid down to be told. */
    at: instant,
    startedAt: instant,
    endedAt: instant,
    energyWh: quantity.energyWh,
    /** It waits until the charger has come to rest. */
    isHeld: whenTrue,
  })
  .transform(orderly);

export type RecentEnd = z.infer<typeof recentEndSchema>;

/** How often a charger is asked where tests or the demo have said so, seconds. */
export type PaceOf = (chargerId: string) => number | undefined;

/** One notification, and the ids of those in the outbox that it tells. */
export interface ToTell {
  readonly notice: Notice;
  readonly covers: readonly string[];
}

/**
 * Ends of sessions of a charger that begins and ends over and over. The first is told at once. Ends
 * of short sessions that follow within minutes wait until nothing has ended for a while, and are
 * told as one sum with all that ended in that time. So each end is told by itself or within a sum.
 */
export class SessionEnds {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #paceSeconds: PaceOf;
  readonly #formatOptions: () => FormatOptions;
  #recent: readonly RecentEnd[];

  constructor(
    clock: Pick<Clock, 'now'>,
    kept: readonly RecentEnd[] = [],
    paceSeconds: PaceOf = () => undefined,
    formatOptions: () => FormatOptions = () => ({}),
  ) {
    this.#formatOptions = formatOptions;
    this.#clock = clock;
    this.#paceSeconds = paceSeconds;
    this.#recent = kept;
  }

  /** What must outlive a crash. */
  kept(): readonly RecentEnd[] {
    return this.#recent;
  }

  /** An end was laid down to be told. Gives whether it waits for the charger to come to rest. */
  laid({ id, chargerId, ended }: Notice): boolean {
    if (!ended || chargerId === undefined) return false;
    const now = this.#clock.now();
    const last = this.#of(chargerId).at(-1);
    const sinceMs = last ? Math.abs(now - last.at) : Number.POSITIVE_INFINITY;
    const follows = sinceMs < restMs && (this.#paceSeconds(chargerId) ?? leastPace) >= leastPace;
    const isShort = ended.endedAt - ended.startedAt < shortMs;
    const isHeld = follows && (last?.isHeld === true || (isShort && sinceMs < soonMs));
    const others = this.#recent.filter(
      (one) => one.chargerId !== chargerId || one.isHeld || follows,
    );
    const end = { id, chargerId, at: now, ...ended, ...(isHeld ? { isHeld } : {}) };
    this.#recent = [...others, end];
    return isHeld;
  }

  /** Until when an end waits, epoch ms; undefined for one that may be told. */
  waitsUntil({ id, chargerId, ended }: Notice): number | undefined {
    if (!ended || chargerId === undefined) return undefined;
    const held = this.#of(chargerId).filter(({ isHeld }) => isHeld);
    const [first] = held;
    const last = held.at(-1);
    if (!first || !last || !held.some((one) => one.id === id)) return undefined;
    const until = Math.min(last.at + restMs, first.at + longestHoldMs);
    // A clock that was set back meanwhile must not stretch it.
    return until - this.#clock.now() > restMs ? undefined : until;
  }

  /** Several ends of one charger that have waited become one notification. */
  summedUp(due: readonly Notice[]): readonly ToTell[] {
    const held = new Set(this.#recent.filter(({ isHeld }) => isHeld).map(({ id }) => id));
    const waited = due.filter(({ id }) => held.has(id));
    return due.flatMap((notice): readonly ToTell[] => {
      const mine = waited.filter(({ chargerId }) => chargerId === notice.chargerId);
      if (!held.has(notice.id) || mine.length < 2) return [{ notice, covers: [notice.id] }];
      if (notice !== mine.at(-1)) return [];
      return [{ notice: this.#sum(notice), covers: mine.map(({ id }) => id) }];
    });
  }

  /** These are told, or not worth it any more: what comes after them is not summed up with them. */
  settled(ids: ReadonlySet<string>): void {
    const done = new Set(
      this.#recent.filter(({ id, isHeld }) => isHeld && ids.has(id)).map((one) => one.chargerId),
    );
    this.#recent = this.#recent.filter(
      (one) => !done.has(one.chargerId) || (one.isHeld && !ids.has(one.id)),
    );
  }

  #of(chargerId: string): readonly RecentEnd[] {
    return this.#recent.filter((one) => one.chargerId === chargerId);
  }

  #sum(last: Notice): Notice {
    const all = this.#of(last.chargerId ?? '');
    const ends = all.slice(0, all.findIndex(({ id }) => id === last.id) + 1);
    const from = Math.min(...ends.map(({ startedAt }) => startedAt));
    const to = Math.max(...ends.map(({ endedAt }) => endedAt));
    const amounts = ends.flatMap(({ energyWh }) => energyWh ?? []);
    // What is unknown of one is unknown of all together.
    const isKnown = amounts.length === ends.length;
    const energyWh = amounts.reduce((sum, one) => sum + one, 0);
    const words = noticeText.sessionsSum(ends.at(-1)?.who ?? '', {
      count: ends.length,
      duration: duration(to - from),
      ...(isKnown ? { energy: energy(energyWh, this.#formatOptions()) } : {}),
    });
    return { ...last, ...words, id: `sum/${last.id}` };
  }
}
