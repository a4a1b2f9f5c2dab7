import type { GoTo } from '../../shared/domain/app/app-state.ts';
import { Accounts } from '../accounts/accounts.ts';
import { patienceAt } from '../charging/patience.ts';
import type { Reader } from '../charging/reader.ts';
import { ChargerTracker } from '../charging/tracker.ts';
import type { Commands } from '../commands/commands.ts';
import { createCommands } from '../commands/create-commands.ts';
import { historyReader, type LazyHistory, lazyHistory } from '../history/record/lazy-history.ts';
import { chargerKeyOf } from '../history/store/history.ts';
import type { Adapters, Spent } from '../integrations/adapter.ts';
import { Connections, isChargerOf } from '../integrations/connections.ts';
import { windowReader } from '../ipc/window-reader.ts';
import { LazyLinks } from '../links/lazy-links.ts';
import { LazyMqtt } from '../mqtt/lazy-mqtt.ts';
import { createNotifier } from '../notifications/create-notifier.ts';
import { notificationReader } from '../notifications/notification-reader.ts';
import type { Notifier } from '../notifications/notifier.ts';
import { LazyPlans } from '../plans/lazy-plans.ts';
import { inChosenZone } from '../settings/chosen-zone.ts';
import { Preferences } from '../settings/preferences.ts';
import { createTariffs } from '../tariffs/create-tariffs.ts';
import { LazyMarket } from '../tariffs/market/lazy-market.ts';
import type { TariffBook } from '../tariffs/tariff-book.ts';
import { trayReader } from '../tray/tray-reader.ts';
import { LazyUpdates } from '../updates/lazy-updates.ts';
import type { AppPorts, AppServices } from './app-services.ts';
import { Incoming } from './incoming.ts';
import { initialState } from './initial-state.ts';
import { changeSettings } from './menu-actions.ts';
import { ofAccounts, type PersistedState, readPersisted } from './persistence/persisted-state.ts';
import { StateFile } from './persistence/state-file.ts';
import { StorageHealth } from './persistence/storage-health.ts';
import { toPersist } from './persistence/to-persist.ts';
import { Pipeline } from './pipeline.ts';
import { readPurpose } from './read-purpose.ts';
import { Speech } from './speech.ts';
import { StateProjection } from './state-projection.ts';
import { Store } from './store.ts';
import { Throttle } from './throttle.ts';

/** What is held back after a gap is told then at the latest, whoever was not heard of. */
const longestHoldMs = 3 * 60_000;

/** Builds the parts of the app and connects them. No part knows another but through here. */
export class Services implements AppServices {
  readonly ports: AppPorts;
  readonly preferences: Preferences;
  readonly store: Store;
  readonly notifier: Notifier;
  readonly tracker: ChargerTracker;
  readonly pipeline: Pipeline;
  readonly commands: Commands;
  readonly connections: Connections;
  readonly accounts: Accounts;
  readonly spent: Map<string, Spent>;
  readonly history: LazyHistory;
  readonly stateFile: StateFile;
  readonly tariffs: TariffBook;
  readonly storage: StorageHealth;
  readonly speech: Speech;
  readonly throttle: Throttle;
  readonly market = new LazyMarket(this);
  readonly plans = new LazyPlans(this);
  readonly mqtt = new LazyMqtt(this);
  readonly updates = new LazyUpdates(this);
  readonly links = new LazyLinks(this);
  readonly projection = new StateProjection(this);
  readonly #incoming: Incoming;

  constructor(
    given: AppPorts,
    readonly adapters: Adapters,
  ) {
    const ports = inChosenZone(given, () => this.preferences.get());
    const { clock, log } = ports;
    this.ports = ports;
    const kept = readPersisted(ports.stateFile, log);
    this.plans.recall(kept.plans);
    this.updates.recall(kept.updates);
    this.throttle = new Throttle(clock, () => this.store.replace(this.projection.project()));
    this.storage = new StorageHealth(log, () => this.throttle.now());
    this.preferences = new Preferences({
      clock,
      file: ports.settingsFile,
      log,
      wrote: (failure) => this.storage.said('settings', failure),
    });
    this.speech = new Speech(this);
    this.store = new Store(initialState(this, kept.trouble));
    this.tariffs = createTariffs(this, kept.prices);
    const signInTold = () => this.#incoming.signInTold();
    this.stateFile = new StateFile(ports, this.storage, () => toPersist(this, signInTold()));
    this.spent = new Map(Object.entries(kept.spent ?? {}));
    this.notifier = createNotifier(this, { kept, signInTold });
    this.tracker = this.#createTracker(kept);
    this.tracker.rename(this.preferences.get().chargers.names);
    this.commands = createCommands(this, {
      kept: kept.commands,
      signInRefused: (id, failure) => this.#incoming.failed(id, failure),
    });
    this.connections = this.#createConnections();
    this.accounts = this.#createAccounts();
    this.history = this.#createHistory();
    this.pipeline = new Pipeline({
      tracker: this.tracker,
      readers: this.#readers(),
      file: this.stateFile,
      log,
    });
    this.#incoming = new Incoming(this, kept.signInTold);
    this.store.listen((state) => this.pipeline.show(state));
  }

  open(view: GoTo['view'], chargerId?: string): void {
    this.throttle.settle();
    const counter = this.store.get().goTo.counter + 1;
    this.store.change({ goTo: { counter, view, ...(chargerId ? { chargerId } : {}) } });
    this.ports.window.open();
  }

  afterGap(): void {
    const { notifier, pipeline, tracker } = this;
    const ids = tracker.watched().map(({ id }) => id);
    notifier.hold(ids);
    for (const id of ids) pipeline.apply(id, { kind: 'interrupted' });
    this.ports.clock.after(longestHoldMs, () => {
      for (const id of ids) notifier.settled(id);
      void notifier.flush();
    });
  }

  /** Everybody who hears what becomes of the chargers, in this order. The terminal reads the file. */
  #readers(): readonly Reader[] {
    const { history, notifier, ports, preferences, speech } = this;
    const settings = () => preferences.get();
    const asked = (id: string) => this.commands.asked(id);
    return [
      historyReader(history),
      notificationReader({ ...ports, notifier, settings, asked, speech }),
      trayReader(ports.tray, ports.clock),
      windowReader(ports, (state) => this.projection.forWindow(state)),
      this.plans.reader(),
      this.mqtt.reader(),
    ];
  }

  #createTracker(kept: PersistedState): ChargerTracker {
    const { clock, log } = this.ports;
    return new ChargerTracker({
      clock,
      log,
      kept: ofAccounts(kept.chargers, this.preferences, this.ports.stateFile),
      patience: ({ brand, accountId }) =>
        patienceAt(this.adapters[brand].patience, this.accounts.paceSeconds(accountId)),
      plan: (chargerId) => this.plans.hint(chargerId),
      tariffs: this.tariffs,
    });
  }

  #createConnections(): Connections {
    return new Connections({
      clock: this.ports.clock,
      interval: (accountId) => this.accounts.interval(accountId),
      isForeground: () => this.ports.window.isOpen(),
      plugged: (id) => this.tracker.record(id)?.known?.plugged ?? 'unknown',
      purpose: (id) => readPurpose(this.tracker.record(id), this.commands.awaits(id)),
      listener: () => this.#incoming,
    });
  }

  #createAccounts(): Accounts {
    const { vault, log, clock, http, random, hide, overrides } = this.ports;
    return new Accounts({
      records: this.preferences.records(),
      adapters: this.adapters,
      vault,
      log,
      newId: () => Math.floor(random() * 2 ** 48).toString(36),
      overrides,
      spent: this.spent,
      keepSpent: () => void this.stateFile.keep(),
      tools: { clock, http, log, random, hide },
      saveRecords: (records) => this.preferences.saveRecords(records),
      opened: (record, account) => this.connections.open(record.id, account),
      signedIn: (accountId) => this.#incoming.signedIn(accountId),
      closed: (accountId) => this.connections.close(accountId),
      forgotten: (accountId) => {
        this.tracker.keepOnly((record) => record.accountId !== accountId);
        this.preferences.forgetChargers((id) => isChargerOf(accountId, id));
        void this.stateFile.keep();
      },
      seenAt: (accountId) => this.tracker.seenAt(accountId),
      keychain: (keychain) => this.store.change({ keychain }),
      changed: () => this.throttle.now(),
    });
  }

  #createHistory(): LazyHistory {
    const { clock, desktop, history, log, zone } = this.ports;
    const idOf = (key: string) =>
      this.tracker.watched().find(({ brand, id }) => chargerKeyOf(brand, id) === key)?.id;
    return lazyHistory({
      load: history,
      clock,
      log,
      zone,
      desktop,
      charger: (key) => this.connections.handle(idOf(key) ?? ''),
      alias: (key) => this.tracker.record(idOf(key) ?? '')?.alias,
      lastSessions: {
        records: () => this.tracker.records(),
        say: (...said) => this.tracker.sayOfSession(...said) && this.stateFile.keepSoon(),
      },
      settings: () => this.preferences.get(),
      // What was chosen for single chargers, and the name at a broker, are of this computer alone.
      setSettings: ({ noticesOf: _own, chargers: _chargers, broker: _broker, ...settings }) =>
        changeSettings(this, settings),
      prices: (charger, entries) => this.tariffs.learn(charger, entries),
      slots: () => this.market.known(),
      changed: () => this.throttle.soon(),
      progressed: () => this.throttle.now(),
    });
  }
}
