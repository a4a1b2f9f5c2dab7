import { z } from 'zod';
import type { FoundSettings, SignInFailure } from '../domain/account/sign-in.ts';
import type { AppState } from '../domain/app/app-state.ts';
import { type Licence, licenceLists } from '../domain/app/licence.ts';
import { settingsChangeSchema } from '../domain/app/settings.ts';
import { bounds } from '../domain/bounds.ts';
import { brandSchema } from '../domain/brand.ts';
import type { Detail } from '../domain/charger/details.ts';
import type { Hindrance } from '../domain/charger/permission.ts';
import type { Report } from '../domain/charger/report.ts';
import { wishSchema } from '../domain/charger/wish.ts';
import type { Failure } from '../domain/failure.ts';
import {
  type HistoryCharger,
  historyQuerySchema,
  type Period,
  type Session,
  type SessionDetail,
  type Totals,
} from '../domain/session/history.ts';
import { type PriceEntry, priceEntrySchema } from '../domain/session/price.ts';
import type { Statement } from '../domain/session/statement.ts';
import type { Result } from '../result.ts';
import { required } from '../schema/sound.ts';
import type { CallName, EventName } from './names.ts';

/** Why an account could not be added: an expected failure, or no safe place for its secrets. */
export type AddFailure = SignInFailure | { readonly kind: 'noKeychain' };
/** Why a wish was not even sent, or how sending it failed. */
export type AskFailure = Failure | { readonly kind: 'hindered'; readonly why: Hindrance };

const id = z.string().min(1).max(200);
const nothing = z.undefined();
/** No form of ours has more. */
const mostFields = 20;
const date = required(bounds.date);
/** A window never has reason to send more; what is longer is refused before anybody reads it. */
const secretText = z.string().min(1).max(1000);
const fields = z
  .record(z.string().max(40), secretText)
  .refine((typed) => Object.keys(typed).length <= mostFields);
/** IANA name of the zone by whose clock days and months are told. */
const zone = z.string().min(1).max(60).refine(isZone);
const chargerKey = z.string().min(1).max(200);
const fileName = z.string().min(1).max(120);

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

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

const confirmed = z
  .strictObject({ fingerprint: z.string().max(200).optional(), chargerId: id.optional() })
  .optional();

/** External pages that the window may open, by name only. */
export const links = ['wallboxPortal', 'projectPage', 'trayHelp'] as const;
export type LinkName = (typeof links)[number];

interface Call<Request extends z.ZodType, Reply> {
  readonly request: Request;
  /** Only a type: what the handler must give and the window gets. */
  readonly reply?: Reply;
}

function call<Reply>() {
  return <Request extends z.ZodType>(request: Request): Call<Request, Reply> => ({ request });
}

/** Every call the window can make: its request as a schema, its reply as a type. */
export const calls = {
  getState: call<AppState>()(nothing),
  ask: call<Result<null, AskFailure>>()(z.strictObject({ chargerId: id, wish: wishSchema })),
  refresh: call<null>()(nothing),
  loadDetails: call<Result<readonly Detail[], Failure>>()(z.strictObject({ chargerId: id })),
  addAccount: call<Result<{ accountId: string }, AddFailure>>()(
    z.strictObject({
      brand: brandSchema,
      fields,
      keepSignedIn: z.boolean(),
      untilQuit: z.boolean(),
      confirmed,
      /** Fields left empty are filled with the secrets that `findSettings` found. */
      useFound: z.literal(true).optional(),
    }),
  ),
  signInAgain: call<Result<null, AddFailure>>()(
    z.strictObject({
      accountId: id,
      fields,
      keepSignedIn: z.boolean(),
      untilQuit: z.boolean(),
      confirmed,
    }),
  ),
  findSettings: call<FoundSettings | null>()(z.strictObject({ brand: brandSchema })),
  signOut: call<null>()(z.strictObject({ accountId: id })),
  forgetAccount: call<null>()(z.strictObject({ accountId: id })),
  setKeepSignedIn: call<null>()(z.strictObject({ accountId: id, keep: z.boolean() })),
  setPollSeconds: call<null>()(
    z.strictObject({ accountId: id, seconds: z.int().min(1).max(86_400) }),
  ),
  setTimeoutSeconds: call<null>()(
    z.strictObject({ accountId: id, seconds: z.int().min(5).max(120) }),
  ),
  /** The app itself shows the charger's secret in a window of its own; the page never gets it. */
  reveal: call<Result<null, Failure>>()(z.strictObject({ chargerId: id })),
  makeReport: call<Result<Report, Failure>>()(z.strictObject({ chargerId: id })),
  /** Asks where, and writes the report that was made last. */
  saveReport: call<'saved' | 'cancelled' | 'failed'>()(z.strictObject({ chargerId: id })),
  historyChargers: call<readonly HistoryCharger[]>()(nothing),
  /** The newest first; `before` is the last one of the page before. */
  listSessions: call<readonly Session[]>()(
    z.strictObject({
      query: historyQuerySchema,
      limit: z.int().min(1).max(5000),
      before: z.strictObject({ startedAt: date, id: z.int() }).optional(),
    }),
  ),
  showSession: call<SessionDetail | null>()(z.strictObject({ id: z.int() })),
  /** `empty`: how many ended without energy, also where the query leaves them out. */
  sumSessions: call<{
    readonly totals: Totals;
    readonly periods: readonly Period[];
    readonly empty?: number;
  }>()(z.strictObject({ query: historyQuerySchema, by: z.enum(['day', 'month', 'year']), zone })),
  /** Asks the maker's cloud for the months of a range, at its pace: it may take minutes. */
  fetchSessions: call<Result<{ readonly sessions: number }, Failure>>()(
    z.strictObject({ charger: chargerKey, from: date, to: date }),
  ),
  /** Asks where, and writes it whole or not at all; how far it is stands in the state. */
  exportHistory: call<Saved>()(
    z.strictObject({
      query: historyQuerySchema,
      what: z.enum(['sessions', 'samples']),
      format: z.enum(['csv', 'json']),
      /** A table for Excel, by the customs of its owner's country. */
      excel: z
        .strictObject({ decimal: z.enum([',', '.']), separator: z.enum([',', ';']) })
        .optional(),
      zone,
    }),
  ),
  cancelExport: call<null>()(nothing),
  getStatement: call<Statement | null>()(
    z.strictObject({
      charger: chargerKey,
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      zone,
    }),
  ),
  /** Prints the page as it is shown, by its print style. */
  savePdf: call<Saved>()(z.strictObject({ name: fileName })),
  /** `png` is base64. */
  savePicture: call<Saved>()(z.strictObject({ name: fileName, png: z.base64().max(4_000_000) })),
  getPrices: call<readonly PriceEntry[]>()(z.strictObject({ charger: chargerKey })),
  setPrices: call<null>()(
    z.strictObject({ charger: chargerKey, entries: z.array(priceEntrySchema).max(200) }),
  ),
  backUp: call<Saved>()(nothing),
  restoreBackup: call<Result<Restored, RestoreFailure>>()(nothing),
  changeSettings: call<null>()(settingsChangeSchema),
  setQuiet: call<null>()(z.strictObject({ quiet: z.enum(['no', 'hour', 'always']) })),
  tryKeychain: call<null>()(nothing),
  diagnostics: call<string>()(nothing),
  copyText: call<null>()(z.strictObject({ text: z.string().max(200_000) })),
  openLink: call<null>()(z.strictObject({ link: z.enum(links) })),
  /** Null where this copy of the app came without them. */
  licences: call<readonly Licence[] | null>()(z.strictObject({ list: z.enum(licenceLists) })),
  closeWindow: call<null>()(nothing),
} as const satisfies Record<CallName, Call<z.ZodType, unknown>>;

/** What main tells the window without being asked. */
export interface Events extends Record<EventName, unknown> {
  readonly stateChanged: AppState;
  /** Since when (epoch ms) no newer state could be sent, because of a bug. The next one ends it. */
  readonly stateStuck: { readonly since: number };
}

export type Calls = typeof calls;
export type Request<Name extends CallName> = z.input<Calls[Name]['request']>;
export type Reply<Name extends CallName> = Exclude<Calls[Name]['reply'], undefined>;

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
