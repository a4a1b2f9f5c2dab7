import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock, Timer } from '../../ports/clock.ts';
import type {
  Connection,
  ConnectionSink,
  PolledAccount,
  PolledCharger,
  PollPolicy,
} from '../connection.ts';
import { nextPollMs, validForMs } from './cadence.ts';
import { PollLoop } from './loop.ts';

export interface PolledParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly policy: PollPolicy;
}

/**
 * Makes a connection out of an account that has to be asked: it asks for the list of chargers rarely,
 * and for each charger as often as the policy wants and the brand allows.
 */
export function polled(
  account: Pick<PolledAccount, 'listChargers' | 'waitMs'>,
  parts: PolledParts,
): Connection {
  return new AccountPoller(account, parts);
}

/** The list of chargers changes when somebody buys one. */
const listEveryMs = 30 * 60_000;
/** Later by up to this part of it: whoever came back in one moment must not ask in step for hours. */
const listJitterShare = 0.2;
/** Refused that often in a row, a charger may no longer be the account's: the list knows. */
const doubtAfter = 2;

/** How long until the list is asked for again, ms. `random` is from 0 to 1. */
export function nextListMs(random: number): number {
  return listEveryMs * (1 + listJitterShare * random);
}

class AccountPoller implements Connection {
  readonly #account: Pick<PolledAccount, 'listChargers' | 'waitMs'>;
  readonly #parts: PolledParts;
  readonly #loops = new Map<string, { charger: PolledCharger; loop: PollLoop }>();
  #sink: ConnectionSink | undefined;
  /** How often in a row each charger was refused until some time, or not found. */
  readonly #refused = new Map<string, number>();
  /**
   * One for all readings: with the same time between them, chargers that share a budget keep out of
   * each other's way once they have found their turns.
   */
  readonly #share: number;
  #timer: Timer | undefined;
  #listing: AbortController | undefined;
  #listWaits = false;
  /** What a charger asks besides its readings, one at a time. */
  #aside: AbortController | undefined;
  #failures = 0;

  constructor(account: Pick<PolledAccount, 'listChargers' | 'waitMs'>, parts: PolledParts) {
    this.#account = account;
    this.#parts = parts;
    this.#share = parts.random();
  }

  start(sink: ConnectionSink): void {
    this.#sink = sink;
    this.wake(0);
  }

  async stop(): Promise<void> {
    this.#sink = undefined;
    this.sleep();
  }

  wake(withinMs: number): void {
    // After sleep the list is still known: one reading each is all that is asked. Not every desktop
    // says that it goes to sleep, so the loops may never have rested.
    for (const { loop } of this.#loops.values()) loop.pollWithin(withinMs);
    if (this.#timer || this.#listing || this.#listWaits) return;
    if (this.#loops.size === 0) this.#listAfter(withinMs);
    else this.#listSometime();
  }

  refresh(withinMs: number, chargerId?: string): void {
    const loops = [...this.#loops.values()];
    if (chargerId !== undefined) this.#loops.get(chargerId)?.loop.pollWithin(withinMs);
    else if (loops.length > 0) for (const { loop } of loops) loop.pollWithin(withinMs);
    else if (this.#timer && !this.#listing) this.#listAfter(withinMs);
  }

  reconsider(): void {
    for (const { loop } of this.#loops.values()) loop.reconsider();
  }

  sleep(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#listWaits = false;
    this.#listing?.abort();
    this.#listing = undefined;
    this.#aside?.abort();
    this.#aside = undefined;
    for (const { loop } of this.#loops.values()) loop.rest();
  }

  #listAfter(ms: number): void {
    this.#after(ms, () => void this.#list());
  }

  /** Nobody waits for it: it goes when it holds up no reading, since a reading may have to tell an end. */
  #listSometime(): void {
    this.#after(nextListMs(this.#parts.random()), () => {
      this.#timer = undefined;
      this.#listWaits = true;
      this.#listIfRoom();
    });
  }

  #after(ms: number, then: () => void): void {
    this.#timer?.cancel();
    this.#timer = this.#parts.clock.after(ms, then);
  }

  #listIfRoom(): void {
    if (this.#listWaits && !this.#listing && this.#hasRoom()) void this.#list();
  }

  #asideIfRoom(charger: PolledCharger): void {
    if (this.#listing || this.#listWaits || this.#aside || !this.#hasRoom()) return;
    const giveUp = new AbortController();
    const asked = charger.aside?.({ signal: giveUp.signal });
    if (!asked) return;
    this.#aside = giveUp;
    void asked.finally(() => {
      if (this.#aside === giveUp) this.#aside = undefined;
    });
  }

  /** It can be asked and paid back before the next reading is due; or readings are so close that never. */
  #hasRoom(): boolean {
    const { policy } = this.#parts;
    const { pollSeconds, floorSeconds, paceSeconds } = policy.interval();
    const isTight = policy.isForeground() || pollSeconds < 2 * floorSeconds;
    if (isTight || paceSeconds !== undefined) return true;
    const neededMs = (this.#account.waitMs?.() ?? 0) + floorSeconds * 1000;
    return [...this.#loops.values()].every(({ loop }) => loop.dueInMs() >= neededMs);
  }

  async #list(): Promise<void> {
    this.#timer = undefined;
    this.#listWaits = false;
    const giveUp = new AbortController();
    this.#listing = giveUp;
    const result = await this.#account.listChargers({ signal: giveUp.signal });
    if (this.#listing !== giveUp) return;
    this.#listing = undefined;
    this.#failures = result.ok ? 0 : this.#failures + 1;
    if (result.ok) this.#reconcile(result.value);
    else this.#sink?.failed(undefined, result.failure);
    this.#listAgain(result.ok ? undefined : result.failure);
  }

  #listAgain(failure: Failure | undefined): void {
    const failures = this.#failures;
    const wait = failure && nextPollMs({ ...this.#usual(undefined), failures, failure });
    if (!failure) this.#listSometime();
    else if (wait !== undefined) this.#listAfter(wait);
  }

  #reconcile(chargers: readonly PolledCharger[]): void {
    const ids = new Set(chargers.map(({ id }) => id));
    for (const [id, { loop }] of this.#loops) {
      if (ids.has(id)) continue;
      loop.rest();
      this.#loops.delete(id);
      this.#refused.delete(id);
    }
    const added = chargers.filter(({ id }) => !this.#loops.has(id));
    for (const charger of added) {
      this.#loops.set(charger.id, { charger, loop: this.#loopFor(charger) });
    }
    this.#sink?.chargers(chargers);
    for (const charger of added) this.#loops.get(charger.id)?.loop.pollWithin(0);
    this.reconsider();
  }

  #loopFor(charger: PolledCharger): PollLoop {
    const { clock, policy } = this.#parts;
    return new PollLoop({
      clock,
      random: () => this.#share,
      read: (ask) => charger.read(ask),
      purpose: () => policy.purpose(charger.id),
      circumstances: () => this.#usual(charger),
      heard: (result) => {
        this.#push(charger, result);
        if (result.ok) this.#refused.delete(charger.id);
        else this.#doubt(charger, result.failure);
      },
      planned: () => {
        this.#listIfRoom();
        this.#asideIfRoom(charger);
      },
    });
  }

  #push(charger: PolledCharger, result: Result<Observation, Failure>): void {
    const at = this.#parts.clock.now();
    if (!result.ok) this.#sink?.failed(charger.id, result.failure);
    else {
      const meta = { at, validForMs: validForMs(this.#usual(charger)) };
      this.#sink?.observed(charger.id, result.value, meta);
    }
  }

  /** Asks for the list in the place of the next reading: a lost charger must not hold up the others. */
  #doubt({ id }: PolledCharger, failure: Failure): void {
    const isMissing = failure.kind === 'notFound';
    const until = 'until' in failure ? failure.until : undefined;
    if ((until === undefined && !isMissing) || this.#listing) return;
    const times = (this.#refused.get(id) ?? 0) + 1;
    this.#refused.set(id, times);
    // Whoever does not find it leaves no doubt what the list must be asked; once is enough.
    if (times === (isMissing ? 1 : doubtAfter)) {
      this.#listAfter(until === undefined ? 0 : until - this.#parts.clock.now());
    }
  }

  #usual(charger: PolledCharger | undefined) {
    const { policy, clock } = this.#parts;
    return {
      ...policy.interval(),
      chargers: Math.max(1, this.#loops.size),
      isForeground: policy.isForeground(),
      plugged: charger ? policy.plugged(charger.id) : ('unknown' as const),
      needsConfirmation: charger !== undefined && policy.purpose(charger.id) === 'confirmation',
      now: clock.now(),
      random: this.#share,
    };
  }
}
