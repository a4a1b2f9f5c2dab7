import type { Listed } from '../../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Account, Charger, LookPurpose } from '../connection.ts';
import { createWatch, type Watch, type WatchManner } from './watch.ts';

/** A charger as its account lists it, with its id in the whole app. */
export interface ListedCharger extends Listed {
  readonly id: string;
}

/** What the poller tells. `id` is the charger's id in the whole app. */
export interface PollListener {
  listed(accountId: string, chargers: readonly ListedCharger[]): void;
  listFailed(accountId: string, failure: Failure): void;
  looked(id: string, seen: Observation): void;
  lookFailed(id: string, failure: Failure): void;
  /** No look comes any more before it is resumed. */
  rested(): void;
}

export interface PollerParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly manner: (accountId: string) => WatchManner;
  /** Somebody watches. */
  readonly attentive: () => boolean;
  readonly plugged: (id: string) => 'yes' | 'no' | 'unknown';
  readonly purpose: (id: string) => LookPurpose;
  readonly listener: PollListener;
}

/** Watches every open account. Stops while the computer sleeps. */
export interface Poller {
  watch(accountId: string, account: Account): void;
  unwatch(accountId: string): void;
  charger(id: string): Charger | undefined;
  /** Looks within `ms`: at one charger, or at all. */
  lookWithin(ms: number, id?: string): void;
  /** Attention, intervals or the like have changed. */
  reconsider(): void;
  rest(): void;
  /** Goes on after a rest: one look each within `ms`. */
  resume(ms: number): void;
}

/** The id of a charger in the whole app: unique over accounts, stable over restarts. */
export function chargerIdOf(accountId: string, charger: Pick<Charger, 'id'>): string {
  return `${accountId}/${charger.id}`;
}

export function createPoller(parts: PollerParts): Poller {
  const watches = new Map<string, Watch>();
  let resting = false;

  return {
    watch(accountId, account) {
      watches.get(accountId)?.rest();
      const watch = watchOf(parts, accountId, account);
      watches.set(accountId, watch);
      if (!resting) watch.begin(0);
    },
    unwatch(accountId) {
      watches.get(accountId)?.rest();
      watches.delete(accountId);
    },
    charger(id) {
      const { accountId, own } = split(id);
      return watches.get(accountId)?.charger(own);
    },
    lookWithin(ms, id) {
      if (resting) return;
      if (id === undefined) for (const watch of watches.values()) watch.lookWithin(ms);
      else watches.get(split(id).accountId)?.lookWithin(ms, split(id).own);
    },
    reconsider() {
      if (!resting) for (const watch of watches.values()) watch.reconsider();
    },
    rest() {
      resting = true;
      for (const watch of watches.values()) watch.rest();
      parts.listener.rested();
    },
    resume(ms) {
      resting = false;
      for (const watch of watches.values()) watch.begin(ms);
    },
  };
}

function watchOf(parts: PollerParts, accountId: string, account: Account): Watch {
  const { clock, random, listener } = parts;
  const idOf = (charger: Charger) => chargerIdOf(accountId, charger);
  return createWatch({
    clock,
    random,
    account,
    manner: () => parts.manner(accountId),
    attentive: parts.attentive,
    plugged: (charger) => parts.plugged(idOf(charger)),
    purpose: (charger) => parts.purpose(idOf(charger)),
    listener: {
      listed(chargers) {
        const entries = chargers.map((charger) => ({
          id: idOf(charger),
          ...omitUndefined({ name: charger.name, model: charger.model }),
        }));
        listener.listed(accountId, entries);
      },
      listFailed: (failure) => listener.listFailed(accountId, failure),
      looked(charger, result) {
        if (result.ok) listener.looked(idOf(charger), result.value);
        else listener.lookFailed(idOf(charger), result.failure);
      },
    },
  });
}

function split(id: string): { accountId: string; own: string } {
  const at = id.indexOf('/');
  return { accountId: id.slice(0, at), own: id.slice(at + 1) };
}
