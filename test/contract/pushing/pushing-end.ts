import type { Adapter } from '../../../electron/integrations/adapter.ts';
import type { AdapterOverrides } from '../../../electron/ports/overrides.ts';
import type { Command } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { CloudSession } from '../../../shared/domain/session/history.ts';
import type { Result } from '../../../shared/result.ts';
import type { FakeClock } from '../../fakes/fake-clock.ts';

/** What a brand whose chargers speak first brings to its contract. */
export interface PushingHarness {
  /** Starts the far end. Its time runs with the clock's. */
  start(clock: FakeClock): Promise<PushingEnd>;
}

/** Chargers that speak without being asked, and the hands that have them speak. */
export interface PushingEnd {
  readonly adapter: Adapter;
  /** What the adapter has to be told to be found. */
  readonly overrides: AdapterOverrides;
  /** What its owner types. */
  readonly fields: Readonly<Record<string, string>>;
  /** The ids of two chargers, which are there from the start. */
  readonly chargers: readonly [string, string];
  /** For how long a reading of theirs speaks for a charger, ms. */
  readonly validForMs: number;
  /** A charger says what it sees, or saw so long ago. */
  say(chargerId: string, observation: Observation, agoMs?: number): void;
  /** Something is wrong with a charger or, without one, with what listens to them all. */
  fail(chargerId: string | undefined, failure: Failure): void;
  /** These are all the chargers that there are. */
  list(chargerIds: readonly string[]): void;
  /** A charger tells what it has counted. */
  report(chargerId: string, sessions: readonly CloudSession[]): void;
  /** What chargers reply to commands from now on; until then they accept them all. */
  reply(reply: Result<Observation | undefined, Failure>): void;
  /** Commands that have reached a charger. */
  commands(): readonly Command[];
  /** Listens that are not stopped. */
  listening(): number;
  /** Until then it is not stopped, however often it is asked. */
  stopsAfter(ended: Promise<void>): void;
  /** Resolves when all that was said is with the app. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
