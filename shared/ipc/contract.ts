import type { Confirmed, FoundSettings, SignInFailure } from '../domain/account/sign-in.ts';
import type { AppState } from '../domain/app/app-state.ts';
import type { BrokerFailure, BrokerWelcome, BrokerWish } from '../domain/app/broker.ts';
import type { Licence, LicenceList } from '../domain/app/licence.ts';
import type { LinkName } from '../domain/app/link-name.ts';
import type { NoticeTest } from '../domain/app/notice-test.ts';
import type { QuietChoice } from '../domain/app/quiet.ts';
import type { SettingsChange } from '../domain/app/settings.ts';
import type { UpdateStep } from '../domain/app/update.ts';
import type { Brand } from '../domain/brand.ts';
import type { Command } from '../domain/charger/command.ts';
import type { Detail } from '../domain/charger/details.ts';
import type { BlockedReason } from '../domain/charger/permission.ts';
import type { Report } from '../domain/charger/report.ts';
import type {
  ScheduleEdit,
  ScheduleFailure,
  SeenEntries,
  ShownSchedules,
} from '../domain/charger/schedule.ts';
import type { Failure } from '../domain/failure.ts';
import type { PlanSettings, PlanView } from '../domain/price/charge-plan.ts';
import type { CheapestTime, CheapestTimeOrder } from '../domain/price/cheapest-time.ts';
import type { MarketView, OfferedSource } from '../domain/price/market.ts';
import type { TokenSourceId } from '../domain/price/source.ts';
import type {
  DeletedSession,
  HistoryCharger,
  Session,
  SessionDetail,
} from '../domain/session/history.ts';
import type { Money, PriceEntry } from '../domain/session/price.ts';
import type { ChangeFailure, SessionChange } from '../domain/session/session-change.ts';
import type { Statement, StatementOrder } from '../domain/session/statement.ts';
import type { Result } from '../result.ts';
import type {
  ExportRequest,
  SessionSums,
  SessionsRequest,
  SumsRequest,
} from './history-requests.ts';
import type { CallName, EventName } from './names.ts';

/**
 * Why an account could not be added: an expected failure, no safe place for its secrets, or its owner
 * called it off.
 */
export type AddFailure =
  | SignInFailure
  | { readonly kind: 'noKeychain' }
  | { readonly kind: 'cancelled' };
/** Why a token or a password was not kept: there is no safe place for it. */
export type TokenFailure = { readonly kind: 'noKeychain' };
/** Why a command was not even sent, or how sending it failed. */
export type CommandFailure = Failure | { readonly kind: 'blocked'; readonly why: BlockedReason };
/** The same of a charger's schedules. */
export type SchedulesFailure = CommandFailure | ScheduleFailure;

/** What became of a file that its owner was asked a place for. */
export type Saved = 'saved' | 'cancelled' | 'failed';
/**
 * Why a backup was not brought in. Nothing was changed then, unless it was stopped midway or failed:
 * what had come by then stays.
 */
export type RestoreFailure = {
  readonly kind: 'cancelled' | 'stopped' | 'noBackup' | 'tooNew' | 'failed';
};
/** What a backup brought: rows of each kind, and lines of it that made no sense. */
export interface Restored {
  readonly sessions: number;
  readonly samples: number;
  readonly badLines: number;
  /** Nothing is missing at its end. */
  readonly isWhole: boolean;
}

/** A call of the window: what it sends, and what the main process answers. */
interface Call<Request, Reply> {
  readonly request: Request;
  readonly reply: Reply;
}

interface OfAccount {
  readonly accountId: string;
}

interface OfCharger {
  readonly chargerId: string;
}

/** What was typed into a form that signs in. */
interface SignIn {
  /** By the names of the form's fields. Those left empty are missing. */
  readonly fields: Readonly<Record<string, string>>;
  readonly keepSignedIn: boolean;
  /** Without a keychain: keep the secrets in memory until the app quits. */
  readonly untilQuit: boolean;
  readonly confirmed?: Confirmed | undefined;
}

interface BrokerOrder {
  readonly wish: BrokerWish;
  readonly password?: string | undefined;
}

/** Every call the window can make. The bounds of what it may send stand in `schema/calls.ts`. */
export interface Calls {
  readonly getState: Call<undefined, AppState>;
  readonly execute: Call<OfCharger & { readonly command: Command }, Result<null, CommandFailure>>;
  readonly refresh: Call<undefined, null>;
  readonly loadDetails: Call<OfCharger, Result<readonly Detail[], Failure>>;
  /** The charger's own schedules; asks its maker's cloud, by the account's budget. */
  readonly getSchedules: Call<OfCharger, Result<ShownSchedules, Failure>>;
  /**
   * Changes one entry of the list as it was seen, and gives the list that was read back. Takes a few
   * minutes where the budget is used up.
   */
  readonly changeSchedules: Call<
    OfCharger & { readonly edit: ScheduleEdit; readonly seen: SeenEntries },
    Result<ShownSchedules, SchedulesFailure>
  >;
  readonly addAccount: Call<
    SignIn & {
      readonly brand: Brand;
      /** Fields left empty are filled with the secrets that `findSettings` found. */
      readonly useFound?: true | undefined;
    },
    Result<{ accountId: string }, AddFailure>
  >;
  readonly signInAgain: Call<OfAccount & SignIn, Result<null, AddFailure>>;
  readonly findSettings: Call<{ readonly brand: Brand }, FoundSettings | null>;
  /** The attempts to sign in that are under way end as `cancelled` and leave everything as it was. */
  readonly cancelSignIn: Call<undefined, null>;
  readonly signOut: Call<OfAccount, null>;
  readonly forgetAccount: Call<OfAccount, null>;
  readonly setKeepSignedIn: Call<OfAccount & { readonly keep: boolean }, null>;
  readonly setPollSeconds: Call<OfAccount & { readonly seconds: number }, null>;
  readonly setTimeoutSeconds: Call<OfAccount & { readonly seconds: number }, null>;
  /** The app itself shows the charger's secret in a window of its own; the page never gets it. */
  readonly reveal: Call<OfCharger, Result<null, Failure>>;
  readonly makeReport: Call<OfCharger, Result<Report, Failure>>;
  /** Asks where, and writes the report that was made last. */
  readonly saveReport: Call<OfCharger, Saved>;
  readonly historyChargers: Call<undefined, readonly HistoryCharger[]>;
  readonly listSessions: Call<SessionsRequest, readonly Session[]>;
  readonly showSession: Call<{ readonly id: number }, SessionDetail | null>;
  readonly changeSession: Call<
    { readonly id: number; readonly change: SessionChange },
    Result<null, ChangeFailure>
  >;
  /** Those that can be restored, the last deleted first. */
  readonly deletedSessions: Call<undefined, readonly DeletedSession[]>;
  readonly sumSessions: Call<SumsRequest, SessionSums>;
  /** Asks the maker's cloud for the months of a range (epoch ms), at its pace: it may take minutes. */
  readonly fetchSessions: Call<
    { readonly charger: string; readonly from: number; readonly to: number },
    Result<{ readonly sessions: number }, Failure>
  >;
  /** Asks where, and writes it whole or not at all; how far it is stands in the state. */
  readonly exportHistory: Call<ExportRequest, Saved>;
  readonly cancelExport: Call<undefined, null>;
  /** Null where none of the chargers is known. */
  readonly getStatement: Call<StatementOrder, Statement | null>;
  /** Prints the page as it is shown, by its print style. */
  readonly savePdf: Call<{ readonly name: string }, Saved>;
  /** `png` is base64. */
  readonly savePicture: Call<{ readonly name: string; readonly png: string }, Saved>;
  readonly getPrices: Call<{ readonly charger: string }, readonly PriceEntry[]>;
  readonly setPrices: Call<
    { readonly charger: string; readonly entries: readonly PriceEntry[] },
    null
  >;
  /** What a kWh costs now by a price, whenever that begins; null where nobody knows. */
  readonly priceNow: Call<{ readonly entry: PriceEntry }, Money | null>;
  /** Those that prices by the hour can be read from. */
  readonly priceSources: Call<undefined, readonly OfferedSource[]>;
  /** Keeps the token of a source in the keychain, or in memory until the app quits; it never comes back. */
  readonly setPriceToken: Call<
    { readonly source: TokenSourceId; readonly token: string; readonly untilQuit: boolean },
    Result<null, TokenFailure>
  >;
  /** Null while nobody's prices are read. */
  readonly getMarket: Call<undefined, MarketView | null>;
  /** When a car is charged for least; null while nobody's prices are read. Nothing is sent to a charger. */
  readonly cheapestTime: Call<CheapestTimeOrder, CheapestTime | null>;
  /**
   * Has the chargers be told to a broker. Without a password the one before stays, as long as host,
   * port and user do. It is kept in the keychain, or in memory until the app quits, and never comes back.
   */
  readonly setBroker: Call<
    BrokerOrder & { readonly untilQuit: boolean },
    Result<null, TokenFailure>
  >;
  /** What the broker says to that. Nothing is kept or published; it takes a few seconds at most. */
  readonly testBroker: Call<BrokerOrder, Result<BrokerWelcome, BrokerFailure>>;
  /** Takes back what was announced there, where the broker can be reached. */
  readonly forgetBroker: Call<undefined, null>;
  readonly setPlan: Call<OfCharger & { readonly plan: PlanSettings }, null>;
  /** What a plan would come to, as things are; null where nothing can be said yet. Nothing is sent. */
  readonly previewPlan: Call<OfCharger & { readonly plan: PlanSettings }, PlanView | null>;
  /** Somebody took over, and gives it back to the plan now rather than tomorrow. */
  readonly continuePlan: Call<OfCharger, null>;
  readonly backUp: Call<undefined, Saved>;
  readonly restoreBackup: Call<undefined, Result<Restored, RestoreFailure>>;
  readonly changeSettings: Call<SettingsChange, null>;
  readonly setQuiet: Call<{ readonly quiet: QuietChoice }, null>;
  /** Shows a notification only to see whether that works, also while they are off. */
  readonly testNotification: Call<undefined, NoticeTest>;
  readonly tryKeychain: Call<undefined, null>;
  readonly diagnostics: Call<undefined, string>;
  readonly copyText: Call<{ readonly text: string }, null>;
  readonly openLink: Call<{ readonly link: LinkName }, null>;
  /** The link with this counter need not be shown any more. What it asked for is a call of its own. */
  readonly answerLink: Call<{ readonly counter: number }, null>;
  /** What comes of it stands in the state. */
  readonly update: Call<{ readonly step: UpdateStep }, null>;
  /** Null where this copy of the app came without them. */
  readonly licences: Call<{ readonly list: LicenceList }, readonly Licence[] | null>;
  readonly closeWindow: Call<undefined, null>;
}

/** What main tells the window without being asked. */
export interface Events extends Record<EventName, unknown> {
  readonly stateChanged: AppState;
  /** Since when (epoch ms) no newer state could be sent, because of a bug. The next one ends it. */
  readonly stateStuck: { readonly since: number };
}

export type Request<Name extends CallName> = Calls[Name]['request'];
export type Reply<Name extends CallName> = Calls[Name]['reply'];

/** What crosses the border for each call. A failure here is a bug or an intruder, never an expected one. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: 'notOurs' | 'badRequest' | 'crashed' };

/** The object that the preload script exposes, derived from the lists above. */
export type Bridge = {
  readonly call: <Name extends CallName>(
    name: Name,
    request: Request<Name>,
  ) => Promise<Envelope<Reply<Name>>>;
  readonly on: <Name extends EventName>(
    name: Name,
    heard: (event: Events[Name]) => void,
  ) => () => void;
  /** The state that was asked for before the page came, if it is there and still the newest; once. */
  readonly firstState: () => AppState | undefined;
};
