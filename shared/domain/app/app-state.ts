import type { CertificateFacts } from '../account/certificate.ts';
import type { Brand } from '../brand.ts';
import type { CommandProgress } from '../charger/command.ts';
import type { Listed } from '../charger/known-as.ts';
import type { Reading } from '../charger/reading.ts';
import type { Failure } from '../failure.ts';
import type { PlanView } from '../price/charge-plan.ts';
import type { HistoryTrouble } from '../session/history.ts';
import type { LiveSession } from '../session/live-session.ts';
import type { BrokerState } from './broker.ts';
import type { FormatTables } from './format-tables.ts';
import type { LinkAsked } from './link.ts';
import type { Locales } from './locales.ts';
import type { Settings } from './settings.ts';
import type { UpdateView } from './update.ts';

/** One field of the form that adds an account of a brand. Labels stand in the text catalogue. */
export interface FormField {
  readonly name: string;
  readonly type: 'email' | 'password' | 'text';
  readonly required: boolean;
  /** Tells which account it is, and cannot be changed later. */
  readonly fixed?: true;
}

export interface BrandState {
  readonly brand: Brand;
  readonly form: readonly FormField[];
  /** Settings of other programs can be looked for. */
  readonly findsSettings?: true;
  /** Its maker's cloud tells past charges. */
  readonly fetchesSessions?: true;
}

/**
 * How an account reaches its chargers: through their maker's cloud, over this network with nobody in
 * between, or they come to a port of ours. Forms, settings and the way through a proxy follow from it.
 */
export type AccountKind = 'cloudAccount' | 'localDevice' | 'listener';

/** An account whose chargers are watched. Holds nothing secret. */
export type AccountState = AccountFacts & AccountWay;

/** What there is to say of an account by its kind. */
export type AccountWay =
  | (Polled & { readonly kind: 'cloudAccount' })
  | (Polled & {
      readonly kind: 'localDevice';
      /** The certificate its owner has confirmed, where it shows one. */
      readonly certificate?: CertificateFacts;
    })
  | { readonly kind: 'listener' };

/** Seconds between two readings, for each of its chargers' turn; and the least that is allowed. */
interface Polled {
  readonly pollSeconds: number;
  readonly pollFloorSeconds: number;
  /** How long an answer may take, seconds; present where its owner may set it. */
  readonly timeoutSeconds?: number;
}

interface AccountFacts {
  readonly id: string;
  readonly brand: Brand;
  /** How the owner knows it, an e-mail address for example. */
  readonly label: string;
  readonly signIn: 'working' | 'signedIn' | 'signInNeeded';
  /** What was typed when it was added, as far as it is not secret, by the field's name. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where its secrets are: in the keychain, only in memory until the app quits, or it has none. */
  readonly secrets: 'keychain' | 'untilQuit' | 'none';
  readonly keepSignedIn: boolean;
  /** Why the list of its chargers could not be read, where it could not. */
  readonly trouble?: Failure;
  /** The list was read and there was nothing in it. */
  readonly empty?: true;
}

export interface ChargerState {
  readonly id: string;
  readonly accountId: string;
  readonly brand: Brand;
  readonly reading: Reading;
  readonly listed?: Listed;
  /** The owner's own name for it. */
  readonly alias?: string;
  readonly command?: CommandProgress;
  readonly session?: LiveSession;
  /** Its owner has deleted the last one: what the charger still counts of it is not shown. */
  readonly sessionDeleted?: true;
  /** Present while it charges by price. */
  readonly plan?: PlanView;
}

/** A charger that is neither shown nor told of. */
export interface HiddenCharger {
  readonly id: string;
  /** Absent while nothing has said one. */
  readonly name?: string;
}

/** What the system keychain answers; `unknown` until it was first asked. */
export type KeychainState = 'unknown' | 'working' | 'locked' | 'silent' | 'absent';

/** What the settings file said at start that could not be used. */
export interface SettingsTrouble {
  readonly lostKeys: readonly string[];
  /** Name of the file that was kept aside, when the whole of it was unreadable. */
  readonly keptAside?: string;
}

/** Of what was remembered when the app ended, not all was understood at its start. */
export interface MemoryTrouble {
  /** Name of the file that was kept aside. */
  readonly keptAside: string;
  /** A later version wrote it. */
  readonly isNewer: boolean;
}

/** Where the window should go. A new counter means: go there now. */
export interface GoTo {
  readonly counter: number;
  /** `updates`: the page of the settings about newer versions. */
  readonly view: 'chargers' | 'history' | 'settings' | 'updates' | 'add';
  readonly chargerId?: string;
}

/** Everything the window shows, whole. The newest counter wins. */
export interface AppState {
  readonly counter: number;
  readonly brands: readonly BrandState[];
  readonly accounts: readonly AccountState[];
  /** Those that are shown, in the owner's order. */
  readonly chargers: readonly ChargerState[];
  /** Those that their owner has hidden. */
  readonly hiddenChargers?: readonly HiddenCharger[];
  readonly settings: Settings;
  readonly settingsTrouble?: SettingsTrouble;
  readonly memoryTrouble?: MemoryTrouble;
  /** The disk refused to keep what is remembered; it is tried again at each reading. */
  readonly diskTrouble?: true;
  readonly history: {
    /** Moves on whenever there is something new to fetch. */
    readonly changes: number;
    readonly trouble?: HistoryTrouble;
    /** An export that is under way: rows so far. */
    readonly exported?: number;
    /** A backup that is being written or brought in: entries so far. */
    readonly backedUp?: number;
  };
  /** Moves on whenever there are other prices to fetch; absent while nobody's are read. */
  readonly market?: { readonly changes: number };
  /** Absent while nobody is told of the chargers by MQTT. */
  readonly broker?: BrokerState;
  /** Absent where this copy of the app is never offered newer versions. */
  readonly update?: UpdateView;
  readonly keychain: KeychainState;
  readonly tray: 'unknown' | 'shown' | 'absent';
  /** Whether the keys in the settings open the window; `taken`: another program has them. */
  readonly shortcut: 'none' | 'active' | 'taken';
  /** What became of what was chosen last about the start at login; refused, it is as it was before. */
  readonly loginItem: 'asChosen' | 'refused';
  readonly goTo: GoTo;
  /** Absent when no link waits for its owner, or has for two minutes. */
  readonly link?: LinkAsked;
  /** IANA name of the zone by whose clock all is told now: the one chosen, or the computer's. */
  readonly zone: string;
  /** What is spoken now: a code of `languages.ts`. */
  readonly language: string;
  readonly locales: Locales;
  /** Of this region and zone, for now. */
  readonly formatTables?: FormatTables;
  readonly app: {
    readonly version: string;
    readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
    readonly demo: boolean;
  };
}
