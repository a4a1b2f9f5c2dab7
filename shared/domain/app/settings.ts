import { z } from 'zod';
import { instant } from '../../schema/sound.ts';

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
  'chargeStarted',
  'pluggedIn',
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
  chargeStarted: false,
  pluggedIn: false,
};

const noticesSchema = z.strictObject(
  Object.fromEntries(noticeKinds.map((kind) => [kind, z.boolean()])) as Record<
    NoticeKind,
    z.ZodBoolean
  >,
);

/** Until when notifications are quiet: an instant (epoch ms), or until switched on again. */
export const quietSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no') }),
  z.strictObject({ kind: z.literal('until'), at: instant }),
  z.strictObject({ kind: z.literal('always') }),
]);

/** How long the history is kept, days. Without a number: for ever. */
const historySettingsSchema = z.strictObject({
  samplesDays: z.int().min(30).max(36_500).optional(),
  sessionsDays: z.int().min(30).max(36_500).optional(),
});

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Which panel the tray icon is drawn for, where the desktop does not tell. */
  trayIcon: z.enum(['auto', 'forDarkPanel', 'forLightPanel']),
  openAtLogin: z.boolean(),
  /** Start without a window. A first start without chargers shows one all the same. */
  startHidden: z.boolean(),
  notices: noticesSchema,
  quiet: quietSchema,
  history: historySettingsSchema,
});

export const settingsChangeSchema = z.strictObject({
  theme: settingsSchema.shape.theme.optional(),
  trayIcon: settingsSchema.shape.trayIcon.optional(),
  openAtLogin: z.boolean().optional(),
  startHidden: z.boolean().optional(),
  notices: noticesSchema.partial().optional(),
  history: historySettingsSchema.optional(),
});

export type Quiet = z.infer<typeof quietSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsChange = z.infer<typeof settingsChangeSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  trayIcon: 'auto',
  openAtLogin: false,
  startHidden: true,
  notices: noticeDefaults,
  quiet: { kind: 'no' },
  history: { samplesDays: 731 },
};
