import { wakeDelayMs } from '../../../electron/app/listen-to-desktop.ts';
import { nextListMs } from '../../../electron/integrations/polled/account-poller.ts';
import { type Circumstances, nextPollMs } from '../../../electron/integrations/polled/cadence.ts';
import { wallboxAdapter } from '../../../electron/integrations/wallbox/adapter.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { quietUntil } from './cloud.ts';
import { CloudAccount, tokenMs } from './cloud-account.ts';
import { type Client, stepsOf } from './people.ts';
import { dayMs, days, type EventClock, minuteMs } from './time.ts';

interface Loop {
  due: number;
  last: number;
  failures: number;
  failure: Failure | undefined;
}

const never = Number.POSITIVE_INFINITY;
// What is imported is looked up anew each time, and nothing is as often as these.
const endMs = days * dayMs;
const spreadMs = 2 * minuteMs;
const lifeMs = tokenMs;

/**
 * The requests of one account to its cloud, one by one: its loops, list and tokens by the app's own
 * cadence, budget and back-offs, without the promises between them.
 */
export class Polls {
  readonly #client: Client;
  readonly #clock: EventClock;
  readonly #chance: () => number;
  readonly #asks: (at: number) => void;
  readonly #interval: { readonly pollDefaultSeconds: number; readonly pollFloorSeconds: number };
  readonly #share: number;
  readonly #account: CloudAccount;
  readonly #loops: Loop[];
  #listDue = never;
  #listWaits = false;
  #listFailures = 0;
  readonly #usuals: (number | undefined)[] = [undefined, undefined, undefined, undefined];
  #isOpen = false;
  #isAway = false;

  constructor(client: Client, clock: EventClock, chance: () => number, asks: (at: number) => void) {
    this.#client = client;
    this.#clock = clock;
    this.#chance = chance;
    this.#asks = asks;
    this.#account = new CloudAccount(clock, chance, asks);
    if (wallboxAdapter.kind === 'listener') throw new Error('Nobody asks it');
    this.#interval = wallboxAdapter;
    this.#share = chance();
    this.#loops = Array.from({ length: client.chargers }, () => ({
      due: never,
      last: -never,
      failures: 0,
      failure: undefined,
    }));
  }

  run(): void {
    const { awake, open, away } = this.#client;
    const opens = stepsOf(open);
    const leaves = stepsOf(away);
    let step = 0;
    let leave = 0;
    let quiet = -never;
    for (const { from, until } of awake) {
      if (until <= 0 || from >= endMs) continue;
      this.#wake(from);
      while (true) {
        const next = this.#nextDue();
        const changes = opens[step] ?? never;
        if (changes <= next && changes < until) {
          step += 1;
          if (changes >= Math.max(0, from)) this.#window(changes, step % 2 === 1);
          continue;
        }
        if (next >= until || next >= endMs) break;
        while ((leaves[leave] ?? never) <= next) leave += 1;
        this.#isAway = leave % 2 === 1;
        this.#clock.at = next;
        if (quiet <= next) quiet = quietUntil(next);
        const calmUntil = Math.min(until, changes, leaves[leave] ?? never, quiet);
        if (!this.#calm(next, calmUntil)) this.#step(next);
      }
      this.#isOpen = false;
      this.#listWaits = false;
    }
  }

  #wake(from: number): void {
    // Who was awake before the first midnight is anywhere in its turn.
    const isBefore = from < 0;
    const at = isBefore ? 0 : from + (this.#chance() < 0.5 ? 0 : 5000);
    const delay = isBefore ? this.#chance() * 300_000 : wakeDelayMs(this.#chance(), false);
    for (const loop of this.#loops) {
      loop.due = at + delay;
      loop.last = -never;
    }
    if (isBefore) this.#account.tokenAt = -this.#chance() * lifeMs;
    this.#listDue = at + (isBefore ? this.#chance() : 1) * nextListMs(this.#chance());
  }

  /**
   * Readings that go well, one like the other, up to where anything else happens: by far the most of
   * all. False where this is none of them.
   */
  #calm(at: number, until: number): boolean {
    const account = this.#account;
    const end = Math.min(until, this.#listDue, endMs);
    if (at >= end || this.#listWaits || account.reads.debtMs() > 0) return false;
    const every = this.#usualMs();
    if (!this.#isSpread(every) || account.isHeldUp()) return false;
    const loops = this.#loops;
    let last = at;
    for (let due = at; due < end; ) {
      for (const loop of loops) {
        if (loop.due >= end) break;
        last = loop.due;
        if (last - account.tokenAt >= lifeMs) {
          account.tokenAt = last;
          this.#asks(last);
        }
        this.#asks(last);
        loop.last = last;
        loop.due = last + every;
      }
      due = loops[0]?.due ?? never;
    }
    this.#clock.at = last;
    if (account.tokenAt === last) account.reads.addDebt();
    account.reads.spend();
    return true;
  }

  /** Whether a token and a reading are paid back before the next charger's turn. Puts them in order. */
  #isSpread(every: number): boolean {
    const loops = this.#loops;
    if (loops.length > 1) loops.sort((one, other) => one.due - other.due);
    let before = (loops.at(-1)?.due ?? never) - every;
    for (const { due, failures } of loops) {
      if (failures > 0 || due - before < spreadMs) return false;
      before = due;
    }
    return true;
  }

  /** Between two readings that go well, worked out once for each of the four circumstances. */
  #usualMs(): number {
    const place = (this.#isOpen ? 2 : 0) + (this.#isAway ? 1 : 0);
    const known = this.#usuals[place];
    if (known !== undefined) return known;
    const ms = nextPollMs(this.#usual()) ?? never;
    this.#usuals[place] = ms;
    return ms;
  }

  #window(at: number, isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#clock.at = at;
    for (const loop of this.#loops) {
      if (loop.last > -never) loop.due = Math.max(at, this.#planned(loop));
    }
  }

  #nextDue(): number {
    let next = this.#listDue;
    for (const loop of this.#loops) if (loop.due < next) next = loop.due;
    return next;
  }

  #step(at: number): void {
    if (at === this.#listDue) {
      if (this.#listWaits) this.#list(at);
      else {
        this.#listDue = never;
        this.#listWaits = true;
        this.#listIfRoom(at);
      }
      return;
    }
    for (const loop of this.#loops) {
      if (loop.due !== at) continue;
      this.#read(loop, at);
      return;
    }
  }

  #read(loop: Loop, at: number): void {
    const failure = this.#account.off();
    const waitMs = failure ? 0 : this.#account.reads.waitMs();
    if (waitMs > 0) {
      loop.due = at + waitMs;
      return;
    }
    const answer = failure ?? this.#account.get(at);
    loop.last = at;
    loop.failures = answer ? loop.failures + 1 : 0;
    loop.failure = answer;
    loop.due = this.#planned(loop);
    this.#listIfRoom(at);
  }

  #listIfRoom(at: number): void {
    if (!this.#listWaits || this.#listDue < never) return;
    const neededMs = this.#account.reads.waitMs() + this.#interval.pollFloorSeconds * 1000;
    if (this.#isOpen || this.#loops.every(({ due }) => due - at >= neededMs)) {
      this.#listDue = at + this.#account.reads.waitMs();
    }
  }

  #list(at: number): void {
    const waitMs = this.#account.off() ? 0 : this.#account.reads.waitMs();
    if (waitMs > 0) {
      this.#listDue = at + waitMs;
      return;
    }
    const failure = this.#account.off() ?? this.#account.get(at);
    this.#listWaits = failure !== undefined;
    this.#listFailures = failure ? this.#listFailures + 1 : 0;
    const failures = this.#listFailures;
    const wait = failure && nextPollMs(this.#usual(failures, failure));
    this.#listDue = at + (wait ?? nextListMs(this.#chance()));
  }

  #planned(loop: Loop): number {
    const { failures, failure, last } = loop;
    if (!failure) return last + this.#usualMs();
    return last + (nextPollMs(this.#usual(failures, failure)) ?? never);
  }

  /** One literal: nothing is made as often here, and a copy takes its time. */
  #usual(failures = 0, failure?: Failure): Circumstances {
    const usual: { -readonly [Key in keyof Circumstances]: Circumstances[Key] } = {
      pollSeconds: this.#interval.pollDefaultSeconds,
      floorSeconds: this.#interval.pollFloorSeconds,
      chargers: this.#loops.length,
      isForeground: this.#isOpen,
      plugged: this.#isAway ? ('no' as const) : ('yes' as const),
      failures,
      now: this.#clock.now(),
      random: this.#share,
    };
    if (failure) usual.failure = failure;
    return usual;
  }
}
