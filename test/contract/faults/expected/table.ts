import type { WholeFault } from '../faults.ts';
import type { FieldFault } from '../fields.ts';
import type { Operation } from '../operations.ts';
import * as asked from './asked.ts';
import type { Expectation, FieldsExpectation } from './expectation.ts';
import * as ford from './ford.ts';
import * as wallbox from './wallbox.ts';
import * as writes from './writes.ts';

/** What is to be seen of one operation, with each fault. */
interface Row {
  readonly whole: Readonly<Record<WholeFault, Expectation>>;
  readonly fields: Readonly<Record<FieldFault, FieldsExpectation>>;
}

/** These fields are needed, whatever is wrong with them. */
function needs(...needed: readonly string[]): Row['fields'] {
  return { wrongType: { needed }, null: { needed }, missing: { needed } };
}

/** No field is needed; these tell what the charger does. */
function tells(...changing: readonly string[]): Row['fields'] {
  const all = { needed: [], changing };
  return { wrongType: all, null: all, missing: all };
}

const token = 'data.attributes.token';
const group = 'result.groups.0.chargers';
const command: Row = { whole: writes.command(), fields: needs() };

/** Every operation with every fault. One that is added without its row does not compile. */
export const expected: Readonly<Record<Operation, Row>> = {
  'Wallbox sign-in': { whole: wallbox.signIn(), fields: needs('data', 'data.attributes', token) },
  'Wallbox refresh': { whole: wallbox.refresh(), fields: needs('data', 'data.attributes', token) },
  'Wallbox list': {
    whole: wallbox.list(),
    fields: {
      ...needs('result', 'result.groups', `${group}.0.id`),
      // A group without chargers is usual; one whose chargers are no list is nonsense.
      wrongType: { needed: ['result', 'result.groups', group, `${group}.0.id`] },
    },
  },
  'Wallbox status': { whole: wallbox.status(), fields: tells('status_id') },
  'Wallbox details': { whole: asked.details(), fields: needs('data', 'data.chargerData') },
  'Wallbox config': { whole: asked.config(), fields: needs() },
  'Wallbox history': { whole: asked.history(), fields: needs('data') },
  'Wallbox schedules': { whole: asked.schedules(), fields: needs('schedules') },
  'Wallbox schedulesWrite': { whole: writes.schedulesWrite(), fields: needs() },
  'Wallbox pause': command,
  'Wallbox resume': command,
  'Wallbox backToSchedule': command,
  'Wallbox lock': command,
  'Wallbox unlock': command,
  'Wallbox setLimit': command,
  'Wallbox setSolarMode': { ...command, whole: writes.solarMode() },
  'Wallbox setPrice': command,
  'Wallbox reboot': { ...command, whole: writes.reboot() },
  'Wallbox updateSoftware': command,
  'Ford access': { whole: ford.access(), fields: needs('access') },
  'Ford refresh': { whole: ford.refresh(), fields: needs('access') },
  'Ford chargerinfo': { whole: ford.chargerInfo(), fields: tells('state') },
  // By both a station without an inverter is known.
  'Ford inverterinfo': { whole: ford.inverterInfo(), fields: tells('0.vendor', '0.model') },
  'Ford configstatus': { whole: ford.configStatus(), fields: needs() },
  'Ford networkinfo': { whole: ford.networkInfo(), fields: needs() },
};
