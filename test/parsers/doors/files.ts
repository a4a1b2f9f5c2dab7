import { toFile } from '../../../electron/app/persistence/file-names.ts';
import { chargersIn } from '../../../electron/app/persistence/persisted-chargers.ts';
import {
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { chargerRecordSchema } from '../../../electron/charging/record.ts';
import { noticeSchema, tellingSchema } from '../../../electron/notifications/notice.ts';
import { recentEndSchema } from '../../../electron/notifications/session-ends.ts';
import { planMemorySchema } from '../../../electron/plans/plan-memory.ts';
import { placeFrom } from '../../../electron/platform/electron/window/window-place.ts';
import { speechIn } from '../../../electron/settings/kept-formats.ts';
import { understood } from '../../../electron/settings/kept-found.ts';
import {
  accountRecordSchema,
  readSettings,
  writeSettings,
} from '../../../electron/settings/kept-settings.ts';
import { updateMemorySchema } from '../../../electron/updates/update-memory.ts';
import { settingsSchema } from '../../../shared/schema/app/settings.ts';
import { commandProgressSchema } from '../../../shared/schema/charger/command.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { FakeKeptFile } from '../../fakes/fake-kept-file.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { fc } from '../../fixtures/properties.ts';
import { type Door, jsonDoor } from '../door.ts';
import { fromSchema } from '../from-schema.ts';

const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 2 });

const settingsFile = fc.record({
  version: fc.constant(1),
  settings: fromSchema(settingsSchema),
  accounts: few(fromSchema(accountRecordSchema)),
  ofALaterVersion: fc.constant({ deep: [1] }),
});

const stateFile = fc
  .record({
    version: fc.constant(1),
    chargers: few(fromSchema(chargerRecordSchema)),
    outbox: few(fromSchema(noticeSchema)),
    telling: fromSchema(tellingSchema),
    recentEnds: few(fromSchema(recentEndSchema)),
    signInTold: fc.constant(['account-1']),
    prices: few(
      fc.record({ charger: fc.constant('a/1'), entries: few(fromSchema(priceEntrySchema)) }),
    ),
    commands: few(
      fc.record({ chargerId: fc.constant('a/1'), progress: fromSchema(commandProgressSchema) }),
    ),
    plans: few(fromSchema(planMemorySchema)),
    updates: fromSchema(updateMemorySchema),
    spent: fc.constant({ 'account-1': { paidAt: 1.7e12, writtenAt: [1.7e12] } }),
  })
  .map(toFile);

/** A kept file as the disk gives it. */
function fileOf(text: string) {
  const found = understood(text);
  const value = typeof found === 'string' ? undefined : found.value;
  return { read: () => ({ value }), keepAside: () => 'kept.json' };
}

const kept = { raw: ['plain', 'key', 'wish', 'frame', 'prices'], signed: ['baseWh'] };

/** The files of the data folder, as far as they are JSON. */
export const fileDoors = {
  'electron/settings/kept-settings.ts#readSettings': jsonDoor(settingsFile, {
    async enter(text) {
      const file = fileOf(text);
      const read = readSettings(file);
      settingsSchema.parse(read.settings);
      const written = new FakeKeptFile();
      await writeSettings(written, read, { value: file.read().value, read });
      const { trouble: _once, ...again } = readSettings(written);
      return { ...again, trouble: read.trouble };
    },
    except: kept,
  }),
  'electron/settings/kept-formats.ts#speechIn': jsonDoor(settingsFile, {
    enter: (text) => speechIn(fileOf(text).read().value),
  }),
  'electron/app/persistence/persisted-state.ts#readPersisted': jsonDoor(stateFile, {
    enter: (text) => readPersisted(fileOf(text), new RecordedLog()),
    async again({ trouble, ...state }: ReturnType<typeof readPersisted>) {
      const written = new FakeKeptFile();
      await writePersisted(written, state);
      const log = new RecordedLog();
      const read = readPersisted(written, log);
      if (log.lines.length > 0) throw new Error(`Lost by writing it: ${log.text}`);
      return trouble ? { ...read, trouble } : read;
    },
    except: kept,
  }),
  'electron/app/persistence/persisted-chargers.ts#chargersIn': jsonDoor(stateFile, {
    enter: (text) => chargersIn(fileOf(text).read().value),
    isTaken: (result) => Array.isArray(result) && result.length > 0,
    except: kept,
  }),
  'electron/settings/kept-found.ts#understood': jsonDoor([{ a: 1 }], {
    enter: (text) => {
      const found = understood(text);
      // What is understood can be written again, whatever it holds.
      return typeof found === 'string' ? undefined : { text: JSON.stringify(found.value) };
    },
    except: { raw: ['text'] },
  }),
  'electron/platform/electron/window/window-place.ts#placeFrom': jsonDoor(
    [{ x: 1, y: 2, width: 400, height: 640 }],
    {
      enter: (text) =>
        placeFrom(fileOf(text).read().value, [{ x: 0, y: 0, width: 1920, height: 1080 }]),
    },
  ),
} satisfies Readonly<Record<string, Door<string>>>;
