import { expect, it } from 'vitest';
import {
  type RemoteAction,
  requestOf,
  writeFor,
} from '../../../../electron/integrations/wallbox/writes.ts';
import type { Command } from '../../../../shared/domain/charger/command.ts';

const action = 'POST /v3/chargers/{id}/remote-action';
const charger = 'PUT /v2/charger/{id}';
const ecoSmart = 'PUT /v4/chargers/{id}/eco-smart';
const solar = (attributes: object) => ({ data: { type: 'eco_smart', attributes } });

const table: readonly [Command, string, unknown][] = [
  [{ kind: 'resume' }, action, { action: 1 }],
  [{ kind: 'pause' }, action, { action: 2 }],
  [{ kind: 'reboot' }, action, { action: 3 }],
  [{ kind: 'updateSoftware' }, action, { action: 5 }],
  [{ kind: 'backToSchedule' }, action, { action: 9 }],
  [{ kind: 'lock' }, charger, { locked: 1 }],
  [{ kind: 'unlock' }, charger, { locked: 0 }],
  [{ kind: 'setLimit', limitA: 13 }, charger, { maxChargingCurrent: 13 }],
  [{ kind: 'setSolarMode', mode: 'off' }, ecoSmart, solar({ enabled: 0, mode: 0 })],
  [{ kind: 'setSolarMode', mode: 'eco' }, ecoSmart, solar({ enabled: 1, mode: 0 })],
  [{ kind: 'setSolarMode', mode: 'solar' }, ecoSmart, solar({ enabled: 1, mode: 1 })],
  [{ kind: 'setPrice', perKwh: -0.02 }, 'POST /chargers/config/{id}', { energyCost: -0.02 }],
];

function orderOf(command: Command) {
  const order = writeFor(command);
  if (!order) throw new Error(`No order for ${command.kind}`);
  return order;
}

it.each(table)('%j is %s %j', (command, where, json) => {
  const request = requestOf(orderOf(command));
  expect(`${request.method} ${request.template}`).toBe(where);
  expect(request.json).toEqual(json);
});

it('has no word for a factory reset', () => {
  // @ts-expect-error 4 resets a charger to the factory's state from afar; the type must not know it.
  const reset: RemoteAction = 4;
  // @ts-expect-error 6 to 8 are unknown, and nobody may find out by trying.
  const unknown: RemoteAction = 6;
  const sent = table.map(([command]) => JSON.stringify(requestOf(orderOf(command)).json));
  expect(sent).not.toContain(JSON.stringify({ action: reset }));
  expect(sent).not.toContain(JSON.stringify({ action: unknown }));
});

it('a command of later times has no order here, and breaks nothing', () => {
  expect(writeFor({ kind: 'setPhases' } as unknown as Command)).toBeUndefined();
});
