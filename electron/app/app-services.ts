import type { AppState, GoTo } from '../../shared/domain/app/app-state.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ChargerTracker } from '../charging/tracker.ts';
import type { Commands } from '../commands/commands.ts';
import type { LazyHistory } from '../history/record/lazy-history.ts';
import type { OpenHistory } from '../history/store/history.ts';
import type { Adapters, Spent } from '../integrations/adapter.ts';
import type { Connections } from '../integrations/connections.ts';
import type { LazyLinks } from '../links/lazy-links.ts';
import type { LazyMqtt } from '../mqtt/lazy-mqtt.ts';
import type { Notifier } from '../notifications/notifier.ts';
import type { LazyPlans } from '../plans/lazy-plans.ts';
import type { Ports } from '../ports/app-ports.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { LazyMarket } from '../tariffs/market/lazy-market.ts';
import type { TariffBook } from '../tariffs/tariff-book.ts';
import type { LazyUpdates } from '../updates/lazy-updates.ts';
import type { StateFile } from './persistence/state-file.ts';
import type { StorageHealth } from './persistence/storage-health.ts';
import type { Pipeline } from './pipeline.ts';
import type { Speech } from './speech.ts';
import type { Store } from './store.ts';
import type { Throttle } from './throttle.ts';

/** Everything that the app is started with. */
export interface AppPorts extends Ports {
  /** What opens the history; loaded when there is something to keep. */
  readonly history: () => Promise<OpenHistory>;
}

/** The parts of the app, as those see each other that connect them. See `services.ts`. */
export interface AppServices {
  readonly ports: AppPorts;
  readonly adapters: Adapters;
  readonly preferences: Preferences;
  readonly projection: { forWindow(state: AppState): AppState };
  readonly speech: Speech;
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
  readonly market: LazyMarket;
  readonly plans: LazyPlans;
  readonly mqtt: LazyMqtt;
  readonly updates: LazyUpdates;
  readonly links: LazyLinks;
  readonly storage: StorageHealth;
  readonly throttle: Throttle;
  /** Opens the window on a view, and on a charger where one is named. */
  open(view: GoTo['view'], chargerId?: string): void;
  /** After a start or a wake: what is believed is old, and what is found may come in a burst. */
  afterGap(): void;
}
