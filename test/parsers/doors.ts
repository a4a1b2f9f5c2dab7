import type { Door } from './door.ts';
import { byteDoors } from './doors/bytes.ts';
import { callDoors, menuDoors, terminalDoors } from './doors/calls.ts';
import { cloudDoors } from './doors/cloud.ts';
import { fileDoors } from './doors/files.ts';
import { historyDoors, rowDoors, slotDoors } from './doors/history.ts';
import { keptPriceDoors, priceDoors } from './doors/prices.ts';
import { schemaDoors } from './doors/schemas.ts';
import { stateDoors, toldDoors } from './doors/state.ts';
import { stationDoors } from './doors/station.ts';
import { certificateDoors, textDoors } from './doors/texts.ts';

export type DoorGroup = readonly (readonly [name: string, door: Door<never>])[];

/** Every door of the app, by what comes through it. */
export async function allDoors(): Promise<Readonly<Record<string, DoorGroup>>> {
  const schemas = await schemaDoors();
  return {
    'a schema': group(Object.fromEntries(schemas)),
    'a call of the window': group(callDoors),
    'a call of a command line': group(terminalDoors),
    'a charger or its cloud': group({ ...cloudDoors, ...stationDoors, ...stateDoors }),
    'a source of prices': group(Object.fromEntries(priceDoors)),
    'a kept file': group({ ...fileDoors, ...keptPriceDoors }),
    'a backup or a database': group({ ...historyDoors, ...rowDoors, ...slotDoors }),
    'any other text': group({
      ...textDoors,
      ...menuDoors,
      ...certificateDoors,
      ...toldDoors,
      ...byteDoors,
    }),
  };
}

function group(doors: Readonly<Record<string, unknown>>): DoorGroup {
  return Object.entries(doors) as unknown as DoorGroup;
}
