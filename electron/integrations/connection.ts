import type { CertificateFacts } from '../../shared/domain/account/certificate.ts';
import type {
  Confirmed,
  FoundSettings,
  SignInFailure,
} from '../../shared/domain/account/sign-in.ts';
import type { FormField } from '../../shared/domain/app/app-state.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { Detail } from '../../shared/domain/charger/details.ts';
import type { Listed } from '../../shared/domain/charger/known-as.ts';
import type { Observation } from '../../shared/domain/charger/observation.ts';
import type { Report } from '../../shared/domain/charger/report.ts';
import type { Wish } from '../../shared/domain/charger/wish.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CloudSession } from '../../shared/domain/session/history.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { Patience } from './patience.ts';

/** What every brand offers. The only file of a brand that others import is its adapter. */
export interface Adapter {
  readonly brand: Brand;
  /** Fields of the form that adds an account; the window draws it from this. */
  readonly form: readonly FormField[];
  /** Seconds between two looks at one charger: the custom and the least (for one charger each). */
  readonly pollDefaultSeconds: number;
  readonly pollFloorSeconds: number;
  /** Seconds an answer may take; present where the owner may set it. */
  readonly timeoutDefaultSeconds?: number;
  /** How long one of its chargers may be silent before its owner hears of it. */
  readonly patience: Patience;
  /** Its cloud keeps a history of charges, see `Charger.sessions`. */
  readonly fetchesSessions?: true;
  /** How the account will be called, from what a person typed; tells whether it is there already. */
  labelOf(fields: Readonly<Record<string, string>>): string;
  /** What was typed when the account was added and is not secret, to fill the form again. */
  fieldsOf(kept: {
    readonly label: string;
    readonly plain?: Plain;
  }): Readonly<Record<string, string>>;
  /** Settings that another program for this make has left on this computer. Reads, never writes. */
  readonly findSettings?: (sources: Sources) => Promise<Found | undefined>;
  /** Signs in with what a person typed and gives what to keep. Contacts the far end. */
  signIn(form: SignInWords, tools: AdapterTools): Promise<Result<SignedIn, SignInFailure>>;
  /** Opens an account with what was kept earlier. Contacts nobody until it is asked something. */
  open(kept: Kept, tools: AdapterTools): Account;
}

/** What a person typed and has confirmed; and what was kept, when the account is known already. */
export interface SignInWords {
  readonly fields: Readonly<Record<string, string>>;
  readonly confirmed?: Confirmed | undefined;
  readonly before?: Kept;
  /** Accounts of the brand that are open: what they are about to ask may be in the way. */
  readonly open: readonly Account[];
}

/** Opaque to all but the brand. Not secret: it stands in the settings file. */
export type Plain = Readonly<Record<string, string | number>>;

/** What an account is opened with. `secrets` is for the keychain alone, `plain` for the settings. */
export interface Kept {
  readonly secrets?: string | undefined;
  readonly plain?: Plain | undefined;
  /** When one of its chargers was last seen, epoch ms: a restart must not make anybody hurry. */
  readonly askedAt?: number | undefined;
}

/** What a sign-in gives. */
export interface SignedIn {
  readonly label: string;
  readonly account: Account;
  /** The same for one charger or account, however it was reached; knows it again. */
  readonly identity?: string;
}

/** Where settings of other programs may lie. */
export interface Sources {
  /** The text of a file; undefined when it is not there or may not be read. Never rejects. */
  readonly readText: (path: string) => Promise<string | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly folder: string;
}

/** Found settings with their secrets, which never leave the main process. */
export interface Found {
  readonly shown: FoundSettings;
  readonly secrets: Readonly<Record<string, string>>;
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
  /** The same for what is kept in the settings. */
  readonly plainChanged: (plain: Plain) => void;
  /** The owner's choice; absent, the brand's custom. */
  readonly timeoutSeconds?: number;
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
  /**
   * Opaque text for the keychain, as of now; undefined when there is nothing secret to keep.
   * Contains the password only if it is to be kept.
   */
  secrets(): string | undefined;
  /** What the settings are to keep, as of now. */
  plain?(): Plain;
  /** The certificate that its owner has confirmed. */
  certificate?(): CertificateFacts;
  /** Replaces every interval; tests and the demo only. */
  paceSeconds?(): number | undefined;
  /** Milliseconds until its next question may go; absent where questions have no budget. */
  waitMs?(): number;
  setTimeoutSeconds?(seconds: number): void;
  /** Takes effect for what `secrets` gives from now on. */
  setKeepSignedIn(keep: boolean): void;
  listChargers(ask: Ask): Promise<Result<readonly Charger[], Failure>>;
  /** Forgets everything in memory and refuses further requests; those under way are aborted. */
  close(): void;
}

/** One charger. Ids are stable and unique within the account. */
export interface Charger extends Listed {
  readonly id: string;
  /** The number by which its maker knows it: for papers that must say which charger it was. */
  readonly serial?: string;
  /** One look: a request or two, and one for a token where the old one has run out. */
  look(ask: Ask): Promise<Result<Observation, Failure>>;
  /**
   * What it has to ask besides, now and then, for its next looks to tell more; undefined when there is
   * nothing. Called where it holds up no look; yields to everything else that the account is asked.
   */
  aside?(ask: Ask): Promise<void> | undefined;
  /** Facts that rarely change; may take requests of its own, by the account's budget. */
  details(ask: Ask): Promise<Result<readonly Detail[], Failure>>;
  /**
   * Sends a wish. Where the reply itself shows the new values, the observation with them is given;
   * it is still for a reading to confirm.
   */
  ask(wish: Wish, ask: Ask): Promise<Result<Observation | undefined, Failure>>;
  /** What is behind the masked detail, from the last answer that had it. For the owner's eyes only. */
  secret?(): string | undefined;
  /** Asks everything that may be read, once each, and says how that went. Takes its time. */
  report?(ask: Ask): Promise<Result<Report, Failure>>;
  /**
   * The charges that began in a time and have ended, in no order. Yields to everything else that
   * the account is asked and may take a minute for each month; it gives all of them or none.
   */
  sessions?(range: SessionRange, ask: Ask): Promise<Result<readonly CloudSession[], Failure>>;
}

/** Epoch ms; `to` is excluded. */
export interface SessionRange {
  readonly from: number;
  readonly to: number;
}

/** Who waits for the answer, and whether still. Whoever gives up is answered `unreachable`. */
export interface Ask {
  readonly signal: AbortSignal;
  /** What a look is for, as of now: it may become more pressing while it waits for its turn. */
  readonly purpose?: () => LookPurpose;
}

/**
 * `confirmation`: somebody waits to be told whether a command was carried out. `session`: power
 * flows, or nothing is known yet. The most pressing first.
 */
export type LookPurpose = 'confirmation' | 'session' | 'routine';
