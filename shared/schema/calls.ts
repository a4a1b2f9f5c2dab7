import { z } from 'zod';
import { licenceLists } from '../domain/app/licence.ts';
import { links } from '../domain/app/link-name.ts';
import { quietChoices } from '../domain/app/quiet.ts';
import { updateSteps } from '../domain/app/update.ts';
import { tokenSourceIds } from '../domain/price/source.ts';
import type { Calls } from '../ipc/contract.ts';
import { isZone } from '../zone-clock.ts';
import { brokerWishSchema } from './app/broker.ts';
import { settingsChangeSchema } from './app/settings.ts';
import { brandSchema } from './brand.ts';
import { commandSchema } from './charger/command.ts';
import { scheduleEditSchema, seenEntriesSchema } from './charger/schedule.ts';
import { planSettingsSchema } from './price/charge-plan.ts';
import { schemasFor } from './schema-for.ts';
import { historyQuerySchema } from './session/history.ts';
import { priceEntrySchema } from './session/price.ts';
import { sessionChangeSchema } from './session/session-change.ts';
import { key, required, whenTrue } from './sound.ts';

const nothing = z.undefined();
/** No form of ours has more. */
const mostFields = 20;
/** More than any battery holds, and than any charger at home gives. */
const mostWh = 1_000_000;
const mostPowerW = 50_000;
const date = required.date;
/** A window never has reason to send more; what is longer is refused before anybody reads it. */
const secretText = z.string().min(1).max(1000);
const zone = z.string().min(1).max(60).refine(isZone);
const locale = z.string().min(2).max(60).refine(isLocale);
const day = z.iso.date();
const fileName = z.string().min(1).max(120);

const ofAccount = { accountId: key };
const ofCharger = { chargerId: key };
const ofBroker = { wish: brokerWishSchema, password: secretText.optional() };
const signIn = {
  fields: z
    .record(z.string().max(40), secretText)
    .refine((typed) => Object.keys(typed).length <= mostFields),
  keepSignedIn: z.boolean(),
  untilQuit: z.boolean(),
  confirmed: z
    .strictObject({ fingerprint: z.string().max(200).optional(), chargerId: key.optional() })
    .optional(),
};

/** What each call of the window may send. A request that is anything else is refused. */
export const requestSchemas = schemasFor<{ [Name in keyof Calls]: Calls[Name]['request'] }>()({
  getState: nothing,
  execute: z.strictObject({ ...ofCharger, command: commandSchema }),
  refresh: nothing,
  loadDetails: z.strictObject(ofCharger),
  getSchedules: z.strictObject(ofCharger),
  changeSchedules: z.strictObject({
    ...ofCharger,
    edit: scheduleEditSchema,
    seen: seenEntriesSchema,
  }),
  addAccount: z.strictObject({
    brand: brandSchema,
    ...signIn,
    useFound: whenTrue,
  }),
  signInAgain: z.strictObject({ ...ofAccount, ...signIn }),
  findSettings: z.strictObject({ brand: brandSchema }),
  cancelSignIn: z.undefined(),
  signOut: z.strictObject(ofAccount),
  forgetAccount: z.strictObject(ofAccount),
  setKeepSignedIn: z.strictObject({ ...ofAccount, keep: z.boolean() }),
  setPollSeconds: z.strictObject({ ...ofAccount, seconds: z.int().min(1).max(86_400) }),
  setTimeoutSeconds: z.strictObject({ ...ofAccount, seconds: z.int().min(5).max(120) }),
  reveal: z.strictObject(ofCharger),
  makeReport: z.strictObject(ofCharger),
  saveReport: z.strictObject(ofCharger),
  historyChargers: nothing,
  listSessions: z.strictObject({
    query: historyQuerySchema,
    limit: z.int().min(1).max(5000),
    before: z.strictObject({ startedAt: date, id: z.int() }).optional(),
  }),
  showSession: z.strictObject({ id: z.int() }),
  changeSession: z.strictObject({ id: z.int(), change: sessionChangeSchema }),
  deletedSessions: nothing,
  sumSessions: z.strictObject({
    query: historyQuerySchema,
    by: z.enum(['day', 'month', 'year']),
    before: z.strictObject({ from: date, to: date }).optional(),
    running: whenTrue,
    zone,
  }),
  fetchSessions: z.strictObject({ charger: key, from: date, to: date }),
  exportHistory: z.strictObject({
    query: historyQuerySchema,
    what: z.enum(['sessions', 'samples']),
    format: z.enum(['csv', 'json']),
    excel: z
      .strictObject({ decimal: z.enum([',', '.']), separator: z.enum([',', ';']), locale })
      .optional(),
    zone,
  }),
  cancelExport: nothing,
  getStatement: z
    .strictObject({
      chargers: z.array(key).min(1).max(100),
      from: day,
      to: day,
      zone,
      only: z.literal('business').optional(),
    })
    .refine(({ from, to }) => from <= to),
  savePdf: z.strictObject({ name: fileName }),
  savePicture: z.strictObject({ name: fileName, png: z.base64().max(4_000_000) }),
  getPrices: z.strictObject({ charger: key }),
  priceNow: z.strictObject({ entry: priceEntrySchema }),
  setPrices: z.strictObject({
    charger: key,
    entries: z.array(priceEntrySchema).max(200),
  }),
  priceSources: nothing,
  // Nothing else can stand in a header.
  setPriceToken: z.strictObject({
    source: z.enum(tokenSourceIds),
    token: secretText.regex(/^[\x21-\x7e]+$/),
    untilQuit: z.boolean(),
  }),
  getMarket: nothing,
  cheapestTime: z.strictObject({
    wh: z.number().min(0).max(mostWh),
    powerW: z.number().min(100).max(mostPowerW),
    readyBy: z.int().min(0).max(1439),
    inOneGo: z.boolean(),
  }),
  setBroker: z.strictObject({ ...ofBroker, untilQuit: z.boolean() }),
  testBroker: z.strictObject(ofBroker),
  forgetBroker: nothing,
  setPlan: z.strictObject({ ...ofCharger, plan: planSettingsSchema }),
  previewPlan: z.strictObject({ ...ofCharger, plan: planSettingsSchema }),
  continuePlan: z.strictObject(ofCharger),
  backUp: nothing,
  restoreBackup: nothing,
  changeSettings: settingsChangeSchema,
  setQuiet: z.strictObject({ quiet: z.enum(quietChoices) }),
  testNotification: nothing,
  tryKeychain: nothing,
  diagnostics: nothing,
  copyText: z.strictObject({ text: z.string().max(200_000) }),
  openLink: z.strictObject({ link: z.enum(links) }),
  answerLink: z.strictObject({ counter: z.int().positive() }),
  update: z.strictObject({ step: z.enum(updateSteps) }),
  licences: z.strictObject({ list: z.enum(licenceLists) }),
  closeWindow: nothing,
});

function isLocale(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat(name));
  } catch {
    return false;
  }
}
