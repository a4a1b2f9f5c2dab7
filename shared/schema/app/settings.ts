import { z } from 'zod';
import {
  type NoticeKind,
  noticeKinds,
  type Settings,
  type SettingsChange,
  shortcutForm,
} from '../../domain/app/settings.ts';
import { priceSourceIds } from '../../domain/price/source.ts';
import { planSettingsSchema } from '../price/charge-plan.ts';
import { schemaFor } from '../schema-for.ts';
import { instant, key, line, lines, whenTrue } from '../sound.ts';
import { brokerChoiceSchema } from './broker.ts';
import { quietHoursSchema } from './quiet-hours.ts';
import { formatsSchema, languageSchema } from './speech.ts';

/** More than anybody has, and little enough for a file that is written whole. */
export const mostChargers = 1000;

const noticesSchema = z.strictObject(
  Object.fromEntries(noticeKinds.map((kind) => [kind, z.boolean()])) as Record<
    NoticeKind,
    z.ZodBoolean
  >,
);

const ownNoticesSchema = noticesSchema.partial();

const ownChangeSchema = z.strictObject(
  Object.fromEntries(
    noticeKinds.map((kind) => [kind, z.boolean().nullable().optional()]),
  ) as Record<NoticeKind, z.ZodOptional<z.ZodNullable<z.ZodBoolean>>>,
);

const quietSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no') }),
  z.strictObject({ kind: z.literal('until'), at: instant }),
  z.strictObject({ kind: z.literal('always') }),
]);

const historySettingsSchema = z.strictObject({
  samplesDays: z.int().min(30).max(36_500).optional(),
  sessionsDays: z.int().min(30).max(36_500).optional(),
});

const mostNameLength = 80;
const chargerName = line.pipe(z.string().trim().min(1).max(mostNameLength));

const chargerPreferencesSchema = z.strictObject({
  names: z.record(key, chargerName),
  order: z.array(key).max(mostChargers),
  hidden: z.array(key).max(mostChargers),
});

const mostDetailLength = 200;
const detail = line.pipe(z.string().max(mostDetailLength)).optional();

const statementSchema = z.strictObject({
  name: detail,
  address: lines.pipe(z.string().max(2 * mostDetailLength)).optional(),
  vehicle: detail,
  plate: detail,
  costCentre: detail,
  signature: whenTrue,
});

const mostAddressLength = 1000;

const marketSchema = z.strictObject({
  source: z.enum(priceSourceIds),
  area: line.pipe(z.string().min(1).max(40)),
  address: line.pipe(z.string().min(1).max(mostAddressLength)).optional(),
});

export const settingsSchema = schemaFor<Settings>()(
  z.strictObject({
    language: languageSchema,
    formats: formatsSchema,
    theme: z.enum(['system', 'light', 'dark']),
    trayIcon: z.enum(['auto', 'forDarkPanel', 'forLightPanel']),
    trayPower: z.boolean(),
    zoom: z.number().min(0.5).max(3),
    shortcut: z.string().regex(shortcutForm).nullable(),
    openAtLogin: z.boolean(),
    startHidden: z.boolean(),
    notices: noticesSchema,
    noticesOf: z
      .record(key, ownNoticesSchema)
      .refine((own) => Object.keys(own).length <= mostChargers),
    quiet: quietSchema,
    quietHours: quietHoursSchema,
    history: historySettingsSchema,
    chargers: chargerPreferencesSchema,
    market: marketSchema.nullable(),
    plans: z
      .record(key, planSettingsSchema)
      .refine((plans) => Object.keys(plans).length <= mostChargers),
    statement: statementSchema,
    updates: z.boolean().nullable(),
    broker: brokerChoiceSchema.nullable(),
  }),
);

export const settingsChangeSchema = schemaFor<SettingsChange>()(
  z.strictObject({
    language: languageSchema.optional(),
    formats: formatsSchema.optional(),
    theme: settingsSchema.shape.theme.optional(),
    trayIcon: settingsSchema.shape.trayIcon.optional(),
    trayPower: z.boolean().optional(),
    zoom: settingsSchema.shape.zoom.optional(),
    shortcut: settingsSchema.shape.shortcut.optional(),
    openAtLogin: z.boolean().optional(),
    startHidden: z.boolean().optional(),
    notices: noticesSchema.partial().optional(),
    noticesOf: z.strictObject({ chargerId: key, notices: ownChangeSchema }).optional(),
    quietHours: quietHoursSchema.optional(),
    history: historySettingsSchema.optional(),
    chargers: chargerPreferencesSchema.optional(),
    market: marketSchema.nullable().optional(),
    statement: statementSchema.optional(),
    updates: z.boolean().nullable().optional(),
  }),
);
