import type { PlanSettings } from '../price/charge-plan.ts';
import type { MarketChoice } from '../price/market.ts';
import type { StatementDetails } from '../session/statement.ts';
import type { BrokerChoice } from './broker.ts';
import { defaultFormats, type FormatChoice } from './locales.ts';
import { defaultQuietHours, type QuietHours } from './quiet-hours.ts';

/** Kinds of notifications a person can switch, in the order in which the settings show them. */
export const noticeKinds = [
  'chargeEnded',
  'chargeStopped',
  'carWaiting',
  'fault',
  'poweringHome',
  'powerCut',
  'signInNeeded',
  'identity',
  'unreachable',
  'notConfirmed',
  'noPower',
  'plan',
  'planStarts',
  'notPluggedIn',
  'chargeStarted',
  'pluggedIn',
  'firmware',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** What each kind is before anybody has chosen. */
export const noticeDefaults: Readonly<Record<NoticeKind, boolean>> = {
  chargeEnded: true,
  chargeStopped: true,
  carWaiting: true,
  fault: true,
  poweringHome: true,
  powerCut: true,
  signInNeeded: true,
  identity: true,
  unreachable: true,
  notConfirmed: true,
  noPower: true,
  plan: true,
  planStarts: false,
  notPluggedIn: false,
  chargeStarted: false,
  pluggedIn: false,
  firmware: false,
};

/** The kinds that one charger has otherwise than all; absent: like all. */
export type OwnNotices = { readonly [Kind in NoticeKind]?: boolean | undefined };

/** Whether a kind is told, of a charger where it is about one. */
export function isKindOn(
  { notices, noticesOf }: Pick<Settings, 'notices' | 'noticesOf'>,
  kind: NoticeKind,
  chargerId?: string,
): boolean {
  const own = chargerId === undefined ? undefined : noticesOf[chargerId]?.[kind];
  return own ?? notices[kind];
}

/** Until when notifications are quiet: an instant (epoch ms), or until switched on again. */
export type Quiet =
  | { readonly kind: 'no' }
  | { readonly kind: 'until'; readonly at: number }
  | { readonly kind: 'always' };

/** How long the history is kept, days. Without a number: for ever. */
interface HistorySettings {
  readonly samplesDays?: number | undefined;
  readonly sessionsDays?: number | undefined;
}

/** What the owner has chosen for the chargers themselves, by the app's own ids. */
export interface ChargerPreferences {
  /** Names that stand in the place of those that the chargers or their clouds give. */
  readonly names: Readonly<Record<string, string>>;
  /** In this order; chargers that are missing here come after, as their accounts list them. */
  readonly order: readonly string[];
  /** Not shown and not told of. They are still read and recorded. */
  readonly hidden: readonly string[];
}

/** What Ctrl + and − step through. */
export const zoomFactors = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** Modifiers, of which Shift alone is not enough, and one key: `Ctrl+Alt+C`. */
export const shortcutForm =
  /^(?!Shift\+[^+]+$)((Ctrl|Alt|Shift|Super|Cmd)\+){1,3}([A-Z0-9]|F\d{1,2})$/;

export interface Settings {
  /** A code of `languages.ts`; `system`: the first of the system's that the app has. */
  readonly language: string;
  readonly formats: FormatChoice;
  readonly theme: 'system' | 'light' | 'dark';
  /** Which panel the tray icon is drawn for, where the desktop does not tell. */
  readonly trayIcon: 'auto' | 'forDarkPanel' | 'forLightPanel';
  /** The power in figures beside the icon, where the system has room for it: on macOS. */
  readonly trayPower: boolean;
  /** How large the page is drawn: 1 is as it was designed. See `zoomFactors`. */
  readonly zoom: number;
  /** Keys that open the window from anywhere, as Electron names them; null: none. */
  readonly shortcut: string | null;
  readonly openAtLogin: boolean;
  /** Start without a window. A first start without chargers shows one all the same. */
  readonly startHidden: boolean;
  /** Of all chargers, unless one has its own. */
  readonly notices: Readonly<Record<NoticeKind, boolean>>;
  /** Of single chargers, by their id in the app. */
  readonly noticesOf: Readonly<Record<string, OwnNotices>>;
  readonly quiet: Quiet;
  readonly quietHours: QuietHours;
  readonly history: HistorySettings;
  readonly chargers: ChargerPreferences;
  /** Whose prices by the hour are read; null: nobody's, and nobody is asked. */
  readonly market: MarketChoice | null;
  /** How single chargers charge by price, by their id in the app. */
  readonly plans: Readonly<Record<string, PlanSettings>>;
  /** What stands on statements; empty while its owner does not want it kept. */
  readonly statement: StatementDetails;
  /** Whether newer versions are looked for; null: nobody has chosen, and nobody is asked. */
  readonly updates: boolean | null;
  /** Who is told of the chargers by MQTT; null: nobody. Changed by a call of its own. */
  readonly broker: BrokerChoice | null;
}

export interface OwnNoticesChange {
  readonly chargerId: string;
  readonly notices: { readonly [Kind in NoticeKind]?: boolean | null | undefined };
}

/** What the settings page changes at once; what is absent stays as it is. Quiet has its own call. */
export interface SettingsChange {
  readonly language?: string | undefined;
  readonly formats?: FormatChoice | undefined;
  readonly theme?: Settings['theme'] | undefined;
  readonly trayIcon?: Settings['trayIcon'] | undefined;
  readonly trayPower?: boolean | undefined;
  readonly zoom?: number | undefined;
  readonly shortcut?: string | null | undefined;
  readonly openAtLogin?: boolean | undefined;
  readonly startHidden?: boolean | undefined;
  readonly notices?: { readonly [Kind in NoticeKind]?: boolean | undefined } | undefined;
  /** Of one charger; null: like all again. */
  readonly noticesOf?: OwnNoticesChange | undefined;
  readonly quietHours?: QuietHours | undefined;
  readonly history?: HistorySettings | undefined;
  readonly chargers?: ChargerPreferences | undefined;
  readonly market?: MarketChoice | null | undefined;
  readonly statement?: StatementDetails | undefined;
  readonly updates?: boolean | null | undefined;
}

export const defaultSettings: Settings = {
  language: 'system',
  formats: defaultFormats,
  theme: 'system',
  trayIcon: 'auto',
  trayPower: false,
  zoom: 1,
  shortcut: null,
  openAtLogin: false,
  startHidden: true,
  notices: noticeDefaults,
  noticesOf: {},
  quiet: { kind: 'no' },
  quietHours: defaultQuietHours,
  history: { samplesDays: 731 },
  chargers: { names: {}, order: [], hidden: [] },
  market: null,
  plans: {},
  statement: {},
  updates: null,
  broker: null,
};
