import type {
  Confirmed,
  FoundSettings,
  SignInFailure,
} from '../../shared/domain/account/sign-in.ts';
import type { FormField } from '../../shared/domain/app/app-state.ts';
import type { Brand } from '../../shared/domain/brand.ts';
import type { Result } from '../../shared/result.ts';
import type { Patience } from '../charging/patience.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { AdapterOverrides } from '../ports/overrides.ts';
import type { Sources } from '../ports/sources.ts';
import type { Account, Plain } from './connection.ts';

/**
 * What every brand offers. The only file of a brand that others import is its adapter. `A` is what it
 * opens, as its own tests know it.
 */
export type Adapter<A extends Account = Account> = AdapterPart<A> & AdapterWay;

/** What follows from how its chargers are reached. */
export type AdapterWay =
  | {
      readonly kind: 'cloudAccount' | 'localDevice';
      /** Seconds between two readings of one charger: the custom and the least (for one charger each). */
      readonly pollDefaultSeconds: number;
      readonly pollFloorSeconds: number;
      /** Seconds an answer may take; present where the owner may set it. */
      readonly timeoutDefaultSeconds?: number;
    }
  | { readonly kind: 'listener' };

interface AdapterPart<A extends Account> {
  readonly brand: Brand;
  /** Fields of the form that adds an account; the window draws it from this. */
  readonly form: readonly FormField[];
  /** How long one of its chargers may be silent before its owner hears of it. */
  readonly patience: Patience;
  /** Its cloud keeps a history of charges, see `ChargerHandle.sessions`. */
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
  /**
   * Signs in with what a person typed and gives what to keep. Contacts the far end. Once its signal
   * has aborted it sends nothing more, breaks off what it alone waits for, and ends soon.
   */
  signIn(form: SignInWords, tools: AdapterTools): Promise<Result<SignedIn<A>, SignInFailure>>;
  /** Opens an account with what was kept earlier. Contacts nobody until it is asked something. */
  open(kept: Kept, tools: AdapterTools): A;
}

/** Every brand that the app knows, by its word. */
export type Adapters = Readonly<Record<Brand, Adapter>>;

/** What a person typed and has confirmed; and what was kept, when the account is known already. */
export interface SignInWords {
  readonly fields: Readonly<Record<string, string>>;
  readonly confirmed?: Confirmed | undefined;
  readonly before?: Kept;
  /** Accounts of the brand that are open: what they are about to ask may be in the way. */
  readonly open: readonly Account[];
  /** Called off: whatever it comes to is thrown away. */
  readonly signal: AbortSignal;
}

/** What an account is opened with. `secrets` is for the keychain alone, `plain` for the settings. */
export interface Kept {
  readonly secrets?: string | undefined;
  readonly plain?: Plain | undefined;
  /** When one of its chargers was last seen, epoch ms: a restart must not make anybody hurry. */
  readonly askedAt?: number | undefined;
}

/** What a sign-in gives. */
export interface SignedIn<A extends Account = Account> {
  readonly label: string;
  readonly account: A;
  /** The same for one charger or account, however it was reached; knows it again. */
  readonly identity?: string;
}

/** Found settings with their secrets, which never leave the main process. */
export interface Found {
  readonly shown: FoundSettings;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the far end still counts of all that an account was asked. Epoch ms. */
export interface Spent {
  /** When its reads are paid back. */
  readonly paidAt: number;
  /** The last commands, the newest last. */
  readonly writtenAt: readonly number[];
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
  /** What the account was asked lately, by the last word of `spends`, also before a restart. */
  readonly spent?: Spent;
  /**
   * The account is about to be asked. `isPressing` where a restart right now would ask more than the
   * far end bears, so that it must outlive a crash.
   */
  readonly spends: (spent: Spent, isPressing: boolean) => void;
  /** The owner's choice; absent, the brand's custom. */
  readonly timeoutSeconds?: number;
  /** Strings that must never be written anywhere; the log's redactor learns them here. */
  readonly hide: (secret: string) => void;
  /** Keep what is needed to sign in again without asking (the password). */
  readonly keepSignedIn: boolean;
}
