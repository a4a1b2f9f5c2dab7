import type { GoTo } from '../../shared/domain/app/app-state.ts';
import type { Accounts } from '../accounts/account-parts.ts';
import type { MemoryFile } from '../charging/memory-file.ts';
import type { ChargerTracker } from '../charging/tracker.ts';
import type { Commands } from '../commands/commands.ts';
import type { LazyRecords } from '../history/record/lazy-records.ts';
import type { Poller } from '../integrations/polled/poller.ts';
import type { Notifier } from '../notifications/notifier.ts';
import type { AppPorts } from '../ports/app-ports.ts';
import type { Preferences } from '../settings/preferences.ts';
import type { TariffBook } from '../tariffs/tariff-book.ts';
import type { StorageHealth } from './storage-health.ts';
import type { Store } from './store.ts';

/** The parts of the app, as those see each other that connect them. See `services.ts`. */
export interface AppServices {
  readonly ports: AppPorts;
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
  /** Shows the state as it is now, whole and at once. */
  publish(): void;
  /** Opens the window on a view, and on a charger where one is named. */
  open(view: GoTo['view'], chargerId?: string): void;
  /** After a start or a wake: what is believed is old, and what is found may come in a burst. */
  afterGap(): void;
}
