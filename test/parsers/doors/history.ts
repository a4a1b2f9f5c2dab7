import {
  type BackupItem,
  backupChunks,
  readBackup,
} from '../../../electron/history/backup/backup.ts';
import {
  editsSchema,
  sampleSchema,
  sessionSchema,
  slotDaySchema,
} from '../../../electron/history/backup/backup-rows.ts';
import { sessionsOf } from '../../../electron/history/edits/session-rows.ts';
import { unpacked } from '../../../electron/history/slots/slot-day.ts';
import { slotDayOf } from '../../../electron/history/slots/slot-rows.ts';
import { samplesOf } from '../../../electron/history/store/sample-rows.ts';
import { accountRecordSchema } from '../../../electron/settings/kept-settings.ts';
import { settingsSchema } from '../../../shared/schema/app/settings.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { fc } from '../../fixtures/properties.ts';
import { type Door, jsonDoor, textDoor, valueDoor } from '../door.ts';
import { fromSchema } from '../from-schema.ts';

const head = JSON.stringify({ kind: 'chargetray-backup', version: 4, createdAt: 1.7e12 });
const charger = fc.constant('wallbox/700123');
const ofKind = (kind: string, rest: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record({ kind: fc.constant(kind), ...rest });

const item = fc.oneof(
  ofKind('settings', { settings: fromSchema(settingsSchema) }),
  ofKind('account', { account: fromSchema(accountRecordSchema) }),
  ofKind('charger', {
    charger: fc.constant({ key: 'wallbox/7', brand: 'wallbox', name: 'Garage', model: 'X' }),
  }),
  ofKind('price', { charger, entry: fromSchema(priceEntrySchema) }),
  ofKind('session', { session: fromSchema(sessionSchema), cloudIds: fc.constant(['a']) }),
  ofKind('session', {
    session: fromSchema(sessionSchema),
    edits: fromSchema(editsSchema),
    cloudIds: fc.constant([]),
  }),
  ofKind('sample', { charger, sample: fromSchema(sampleSchema) }),
  ofKind('slots', { day: fromSchema(slotDaySchema) }),
);

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 5000) yield text.slice(at, at + 5000);
}

async function itemsIn(text: string): Promise<readonly BackupItem[] | undefined> {
  const items: BackupItem[] = [];
  const { signal } = new AbortController();
  const read = await readBackup({
    chunks: pieces(text),
    signal,
    take: (one) => void items.push(one),
    mostCharacters: 1_000_000,
  });
  return read.ok && items.length > 0 ? items : undefined;
}

async function* batches(items: readonly BackupItem[]): AsyncGenerator<readonly BackupItem[]> {
  yield items;
}

const row = {
  id: 1,
  key: 'wallbox/7',
  source: 'both',
  started_at: 1.7e12,
  start_seen: 1,
  ended_at: 1.7e12 + 3_600_000,
  ended_how: 'complete',
  energy_wh: 10_990,
  green_energy_wh: 10,
  charging_ms: 3_000_000,
  average_w: 7000,
  peak_w: 7400,
  gaps: null,
  cost: '3.41',
  currency: 'EUR',
  cost_origin: 'own',
  cost_estimated: 1,
  planned_since: null,
  saved: '0.5',
  tag: 'business',
  note: 'a\nb',
  owner_started_at: 1.7e12 + 60_000,
  owner_ended_at: null,
  owner_energy_wh: 11_000,
  owner_cost: '3.5',
  owner_currency: 'EUR',
  owner_cost_origin: 'entered',
  owner_cost_estimated: null,
  owner_saved: null,
  edited_at: 1.7e12,
  deleted_at: null,
};
const bare = { ...row, ended_at: null, ended_how: null, edited_at: null, cost: null, tag: null };

const sampleRow = {
  at: 1.7e12,
  state: 1,
  power_w: 7000,
  energy_wh: 100,
  limit_a: 16,
  phases: 3,
  vendor_code: '194',
  current_a: 10.1,
  by_plan: 1,
  gap: null,
};

const slots = '0 900000 5 7994 -812;2700000 900000 2 25';
const slotRow = {
  source: 'energyCharts',
  area: 'DE-LU',
  currency: 'EUR',
  vat_included: 0,
  day: 20_000,
  slots,
};

const first = (all: readonly unknown[]) => all[0];

/** What a backup or the database of a history holds, whoever has written it. */
export const historyDoors = {
  'electron/history/backup/backup.ts#readBackup': jsonDoor(item, {
    enter: (line) => itemsIn(`${head}\n${line}\n`),
    async again(items: readonly BackupItem[]) {
      let text = '';
      for await (const chunk of backupChunks(batches(items), 1.7e12)) text += chunk.text;
      return itemsIn(text);
    },
    except: { raw: ['plain'] },
  }),
  'electron/history/backup/backup.ts#head': jsonDoor([JSON.parse(head)], {
    enter: (line) => itemsIn(`${line}\n{"kind":"end","items":0}\n`),
    isTaken: () => true,
  }),
} satisfies Readonly<Record<string, Door<string>>>;

export const rowDoors = {
  'electron/history/edits/session-rows.ts#sessionsOf': valueDoor(fc.constantFrom(row, bare), {
    enter: (found) => first(sessionsOf(found as never)),
  }),
  'electron/history/store/sample-rows.ts#samplesOf': valueDoor(fc.constant(sampleRow), {
    enter: (found) => first(samplesOf(found as never)),
  }),
  'electron/history/slots/slot-rows.ts#slotDayOf': valueDoor(fc.constant(slotRow), {
    enter: (found) => first(slotDayOf(found as never)),
    except: { longest: 60_000 },
  }),
} satisfies Readonly<Record<string, Door<unknown>>>;

export const slotDoors = {
  'electron/history/slots/slot-day.ts#unpacked': textDoor([slots], {
    enter: (text) => first(unpacked(text, 20_000)) && unpacked(text, 20_000),
    least: 0,
  }),
} satisfies Readonly<Record<string, Door<string>>>;
