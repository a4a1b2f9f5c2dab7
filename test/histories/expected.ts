import type { Label } from './true-charger.ts';
import {
  flapMs,
  isDated,
  lagMs,
  leastWh,
  minute,
  type Open,
  type Over,
  provenBy,
  settles,
  tellsApart,
  wasUnset,
} from './two-readings.ts';

/** An end of a session that readings gave away, by somebody who knows what really happened. */
export interface ExpectedEnd {
  /** It has to be told; without it may be: too small, too short or too like another to tell. */
  readonly must: boolean;
  /** What it may have come to, Wh; absent where the readings do not tell. */
  readonly energies?: readonly number[];
  /** When a reading gave it away, ms since the beginning of the world. */
  readonly at: number;
  readonly why: string;
}

/** Below this nobody calls it a session that was missed; a little above it is no matter of doubt. */
const doubtfulWh = 400;
const clearWh = 600;
const topUpWh = 310;
/** What may still belong to a session whose power has just ended, at the most power there is here. */
const lateWh = 2100;
const dayMs = 24 * 60 * minute;

/** Which ends have to be told, and which may be, of one charger whose readings these are. */
export function expectedEnds(readings: readonly Label[], until: Until): readonly ExpectedEnd[] {
  return new Witness(until).witness(readings);
}

/** When all was over, ms since the beginning of the world, and by how much clocks were set till then. */
export interface Until {
  readonly endsAt: number;
  readonly slackMs: number;
  /** Nothing has kept the app from telling at once what it had read. */
  readonly isPrompt: boolean;
}

/** Goes by which car it really is, not by counters; those only say how much a session came to. */
class Witness {
  readonly #found: ExpectedEnd[] = [];
  readonly #until: Until;
  #open: Open | undefined;
  #over: Over | undefined;
  #before: Label | undefined;
  /** Where sessions of this stay may have begun to count, and up to where all of it is accounted for. */
  #bases: number[] = [0];
  #accounted: Label | undefined;
  #clearWh = 0;
  #isCounted = false;
  /** Until when power has flowed as far as readings prove it, ms since the beginning of the world. */
  #flowedTo = Number.NEGATIVE_INFINITY;
  /** When an end was found last that had to be told: no counter lags for it any more soon after. */
  #restsSince: number | undefined;
  /** What has come between readings that follow each other soon is told when no counter can lag. */
  #soon: { readonly since: Label; readonly isAtRest: boolean; place?: number } | undefined;
  /** The last reading of a charger that was not away. */
  #sure: Label | undefined;

  constructor(until: Until) {
    this.#until = until;
  }

  witness(readings: readonly Label[]): readonly ExpectedEnd[] {
    for (const reading of readings) {
      const isFirst = !this.#isCounted;
      this.#read(reading);
      this.#isCounted ||= reading.isCounted;
      this.#before = reading;
      this.#bases.push(reading.wh);
      if (isFirst || this.#open || settles.has(reading.phase)) {
        this.#accounted = reading;
        this.#clearWh = 0;
      }
    }
    return this.#found;
  }

  #read(now: Label): void {
    const before = this.#before;
    const flowedTo = provenBy(this.#sure, now);
    if (before && before.stay !== now.stay) {
      this.#otherCar(before, now);
      this.#flowedTo = flowedTo;
    } else {
      if (before && !isDated(before, now)) this.#wasSet(before, now);
      this.#flowedTo = Math.max(this.#flowedTo, flowedTo);
    }
    if (now.phase !== 'offline') this.#sure = now;
    if (now.phase === 'flowing') this.#flows(now);
    else if (this.#open) this.#rests(this.#open, now);
    else if (before) this.#mayHaveMissed(before, now);
  }

  /** Another car is there: what ran is over, and what the counter showed is not its own. */
  #otherCar(before: Label, now: Label): void {
    const isClear = tellsApart(before, now);
    if (this.#open) {
      const { wh, isBlurred } = this.#open;
      this.#end(now, { wh, must: isClear && !isBlurred, why: 'another car' });
      this.#open = undefined;
    } else if (this.#isCounted && before.wh - (this.#accounted?.wh ?? 0) >= doubtfulWh) {
      const must = isClear && this.#clearWh >= clearWh;
      this.#end(now, { wh: before.wh, must, why: 'nobody saw it before another car' });
    }
    this.#over = undefined;
    this.#soon = undefined;
    // The counter may be taken for that of the car before, which some chargers show for a while.
    const isAlike = now.wh > before.wh - 150;
    this.#bases = isClear ? [0, ...(isAlike ? [before.wh, now.wh] : [])] : [0, ...this.#bases];
    this.#accounted = undefined;
    if (isClear) return;
    this.#found.push({ must: false, at: now.at, why: 'perhaps another car' });
    this.#open = { stay: now.stay, wh: now.wh, fromWh: now.wh, flaps: true, isBlurred: true };
  }

  /** By another clock the charger's own count of time says anything: it may be taken for another car. */
  #wasSet(before: Label, now: Label): void {
    if (this.#open) this.#open = { ...this.#open, isBlurred: true };
    else this.#accounted = undefined;
    this.#restsSince = undefined;
    const why = `clock set after ${before.at}`;
    this.#found.push({ must: false, at: now.at, why }, { must: false, at: now.at, why });
  }

  #flows(now: Label): void {
    this.#soon = undefined;
    if (this.#open) {
      const { waitsSince: _full, ...open } = this.#open;
      this.#open = { ...open, wh: now.wh };
      return;
    }
    const over = this.#over;
    const isSoon = over !== undefined && now.wallAt - over.label.wallAt <= flapMs + minute;
    if (isSoon && over.flaps) this.#unsure(over.label);
    // A session that goes on after a pause is still the one that has flapped.
    const flaps = isSoon || (over?.phase === 'paused' && over.flaps);
    const fromWh = Math.max(over?.wh ?? 0, this.#before?.wh ?? 0);
    this.#open = { stay: now.stay, wh: now.wh, fromWh, flaps, isBlurred: false };
  }

  #rests(open: Open, now: Label): void {
    const isStill = now.phase === 'waiting' && open.waitsSince === undefined;
    open.wh = now.wh;
    if (isStill) open.waitsSince = now.wallAt;
    if (isStill || !settles.has(now.phase)) return;
    if (now.phase === 'waiting' && now.wallAt - (open.waitsSince ?? 0) < 10_000) return;
    const isLittle = this.#over !== undefined && now.wh - open.fromWh < topUpWh;
    const must = !isLittle && !open.isBlurred;
    this.#end(now, { wh: now.wh, must, why: now.phase });
    const { flaps, stay } = open;
    this.#over = { stay, phase: now.phase, label: now, wh: now.wh, flaps };
    this.#open = undefined;
  }

  /** Nothing was seen to flow; only the counter has moved since all of it was accounted for. */
  #mayHaveMissed(before: Label, now: Label): void {
    if (!this.#isCounted) return;
    this.#addsToHeld(now);
    const atOnceWh = now.wh - (before.stay === now.stay ? before.wh : 0);
    // Counters lag behind for minutes: only what has come in a longer time is clear.
    const isLong = now.at - before.at > lagMs + minute && wasUnset(before, now);
    if (isLong) this.#clearWh = Math.max(this.#clearWh, atOnceWh);
    const soon = this.#soonAt(before, now, isLong);
    const since = soon?.since ?? this.#accounted ?? before;
    const grownWh = now.wh - (soon?.since.wh ?? this.#accounted?.wh ?? 0);
    if (grownWh < doubtfulWh || !settles.has(now.phase)) return;
    if (soon?.place !== undefined) {
      const isDue = soon.isAtRest && now.at - since.at > lagMs + minute && grownWh >= clearWh;
      this.#grows(soon.place, now, isDue);
      return;
    }
    // Of one that nobody saw, the app takes the reading that found it for its end.
    const endedAt = Math.max(since.stoppedAt, this.#over?.label.at ?? Number.NEGATIVE_INFINITY);
    const isLate =
      this.#over !== undefined && grownWh < lateWh && since.at - endedAt < lagMs + minute;
    const must = this.#clearWh >= clearWh && !isLate;
    this.#end(now, { wh: now.wh, must, why: 'nobody saw it' });
    if (soon) soon.place = this.#found.length - 1;
    this.#over = { stay: now.stay, phase: now.phase, label: now, wh: now.wh, flaps: false };
  }

  /** An end that waits, because power came and went, is told with what the counter shows by then. */
  #addsToHeld(now: Label): void {
    const over = this.#over;
    if (!over?.flaps || now.wh <= over.wh || now.wh - over.wh >= lateWh) return;
    this.#grows(
      this.#found.findLastIndex(({ at }) => at === over.label.at),
      now,
      false,
    );
  }

  #soonAt(before: Label, now: Label, isLong: boolean) {
    const soon = this.#soon;
    const isOver = !soon || now.at - soon.since.at > 2 * lagMs || !wasUnset(before, now);
    if (!isOver) return soon;
    const isOther = before.stay !== now.stay;
    const since = this.#accounted ?? (isOther ? { ...before, wh: 0 } : now);
    const begins = !isLong && now.wh - since.wh >= leastWh;
    const isAtRest = this.#restsSince !== undefined && since.at - this.#restsSince > lagMs + minute;
    this.#soon = begins ? { since, isAtRest } : undefined;
    return this.#soon;
  }

  /** It may have grown since it was found; told it must be where nothing before it can lag. */
  #grows(place: number, now: Label, isDue: boolean): void {
    const found = this.#found[place];
    if (!found) return;
    const energies = [...(found.energies ?? []), ...this.#bases.map((base) => now.wh - base)];
    const must = found.must || (isDue && this.#isFresh(now));
    this.#found[place] = { ...found, energies, must };
  }

  #end(now: Label, end: { wh: number; must: boolean; why: string }): void {
    const { wh, must, why } = end;
    const isBlurred = this.#open?.isBlurred === true;
    this.#found.push({
      must: must && this.#isFresh(now),
      ...(isBlurred ? {} : { energies: this.#bases.map((base) => wh - base) }),
      at: now.at,
      why,
    });
    if (must || this.#restsSince !== undefined) this.#restsSince = now.at;
  }

  /** Readings prove that power has flowed in the day before it is told. */
  #isFresh(now: Label): boolean {
    const { endsAt, isPrompt, slackMs } = this.#until;
    const toldBy = isPrompt && now.isHeard ? now.at + 10 * minute : endsAt;
    return toldBy - this.#flowedTo < dayMs - slackMs;
  }

  /** It went on at once, when it was not told yet. */
  #unsure({ at }: Label): void {
    const last = this.#found.findLastIndex((one) => one.at === at);
    const found = this.#found[last];
    if (found) this.#found[last] = { ...found, must: false };
  }
}
