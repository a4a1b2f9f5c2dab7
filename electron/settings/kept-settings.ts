import { z } from 'zod';
import type { SettingsTrouble } from '../../shared/domain/app/app-state.ts';
import {
  defaultSettings,
  noticeDefaults,
  type Settings,
} from '../../shared/domain/app/settings.ts';
import { omitUndefined } from '../../shared/omit-undefined.ts';
import { settingsSchema } from '../../shared/schema/app/settings.ts';
import { brandSchema } from '../../shared/schema/brand.ts';
import { key, line, whenTrue } from '../../shared/schema/sound.ts';
import type { KeptFile } from '../ports/kept-file.ts';
import { carriedOver, entriesCarriedOver, isSame } from './carried-over.ts';
import { formatsOf } from './kept-formats.ts';
import { type Content, isContent } from './kept-found.ts';
import { noticesIn, ownNoticesIn } from './kept-notices.ts';

/** A day. Beyond 24 days a timer would go off at once. */
const longestSeconds = 86_400;
/** UTF-16 units. An address with all that may belong to it. */
const mostPlain = 4000;
/** More names of lost keys tell nobody more. */
const mostNamed = 20;

/** An account as the settings file holds it: nothing secret. */
export const accountRecordSchema = z.object({
  id: key,
  brand: brandSchema,
  label: line,
  keepSignedIn: z.boolean(),
  /** Absent: the brand's custom. Seconds. */
  pollSeconds: z.number().positive().max(longestSeconds).optional(),
  timeoutSeconds: z.number().positive().max(longestSeconds).optional(),
  /** What its brand wants kept and is not secret. */
  plain: z.record(z.string().max(100), z.union([z.string().max(mostPlain), z.number()])).optional(),
  /** The same for one charger or account, however it was reached. */
  identity: line.optional(),
  /** It has nothing in the keychain. */
  bare: whenTrue,
});

export type AccountRecord = z.infer<typeof accountRecordSchema>;

export interface KeptSettings {
  readonly settings: Settings;
  readonly accounts: readonly AccountRecord[];
  readonly trouble?: SettingsTrouble;
}

/** What the file held at the start, and what was read of it. */
export interface FoundFile {
  readonly value: unknown;
  readonly read: Pick<KeptSettings, 'settings' | 'accounts'>;
}

const currentVersion = 1;

/** Reads the settings file; a bad key costs that key only, and is named. */
export function readSettings(file: Pick<KeptFile, 'read'>): KeptSettings {
  const { value, keptAside } = file.read();
  const kept = migrated(value);
  const lostKeys: string[] = [];
  const settings = eachKey(kept.settings, lostKeys);
  const accounts = accountList(kept.accounts, lostKeys);
  const named = [...new Set(lostKeys)].slice(0, mostNamed);
  const trouble =
    named.length > 0 || keptAside
      ? { lostKeys: named, ...(keptAside ? { keptAside } : {}) }
      : undefined;
  return { settings, accounts, ...(trouble ? { trouble } : {}) };
}

/**
 * Durable once it resolves. Rejects when the disk refuses. What `found` held beyond what this version
 * knows is written again: whoever goes back to a later version finds it there.
 */
export function writeSettings(
  file: KeptFile,
  { settings, accounts }: Omit<KeptSettings, 'trouble'>,
  found?: FoundFile,
): Promise<void> {
  const { value, read } = found ?? {};
  const before = isContent(value) ? value : {};
  const old = isContent(before.settings) ? before.settings : {};
  const written = carriedOver({
    found: old,
    read: read?.settings,
    now: worthWriting(old, settings, defaultSettings),
  });
  const oldKinds = isContent(old.notices) ? old.notices : {};
  const kinds = carriedOver({
    found: old.notices,
    read: read?.settings.notices,
    now: worthWriting(oldKinds, settings.notices, noticeDefaults),
  });
  const noticesOf = ownCarriedOver(old.noticesOf, read?.settings.noticesOf, settings.noticesOf);
  const own = written.noticesOf === undefined ? {} : { noticesOf };
  return file.write({
    ...before,
    version: Math.max(currentVersion, versionOf(before)),
    settings: { ...written, notices: kinds, ...own },
    accounts: entriesCarriedOver(before.accounts, read?.accounts ?? [], accounts),
  });
}

/** What nobody has chosen is not added to a file that was written before it could be. */
function worthWriting<T extends object>(found: Content, chosen: T, defaults: T): Partial<T> {
  if (Object.keys(found).length === 0) return chosen;
  const isChosen = ([key, value]: [string, unknown]) =>
    key in found || !isSame(value, defaults[key as keyof T]);
  return Object.fromEntries(Object.entries(chosen).filter(isChosen)) as Partial<T>;
}

/** Charger by charger, so that kinds of a later version stay also where one is chosen here. */
function ownCarriedOver(
  found: unknown,
  read: Settings['noticesOf'] | undefined,
  now: Settings['noticesOf'],
): Content {
  const old = isContent(found) ? found : {};
  const own = Object.entries(now).map(([id, kinds]) => [
    id,
    carriedOver({ found: old[id], read: read?.[id], now: kinds }),
  ]);
  return Object.fromEntries(own);
}

function versionOf({ version }: Content): number {
  return typeof version === 'number' ? version : 0;
}

/** One step for each version that ever was; a file from a later version is read as far as it goes. */
function migrated(value: unknown): Readonly<Record<string, unknown>> {
  return isContent(value) ? value : {};
}

function eachKey(value: unknown, lost: string[]): Settings {
  if (value === undefined) return defaultSettings;
  if (!isContent(value)) {
    lost.push('settings');
    return defaultSettings;
  }
  const { shape } = settingsSchema;
  return {
    language: keyOr(shape.language, value, 'language', lost),
    formats: formatsOf(value.formats, lost),
    theme: keyOr(shape.theme, value, 'theme', lost),
    trayIcon: keyOr(shape.trayIcon, value, 'trayIcon', lost),
    trayPower: keyOr(shape.trayPower, value, 'trayPower', lost),
    zoom: keyOr(shape.zoom, value, 'zoom', lost),
    shortcut: keyOr(shape.shortcut, value, 'shortcut', lost),
    openAtLogin: keyOr(shape.openAtLogin, value, 'openAtLogin', lost),
    startHidden: keyOr(shape.startHidden, value, 'startHidden', lost),
    quiet: keyOr(shape.quiet, value, 'quiet', lost),
    quietHours: keyOr(shape.quietHours, value, 'quietHours', lost),
    history: keyOr(shape.history, value, 'history', lost),
    chargers: keyOr(shape.chargers, value, 'chargers', lost),
    market: keyOr(shape.market, value, 'market', lost),
    plans: keyOr(shape.plans, value, 'plans', lost),
    statement: keyOr(shape.statement, value, 'statement', lost),
    updates: keyOr(shape.updates, value, 'updates', lost),
    broker: keyOr(shape.broker, value, 'broker', lost),
    notices: noticesIn(value.notices, lost),
    noticesOf: ownNoticesIn(value.noticesOf, lost),
  };
}

function keyOr<Key extends keyof Settings>(
  schema: z.ZodType<Settings[Key]>,
  from: Readonly<Record<string, unknown>>,
  key: Key,
  lost: string[],
): Settings[Key] {
  if (from[key] === undefined) return defaultSettings[key];
  const parsed = schema.safeParse(from[key]);
  if (parsed.success) return parsed.data;
  lost.push(key);
  return defaultSettings[key];
}

function accountList(value: unknown, lost: string[]): readonly AccountRecord[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    lost.push('accounts');
    return [];
  }
  return value.flatMap((entry: unknown, index) => account(entry, `accounts[${index}]`, lost));
}

/** What an account can do without, and what stands in its place. */
const spare = {
  label: '',
  keepSignedIn: false,
  pollSeconds: undefined,
  timeoutSeconds: undefined,
};

function account(entry: unknown, name: string, lost: string[]): readonly AccountRecord[] {
  const parsed = accountRecordSchema.safeParse(entry);
  if (parsed.success) return [parsed.data];
  const bad = new Set(parsed.error.issues.map(({ path }) => path[0]));
  const mended = Object.entries(spare).filter(([key]) => bad.has(key));
  const again = isContent(entry)
    ? accountRecordSchema.safeParse({ ...entry, ...Object.fromEntries(mended) })
    : undefined;
  if (!again?.success) {
    lost.push(name);
    return [];
  }
  lost.push(...mended.map(([key]) => `${name}.${key}`));
  const { pollSeconds, timeoutSeconds, ...rest } = again.data;
  return [{ ...rest, ...omitUndefined({ pollSeconds, timeoutSeconds }) }];
}
