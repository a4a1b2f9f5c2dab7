import type { Adapter } from '../../electron/integrations/adapter.ts';
import type { PolledAccount } from '../../electron/integrations/connection.ts';
import type { AdapterOverrides } from '../../electron/ports/overrides.ts';
import type { Confirmed } from '../../shared/domain/account/sign-in.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import type { ChargerStateName } from '../../shared/domain/charger/status.ts';
import type { Refusal } from '../../shared/domain/failure.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import type { Failure } from '../simulators/shared/failures.ts';

/** What a brand brings to the contract: its adapter and a far end on loopback. */
export interface Harness {
  readonly adapter: Adapter<PolledAccount>;
  /** Its chargers do what is wished; those of others can only be watched. */
  readonly obeys: boolean;
  /** Which chargers there are has to be asked; others are known since they were added. */
  readonly asksForList: boolean;
  /** Requests that one reading may cost on average over a day, tokens included. */
  readonly requestsPerLook: number;
  /** How often in a day it may try again by itself after it was refused. */
  readonly triesADay: number;
  /** Starts the far end. Its time runs with the clock's, but is not set wrong with it. */
  start(clock: FakeClock): Promise<FarEnd>;
}

/** Which requests go wrong. */
export type Target = 'list' | 'read' | 'command' | 'newToken';

/** A charger or its cloud, and the hands that make it misbehave. */
export interface FarEnd {
  /** What the adapter has to be told to find it, besides what its owner types. */
  readonly overrides: AdapterOverrides;
  /** What its owner types, and what somebody else types. */
  readonly owner: Readonly<Record<string, string>>;
  readonly stranger: Readonly<Record<string, string>>;
  /** What its owner is asked before anything is sent, and says yes to. */
  readonly confirmed?: Confirmed;
  /** What may never be seen outside, besides what the adapter itself asked to hide. */
  readonly secrets: readonly string[];
  /** Its one charger, and the state it is in. */
  readonly chargerId: string;
  readonly state: ChargerStateName;
  /** Where it obeys: a command that it grants, and whether it was granted. */
  readonly granted?: { readonly command: Command; done(): boolean };
  /** A command that it refuses once `prepare` was called, and why. */
  readonly refused?: { prepare(): void; readonly command: Command; readonly why: Refusal };
  /** How many requests it heard, how many it began to answer, and the most open at once. */
  asked(): number;
  answered(): number;
  mostAtOnce(): number;
  /** What was done that no client of ours may do. */
  misdeeds(): readonly unknown[];
  fail(target: Target, failure: Failure, times?: number): void;
  /** The token in use dies. */
  loseToken(): void;
  /** That which could renew it dies as well. */
  loseSession(): void;
  /** And what the owner typed no longer holds. */
  loseOwner(): void;
  close(): Promise<void>;
}
