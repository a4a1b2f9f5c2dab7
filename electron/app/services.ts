import type { GoTo } from '../../shared/domain/app/app-state.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Accounts } from '../accounts/account-parts.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { type Kept, readKept } from '../charging/kept-memory.ts';
import { MemoryFile } from '../charging/memory-file.ts';
import { type ChargerTracker, createChargerTracker } from '../charging/tracker.ts';
import type { Commands } from '../commands/commands.ts';
import type { LazyRecords } from '../history/record/lazy-records.ts';
import { patienceAt } from '../integrations/patience.ts';
import { createPoller, type ListedCharger, type Poller } from '../integrations/polled/poller.ts';
import { lookPurpose } from '../integrations/polled/purpose.ts';
import { adapters } from '../integrations/registry.ts';
import { createNotifier, type Notifier } from '../notifications/notifier.ts';
import { signInNotice } from '../notifications/other-notices.ts';
import { isOver } from '../notifications/over.ts';
import type { AppPorts } from '../ports/app-ports.ts';
import { createPreferences, type Preferences } from '../settings/preferences.ts';
import type { TariffBook } from '../tariffs/tariff-book.ts';
import type { AppServices } from './app-services.ts';
import { commandsOf } from './commands-of.ts';
import { initialState } from './initial-state.ts';
import { recordsOf } from './records-of.ts';
import { projectState } from './state-projection.ts';
import { StorageHealth } from './storage-health.ts';
import { createStore, type Store } from './store.ts';
import { tariffsOf } from './tariffs-of.ts';
import { Throttle } from './throttle.ts';
import { watchManner } from './watch-manner.ts';

/** What is held back after a gap is told then at the latest, whoever was not heard of. */
const longestHoldMs = 3 * 60_000;

/**
 * Builds the parts of the app and lets each call the others: a look goes to the tracker, the
 * tracker to the notifier, every change to the store. No part knows another but through here.
 */
export class Services implements AppServices {
  readonly preferences: Preferences;
  readonly store: Store;
  readonly notifier: Notifier;
  readonly tracker: ChargerTracker;
  readonly commands: Commands;
  readonly poller: Poller;
  readonly accounts: Accounts;
  readonly records: LazyRecords;
  readonly memory: MemoryFile;
  readonly tariffs: TariffBook;
  readonly disk: StorageHealth;
  readonly #throttle: Throttle;
  readonly #signInTold: Set<string>;

  constructor(readonly ports: AppPorts) {
    const { clock, log } = ports;
    const kept = readKept(ports.memoryFile, log);
    this.#throttle = new Throttle(clock, () => projectState(this));
    this.disk = new StorageHealth(log, () => this.#throttle.soon());
    this.#signInTold = new Set(kept.signInTold);
    this.preferences = createPreferences({
      clock,
      file: ports.settingsFile,
      log,
      wrote: (failure) => this.disk.said('settings', failure),
    });
    this.store = createStore(initialState(ports, this.preferences));
    this.tariffs = tariffsOf(this, kept.prices ?? []);
    this.memory = this.#createMemory();
    this.notifier = createNotifier({
      port: ports.notices,
      clock,
      log,
      kept,
      isOver: (notice) => isOver(notice, this.tracker.memory(notice.chargerId ?? '')),
      save: () => this.memory.keep(),
    });
    this.tracker = this.#createChargerTracker(kept);
    this.commands = commandsOf(this, kept, (id, failure) => this.#lookFailed(id, failure));
    this.poller = this.#createPoller();
    this.accounts = this.#createAccounts();
    this.records = recordsOf(this);
  }

  publish(): void {
    this.#throttle.now();
  }

  open(view: GoTo['view'], chargerId?: string): void {
    this.#throttle.settle();
    const counter = this.store.get().goTo.counter + 1;
    this.store.change({ goTo: { counter, view, ...(chargerId ? { chargerId } : {}) } });
    this.ports.window.open();
  }

  afterGap(): void {
    const { tracker, notifier } = this;
    const ids = tracker.watched().map(({ id }) => id);
    notifier.hold(ids);
    for (const id of ids) tracker.happen(id, { kind: 'interrupted' });
    this.ports.clock.after(longestHoldMs, () => {
      for (const id of ids) notifier.settled(id);
      void notifier.flush();
    });
  }

  #createMemory(): MemoryFile {
    return new MemoryFile(this.ports, this.disk, () => ({
      chargers: this.tracker.memories(),
      ...this.notifier.kept(),
      signInTold: [...this.#signInTold],
      prices: this.tariffs.kept(this.tracker.memories()),
      wishes: this.commands.open(),
    }));
  }

  #createChargerTracker(kept: Kept): ChargerTracker {
    const owners = new Set(this.preferences.records().map(({ id }) => id));
    return createChargerTracker({
      clock: this.ports.clock,
      log: this.ports.log,
      kept: kept.chargers.filter(({ accountId }) => owners.has(accountId)),
      notifier: this.notifier,
      settings: () => this.preferences.get(),
      zone: this.ports.zone,
      asked: (id) => this.commands.asked(id),
      patience: ({ brand, accountId }) =>
        patienceAt(adapters[brand].patience, this.accounts.paceSeconds(accountId)),
      tariffs: this.tariffs,
      heard: (after, happening) => this.records.heard(after, happening),
      save: () => this.memory.keep(),
      saveSoon: () => this.memory.keepSoon(),
    });
  }

  #createPoller(): Poller {
    const { clock, random, window } = this.ports;
    return createPoller({
      clock,
      random,
      manner: (accountId) => watchManner(this.accounts, accountId),
      attentive: () => window.isOpen(),
      plugged: (id) => this.tracker.memory(id)?.known?.plugged ?? 'unknown',
      purpose: (id) => lookPurpose(this.tracker.memory(id), this.commands.awaits(id)),
      listener: {
        listed: (accountId, chargers) => this.#listed(accountId, chargers),
        listFailed: (accountId, failure) => this.#listFailed(accountId, failure),
        looked: (id, seen) => this.#looked(id, seen),
        lookFailed: (id, failure) => this.#lookFailed(id, failure),
        rested: () => this.#throttle.settle(),
      },
    });
  }

  #createAccounts(): Accounts {
    const { vault, log, clock, http, random, hide, overrides } = this.ports;
    return createAccounts({
      records: this.preferences.records(),
      adapters,
      vault,
      log,
      newId: () => Math.floor(random() * 2 ** 48).toString(36),
      overrides,
      tools: { clock, http, log, random, hide },
      saveRecords: (records) => this.preferences.saveRecords(records),
      opened: (record, account) => this.poller.watch(record.id, account),
      signedIn: (accountId) => this.#signInTold.delete(accountId),
      closed: (accountId) => this.poller.unwatch(accountId),
      forgotten: (accountId) => this.tracker.keepOnly((memory) => memory.accountId !== accountId),
      seenAt: (accountId) => this.tracker.seenAt(accountId),
      keychain: (keychain) => this.store.change({ keychain }),
      changed: () => this.publish(),
    });
  }

  #listed(accountId: string, chargers: readonly ListedCharger[]): void {
    const brand = this.accounts.record(accountId)?.brand;
    if (!brand) return;
    this.tracker.listed({ accountId, brand }, chargers);
    this.accounts.listed(accountId, { count: chargers.length });
  }

  #listFailed(accountId: string, failure: Failure): void {
    this.accounts.listed(accountId, failure);
    for (const memory of this.tracker.watched()) {
      if (memory.accountId === accountId) this.#lookFailed(memory.id, failure);
    }
    if (failure.kind === 'signInNeeded') this.#signInRefused(accountId);
  }

  #looked(id: string, seen: Observation): void {
    const at = this.ports.clock.now();
    const taken = this.tracker.happen(id, { kind: 'looked', at, seen });
    if (taken?.kind === 'looked') {
      this.commands.looked(id, taken.seen);
      this.#answered(this.tracker.memory(id)?.accountId);
    }
    this.#throttle.soon();
  }

  #lookFailed(id: string, failure: Failure): void {
    const { accountId } = this.tracker.memory(id) ?? {};
    this.tracker.happen(id, { kind: 'failed', at: this.ports.clock.now(), failure });
    if (failure.kind === 'signInNeeded' && accountId) this.#signInRefused(accountId);
    this.#throttle.soon();
  }

  /** What was refused before is accepted by now; should it be refused again, that is news. */
  #answered(accountId: string | undefined): void {
    if (accountId === undefined) return;
    this.accounts.answered(accountId);
    this.#signInTold.delete(accountId);
  }

  /** Credentials that were refused once are not tried again until somebody acts; told once. */
  #signInRefused(accountId: string): void {
    const record = this.accounts.record(accountId);
    this.accounts.signInRefused(accountId);
    if (!record || this.#signInTold.has(accountId)) return;
    this.#signInTold.add(accountId);
    this.tracker.tell(signInNotice(record, this.ports.clock.now()));
  }
}
