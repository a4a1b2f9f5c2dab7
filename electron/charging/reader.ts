import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { DomainEvent } from './domain-events.ts';
import type { ChargerRecord, SessionRecord } from './record.ts';
import type { ChargerEvent } from './reduce.ts';

/** What has become of one charger. */
export interface ChargerUpdate {
  readonly about: 'charger';
  /** What is believed of it from now on. */
  readonly record: ChargerRecord;
  /** What was taken in; absent where nobody has read the charger. */
  readonly event?: ChargerEvent;
  /** What of it its owner may want to hear. */
  readonly events: readonly DomainEvent[];
  /** The session that it has left behind for another one, as it stands at last. */
  readonly left?: SessionRecord;
}

/** What has become of an account as a whole. */
export interface AccountUpdate {
  readonly about: 'account';
  readonly account: { readonly id: string; readonly brand: Brand };
  /** Its sign-in was refused, and is not tried again before somebody acts. Epoch ms. */
  readonly events: readonly [{ readonly kind: 'signInNeeded'; readonly at: number }];
}

export type Update = ChargerUpdate | AccountUpdate;

/**
 * Somebody who wants to know what becomes of the chargers. All stand in one list, see
 * `app/pipeline.ts`; none calls another, and none can hold another up.
 */
export interface Reader {
  /** Names it in the log. */
  readonly name: string;
  /** Lays down what must be on the disk together with the update, before anybody is told. */
  stage?(update: Update): void;
  /** Hears of an update once it, and every one before it, is on the disk as far as it must be. */
  tell?(update: Update): void;
  /** Shows the whole state, a few times a second at most. It waits for no disk: a tray must not. */
  show?(state: AppState): void;
}
