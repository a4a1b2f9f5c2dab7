import type { Failure } from '../../shared/domain/failure.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { Result } from '../../shared/result.ts';
import type { Account, Charger } from '../chargers/charger.ts';
import type { Clock, Timer } from '../system/clock.ts';
import { nextLook } from './cadence.ts';
import { createLoop, type LookLoop } from './loop.ts';

/** How an account is to be watched; asked anew each time, since a person may change it. */
export interface WatchManner {
  readonly pollSeconds: number;
  readonly floorSeconds: number;
  readonly paceSeconds?: number;
}

/** What a watch tells. Charger ids are the account's own. */
export interface WatchListener {
  /** The list of chargers as it is now. */
  listed(chargers: readonly Charger[]): void;
  listFailed(failure: Failure): void;
  looked(charger: Charger, result: Result<Observation, Failure>): void;
}

export interface WatchParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly account: Account;
  readonly manner: () => WatchManner;
  readonly attentive: (charger: Charger | undefined) => boolean;
  readonly plugged: (charger: Charger) => 'yes' | 'no' | 'unknown';
  readonly listener: WatchListener;
}

/** Watches the chargers of one account: the list rarely, each charger by its loop. */
export interface Watch {
  begin(withinMs: number): void;
  charger(id: string): Charger | undefined;
  lookWithin(ms: number, chargerId?: string): void;
  reconsider(): void;
  rest(): void;
}

/** The list of chargers changes when somebody buys one. */
const listEveryMs = 30 * 60_000;

export function createWatch(parts: WatchParts): Watch {
  const { clock, account, listener } = parts;
  const loops = new Map<string, { charger: Charger; loop: LookLoop }>();
  let timer: Timer | undefined;
  let listing: AbortController | undefined;
  let failures = 0;

  async function list(): Promise<void> {
    timer = undefined;
    const giveUp = new AbortController();
    listing = giveUp;
    const result = await account.listChargers({ signal: giveUp.signal });
    if (listing !== giveUp) return;
    listing = undefined;
    failures = result.ok ? 0 : failures + 1;
    if (result.ok) reconcile(result.value);
    else listener.listFailed(result.failure);
    listAgain(result.ok ? undefined : result.failure);
  }

  function listAgain(failure: Failure | undefined): void {
    const wait = failure ? nextLook({ ...usual(undefined), failures, failure }) : listEveryMs;
    if (wait !== undefined) timer = clock.after(wait, () => void list());
  }

  function reconcile(chargers: readonly Charger[]): void {
    const ids = new Set(chargers.map(({ id }) => id));
    for (const [id, { loop }] of loops) {
      if (ids.has(id)) continue;
      loop.rest();
      loops.delete(id);
    }
    const added = chargers.filter(({ id }) => !loops.has(id));
    for (const charger of added) loops.set(charger.id, { charger, loop: loopFor(charger) });
    listener.listed(chargers);
    for (const charger of added) loops.get(charger.id)?.loop.lookWithin(0);
    for (const { loop } of loops.values()) loop.reconsider();
  }

  function loopFor(charger: Charger): LookLoop {
    return createLoop({
      clock,
      random: parts.random,
      look: (ask) => charger.look(ask),
      circumstances: () => usual(charger),
      heard: (result) => listener.looked(charger, result),
    });
  }

  function usual(charger: Charger | undefined) {
    return {
      ...parts.manner(),
      chargers: Math.max(1, loops.size),
      attentive: parts.attentive(charger),
      plugged: charger ? parts.plugged(charger) : ('unknown' as const),
      now: clock.now(),
      random: parts.random(),
    };
  }

  return {
    begin(withinMs) {
      // After sleep the list is still known: one look each is all that is asked. Not every desktop
      // says that it goes to sleep, so the loops may never have rested.
      for (const { loop } of loops.values()) loop.lookWithin(withinMs);
      if (timer || listing) return;
      timer = clock.after(loops.size === 0 ? withinMs : listEveryMs, () => void list());
    },
    charger: (id) => loops.get(id)?.charger,
    lookWithin(ms, chargerId) {
      if (chargerId !== undefined) loops.get(chargerId)?.loop.lookWithin(ms);
      else if (loops.size > 0) for (const { loop } of loops.values()) loop.lookWithin(ms);
      else if (timer && !listing) {
        timer.cancel();
        timer = clock.after(ms, () => void list());
      }
    },
    reconsider() {
      for (const { loop } of loops.values()) loop.reconsider();
    },
    rest() {
      timer?.cancel();
      timer = undefined;
      listing?.abort();
      listing = undefined;
      for (const { loop } of loops.values()) loop.rest();
    },
  };
}
