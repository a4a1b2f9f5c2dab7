import type { FormField } from '../../shared/domain/app-state.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { Detail } from '../../shared/domain/details.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Observation } from '../../shared/domain/observation.ts';
import type { Wish } from '../../shared/domain/wish.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import type { Http } from './http.ts';

/** What every brand offers. The only file of a brand that others import is its adapter. */
export interface Adapter {
  readonly brand: Brand;
  /** Fields of the form that adds an account; the window draws it from this. */
  readonly form: readonly FormField[];
  /** Seconds between two looks at one charger: the custom and the least (for one charger each). */
  readonly pollDefaultSeconds: number;
  readonly pollFloorSeconds: number;
  /** How the account will be called, from what a person typed; tells whether it is there already. */
  labelOf(fields: Readonly<Record<string, string>>): string;
  /** Signs in with what a person typed and gives the secrets to keep. Contacts the far end. */
  signIn(
    fields: Readonly<Record<string, string>>,
    tools: AdapterTools,
  ): Promise<Result<SignedIn, Failure>>;
  /** Opens an account with secrets kept earlier. Contacts nobody until it is asked something. */
  open(secrets: string, tools: AdapterTools): Account;
}

/** What a sign-in gives. `secrets` is opaque text for the keychain and nothing else. */
export interface SignedIn {
  readonly label: string;
  readonly account: Account;
}

export interface AdapterTools {
  readonly clock: Clock;
  readonly http: Http;
  readonly log: Log;
  readonly random: () => number;
  readonly overrides: AdapterOverrides;
  /**
   * Called whenever the secrets to keep have changed (new tokens). Must not throw. Never called
   * before `signIn` has answered: the account it gives has them.
   */
  readonly secretsChanged: (secrets: string) => void;
  /** Strings that must never be written anywhere; the log's redactor learns them here. */
  readonly hide: (secret: string) => void;
  /** Keep what is needed to sign in again without asking (the password). */
  readonly keepSignedIn: boolean;
}

/** For tests and the demo: another base address and one number for every interval and budget. */
export interface AdapterOverrides {
  readonly baseUrl?: string;
  readonly paceSeconds?: number;
}

/** An open account: everything it asks goes through its one request queue. */
export interface Account {
  /** Opaque text for the keychain, as of now. Contains the password only if it is to be kept. */
  secrets(): string;
  /** Takes effect for what `secrets` gives from now on. */
  setKeepSignedIn(keep: boolean): void;
  listChargers(ask: Ask): Promise<Result<readonly Charger[], Failure>>;
  /** Forgets everything in memory and refuses further requests; those under way are aborted. */
  close(): void;
}

/** One charger. Ids are stable and unique within the account. */
export interface Charger {
  readonly id: string;
  /** One look: one request at most. */
  look(ask: Ask): Promise<Result<Observation, Failure>>;
  /** Facts that rarely change; may take requests of its own, by the account's budget. */
  details(ask: Ask): Promise<Result<readonly Detail[], Failure>>;
  /**
   * Sends a wish. Where the reply itself shows the new values, the observation with them is given;
   * it is still for a reading to confirm.
   */
  ask(wish: Wish, ask: Ask): Promise<Result<Observation | undefined, Failure>>;
}

/** Who waits for the answer, and whether still. Whoever gives up is answered `unreachable`. */
export interface Ask {
  readonly signal: AbortSignal;
}
