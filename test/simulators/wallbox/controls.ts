import type { FailureBook, FailureRule } from '../shared/failures.ts';
import type { ChargerFacts, SimulatedCharger } from './charger.ts';
import type { Override, Overrides } from './overrides.ts';
import type { SessionBook } from './sessions.ts';
import { type Account, removeMember, type World } from './world.ts';

/** What a test or a demo may do to the cloud and the garage from outside. */
export interface WallboxControls {
  /** The charger itself: plug in, unplug, faults, the sun. Throws for an unknown id. */
  charger(id: number): SimulatedCharger;
  /** The truth about a charger. */
  facts(id: number): ChargerFacts;
  /** Kills access tokens of one account or of all, as the cloud may at any time. */
  revokeAccess(email?: string): void;
  revokeRefresh(email?: string): void;
  /** The owner changes the password. Throws for an unknown account. */
  setPassword(email: string, password: string): void;
  /** Sessions an account has open. */
  sessionCount(email: string): number;
  /** Changes a charger's status payload, for `times` answers (default: until undone). */
  overrideStatus(id: number, override: Override, times?: number): () => void;
  /** Leaves keys out of the status payload; `config_data.ecosmart` reaches inside. */
  dropKeys(id: number, keys: readonly string[]): () => void;
  /** The next status says 0 kW although the car charges, as happens for one poll. */
  dipPower(id: number): void;
  /** Makes requests go wrong; the result takes the rule away again. */
  fail(rule: FailureRule): () => void;
  clearFailures(): void;
  /** Takes a charger out of an account. */
  removeCharger(email: string, id: number): void;
}

/** The parts that controls act on. */
export interface ControlledParts {
  readonly world: World;
  readonly sessions: SessionBook;
  readonly overrides: Overrides;
  readonly failures: FailureBook;
}

/** Binds the controls to the parts of one simulator. */
export function controlsOf({
  world,
  sessions,
  overrides,
  failures,
}: ControlledParts): WallboxControls {
  return {
    charger: (id) => chargerOf(world, id),
    facts: (id) => chargerOf(world, id).facts(),
    revokeAccess: (email) => sessions.revoke('access', email),
    revokeRefresh: (email) => sessions.revoke('refresh', email),
    setPassword(email, password) {
      accountOf(world, email).password = password;
    },
    sessionCount: (email) => sessions.openCount(accountOf(world, email)),
    overrideStatus: (id, override, times) => overrides.add(id, override, times),
    dropKeys: (id, keys) => overrides.drop(id, keys),
    dipPower(id) {
      overrides.add(id, { charging_power: 0 }, 1);
    },
    fail: (rule) => failures.add(rule),
    clearFailures: () => failures.clear(),
    removeCharger: (email, id) => removeMember(accountOf(world, email), id),
  };
}

function chargerOf(world: World, id: number): SimulatedCharger {
  const charger = world.chargers.get(id);
  if (charger === undefined) throw new Error(`No simulated charger ${id}`);
  return charger;
}

function accountOf(world: World, email: string): Account {
  const account = world.accounts.find((other) => other.email === email);
  if (account === undefined) throw new Error(`No simulated account ${email}`);
  return account;
}
