import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soundEvent } from '../../../electron/charging/sound-event.ts';
import { knownAddress } from '../../../electron/command-line/socket/address.ts';
import { isHolderAlive } from '../../../electron/platform/files/folder-lock.ts';
import { observationSchema } from '../../../shared/schema/charger/observation.ts';
import { failureSchema } from '../../../shared/schema/failure.ts';
import { noon } from '../../fixtures/core-notices.ts';
import { fc } from '../../fixtures/properties.ts';
import { type Door, jsonDoor, textDoor, valueDoor } from '../door.ts';
import { fromSchema } from '../from-schema.ts';

const observation = fromSchema(observationSchema);
const at = fc.constantFrom(noon, Number.NaN, -1, 1e300);

const kinds: readonly unknown[] = ['interrupted', 'failed', 'observed', 'replied'];

/** What a brand says of a charger, whatever it may be: the compiler knows its form, not its content. */
export const stateDoors = {
  'electron/charging/sound-event.ts#soundEvent': valueDoor(
    fc.oneof(
      fc.record({
        kind: fc.constant('observed'),
        at,
        observation,
        validForMs: fc.constant(60_000),
      }),
      fc.record({ kind: fc.constant('failed'), at, failure: fromSchema(failureSchema) }),
      fc.record({ kind: fc.constant('replied'), observation }),
    ),
    {
      enter: (event) => {
        const isEvent = typeof event === 'object' && event !== null && 'kind' in event;
        if (!isEvent || !kinds.includes(event.kind)) return undefined;
        const known = ['kind', 'at', 'observation', 'validForMs', 'failure'];
        const own = Object.entries(event).filter(([name]) => known.includes(name));
        return soundEvent(Object.fromEntries(own) as never, { bug: () => undefined, now: noon });
      },
      // Of a reply and an interruption nobody reads it.
      except: { unread: ['at'] },
    },
  ),
} satisfies Readonly<Record<string, Door<unknown>>>;

const folder = mkdtempSync(join(tmpdir(), 'chargetray-doors-'));
const place = { folder, platform: 'win32' as const, temporary: tmpdir() };

/** What one run of the app tells another one by files that are no JSON of its settings. */
export const toldDoors = {
  'electron/command-line/socket/address.ts#knownAddress': jsonDoor(
    [{ folder, address: '\\\\.\\pipe\\chargetray-0' }],
    {
      enter: (text) => {
        writeFileSync(join(folder, 'control.address'), text);
        return knownAddress(place);
      },
      // Only ever opened as a socket.
      except: { raw: [''] },
    },
  ),
  'electron/platform/files/folder-lock.ts#isHolderAlive': lockDoor(),
} satisfies Readonly<Record<string, Door<string>>>;

function lockDoor(): Door<string> {
  const lock = join(folder, 'SingletonLock');
  return textDoor(['computer-1', 'computer-4194304'], {
    enter: (target) => {
      rmSync(lock, { force: true });
      // A link leads somewhere, and its target has no end within it.
      symlinkSync(target.replaceAll('\0', '').slice(0, 1000) || '-', lock);
      return isHolderAlive(folder, 'computer');
    },
  });
}
