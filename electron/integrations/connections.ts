import type { Listed } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CloudSession } from '../../shared/domain/session/history.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import type { Clock } from '../ports/clock.ts';
import { within } from '../ports/within.ts';
import type {
  Account,
  ChargerHandle,
  Connection,
  ConnectionSink,
  ObservationMeta,
  PollInterval,
  PollPolicy,
} from './connection.ts';

/** What all connections push, with ids that are unique in the whole app. */
export interface ConnectionsListener {
  listed(accountId: string, chargers: readonly (Listed & { readonly id: string })[]): void;
  /** The account as a whole could not be asked. */
  accountFailed(accountId: string, failure: Failure): void;
  observed(id: string, observation: Observation, meta: ObservationMeta): void;
  failed(id: string, failure: Failure): void;
  reportedSessions(id: string, sessions: readonly CloudSession[]): void;
  /** Nothing comes any more before they wake. */
  rested(): void;
  /** From now on something may come again. */
  woke(): void;
}

/** A poll policy that knows accounts and chargers by the ids of the whole app. */
export interface ConnectionsParts extends Omit<PollPolicy, 'interval'> {
  readonly clock: Clock;
  readonly interval: (accountId: string) => PollInterval;
  readonly listener: () => ConnectionsListener;
}

interface Open {
  readonly connection: Connection;
  readonly handles: Map<string, ChargerHandle>;
  isStarted: boolean;
}

/** A connection that takes longer to end no longer holds up the one that takes its place. */
const stopMs = 5000;

/** Whether a charger's id in the app is one of an account's. */
export function isChargerOf(accountId: string, chargerId: string): boolean {
  return chargerId.startsWith(`${accountId}/`);
}

/** The id of a charger in the whole app: unique over accounts, stable over restarts. */
export function chargerIdOf(accountId: string, charger: Pick<ChargerHandle, 'id'>): string {
  return `${accountId}/${charger.id}`;
}

/** The connections of all open accounts. They rest while the computer sleeps. */
export class Connections {
  readonly #parts: ConnectionsParts;
  readonly #open = new Map<string, Open>();
  /** What has not ended yet, by account: two cannot listen at one port. */
  readonly #stopping = new Map<string, Promise<void>>();
  #isAsleep = false;

  constructor(parts: ConnectionsParts) {
    this.#parts = parts;
  }

  /** Starts the connection of an account, once the one that it had before has stopped. */
  open(accountId: string, account: Pick<Account, 'connect'>): void {
    this.close(accountId);
    const { interval, isForeground, plugged, purpose } = this.#parts;
    const own = (id: string) => chargerIdOf(accountId, { id });
    const connection = account.connect({
      interval: () => interval(accountId),
      isForeground,
      plugged: (id) => plugged(own(id)),
      purpose: (id) => purpose(own(id)),
    });
    const open: Open = { connection, handles: new Map(), isStarted: false };
    this.#open.set(accountId, open);
    const before = this.#stopping.get(accountId);
    if (before) void before.then(() => this.#start(accountId, open));
    else this.#start(accountId, open);
  }

  /** Nobody hears anything of the account any more. */
  close(accountId: string): void {
    const open = this.#open.get(accountId);
    this.#open.delete(accountId);
    if (!open?.isStarted) return;
    const stopped = within(this.#parts.clock, stopMs, open.connection.stop(), () => undefined);
    this.#stopping.set(accountId, stopped);
    void stopped.then(() => {
      if (this.#stopping.get(accountId) === stopped) this.#stopping.delete(accountId);
    });
  }

  /** Nobody hears anything any more. Resolves when nothing is under way. */
  async stop(): Promise<void> {
    for (const accountId of [...this.#open.keys()]) this.close(accountId);
    this.#parts.listener().rested();
    await Promise.all(this.#stopping.values());
  }

  handle(id: string): ChargerHandle | undefined {
    const { accountId, own } = split(id);
    return this.#open.get(accountId)?.handles.get(own);
  }

  /** New readings within `withinMs`: of one charger, or of all. */
  refresh(withinMs: number, id?: string): void {
    if (this.#isAsleep) return;
    if (id === undefined) {
      for (const connection of this.#started()) connection.refresh?.(withinMs);
      return;
    }
    const { accountId, own } = split(id);
    const open = this.#open.get(accountId);
    if (open?.isStarted) open.connection.refresh?.(withinMs, own);
  }

  /** Attention, intervals or the like have changed. */
  reconsider(): void {
    if (this.#isAsleep) return;
    for (const connection of this.#started()) connection.reconsider?.();
  }

  sleep(): void {
    this.#isAsleep = true;
    for (const connection of this.#started()) connection.sleep?.();
    this.#parts.listener().rested();
  }

  wake(withinMs: number): void {
    this.#isAsleep = false;
    for (const connection of this.#started()) connection.wake?.(withinMs);
    this.#parts.listener().woke();
  }

  #start(accountId: string, open: Open): void {
    if (this.#open.get(accountId) !== open) return;
    open.isStarted = true;
    open.connection.start(this.#sink(accountId, open));
    if (this.#isAsleep) open.connection.sleep?.();
  }

  #started(): readonly Connection[] {
    return [...this.#open.values()].flatMap(({ connection, isStarted }) =>
      isStarted ? [connection] : [],
    );
  }

  #sink(accountId: string, open: Open): ConnectionSink {
    const listener = this.#parts.listener();
    const isOpen = () => this.#open.get(accountId) === open;
    const isListed = (own: string) => isOpen() && open.handles.has(own);
    const idOf = (own: string) => chargerIdOf(accountId, { id: own });
    return {
      chargers(list) {
        if (!isOpen()) return;
        open.handles.clear();
        for (const handle of list) open.handles.set(handle.id, handle);
        const entries = list.map(({ id, name, model }) => ({
          id: idOf(id),
          ...omitUndefined({ name, model }),
        }));
        listener.listed(accountId, entries);
      },
      observed(own, observation, meta) {
        if (isListed(own)) listener.observed(idOf(own), observation, meta);
      },
      reportedSessions(own, sessions) {
        if (isOpen()) listener.reportedSessions(idOf(own), sessions);
      },
      failed(own, failure) {
        if (!isOpen()) return;
        if (own === undefined) listener.accountFailed(accountId, failure);
        else if (isListed(own)) listener.failed(idOf(own), failure);
      },
    };
  }
}

function split(id: string): { accountId: string; own: string } {
  const at = id.indexOf('/');
  return { accountId: id.slice(0, at), own: id.slice(at + 1) };
}
