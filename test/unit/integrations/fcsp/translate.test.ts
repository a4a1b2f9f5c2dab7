import { describe, expect, it } from 'vitest';
import {
  type InverterReading,
  inverterIn,
} from '../../../../electron/integrations/fcsp/inverter.ts';
import { toObservation } from '../../../../electron/integrations/fcsp/translate.ts';
import type { WireInverter } from '../../../../electron/integrations/fcsp/wire.ts';
import { observationSchema } from '../../../../shared/schema/charger/observation.ts';

const none: InverterReading = { kind: 'none' };
const notTold: InverterReading = { kind: 'notTold' };
const row = (more: object = {}): WireInverter => ({
  vendor: undefined,
  model: undefined,
  state: undefined,
  firmware: undefined,
  slno: undefined,
  ...more,
});
const delta = (state?: string) => row({ vendor: 'Delta Electronics', model: 'E4_BDI', state });
const real = (state?: string): InverterReading => ({ kind: 'real', inverter: delta(state) });
const observation = (code: string, inverter: InverterReading) =>
  observationSchema.parse(toObservation({ name: 'Garage', code, inverter }));

describe('a state', () => {
  it.each([
    ['CS00', { state: 'available' }, 'no'],
    ['CS01', { state: 'waiting', notSaid: true }, 'yes'],
    ['CS02', { state: 'charging' }, 'yes'],
    ['CS03', { state: 'error', code: 'CS03', unconfirmed: true }, 'unknown'],
    ['CF01', { state: 'error', code: 'CF01' }, 'unknown'],
    ['CF99', { state: 'error', code: 'CF99' }, 'unknown'],
    ['CFx', { state: 'error', code: 'CFx' }, 'unknown'],
    ['CE012', { state: 'error', code: 'CE012' }, 'unknown'],
    ['CS04', { state: 'unknown', code: 'CS04' }, 'unknown'],
    ['CS001', { state: 'unknown', code: 'CS001' }, 'unknown'],
    ['charging', { state: 'unknown', code: 'charging' }, 'unknown'],
    ['7', { state: 'unknown', code: '7' }, 'unknown'],
  ] as const)('%s says %j', (code, status, plugged) => {
    expect(observation(code, none)).toEqual({
      name: 'Garage',
      model: 'Charge Station Pro',
      status,
      plugged,
      vendorCode: code,
      abilities: {},
    });
  });

  it.each([
    [none, { state: 'charging' }],
    [real('0'), { state: 'charging' }],
    [real('not ready'), { state: 'charging' }],
    [real('NOT_READY'), { state: 'charging' }],
    [real('1'), { state: 'discharging', phase: 'preparing' }],
    [real('5'), { state: 'discharging', phase: 'active' }],
    [real('inverter active'), { state: 'discharging', phase: 'active' }],
    [real('Inverter_Active'), { state: 'discharging', phase: 'active' }],
    [real('2'), { state: 'transferring' }],
    [real('3'), { state: 'transferring' }],
    [real('99'), { state: 'transferring' }],
    [real(undefined), { state: 'transferring' }],
    [notTold, { state: 'transferring' }],
  ] as const)('CS02 with %j says %j', (inverter, status) => {
    expect(observation('CS02', inverter).status).toEqual(status);
  });
});

describe('the grid', () => {
  it.each([
    ['0', 'present'],
    ['NOT_READY', 'present'],
    ['1', 'powerCut'],
    ['5', 'powerCut'],
    ['inverter active', 'powerCut'],
    ['2', 'unknown'],
    ['3', 'unknown'],
    [undefined, 'unknown'],
  ] as const)('is, by inverter state %s, %s, whatever the charger does', (state, grid) => {
    for (const code of ['CS00', 'CS01', 'CS02', 'CF01']) {
      expect(observation(code, real(state)).grid).toBe(grid);
    }
  });

  it.each([[none], [notTold]])('is not spoken of with %j', (inverter) => {
    expect(observation('CS00', inverter)).not.toHaveProperty('grid');
  });
});

describe('an inverter', () => {
  const placeholder = row({ vendor: 'Supreme Electronics', model: 'Star', state: '0' });

  it.each([
    ['no rows', [], none],
    ['the placeholder', [placeholder], none],
    ['the placeholder in capitals', [row({ vendor: 'SUPREME ELECTRONICS', model: 'STAR' })], none],
    ['a real one', [delta('5')], real('5')],
    ['one behind the placeholder', [placeholder, delta('1'), delta('5')], real('1')],
    ['no answer', undefined, notTold],
    ['a row that names nothing', [row({ state: '5' })], notTold],
    ['half a placeholder', [row({ vendor: 'Supreme Electronics', state: '0' })], notTold],
    ['the other half of one', [row({ model: 'Star', state: '0' })], notTold],
    ['half a placeholder behind a whole one', [placeholder, row({ model: 'Star' })], notTold],
    ['a real one behind half a placeholder', [row({ model: 'Star' }), delta('5')], real('5')],
  ] as const)('is told by %s', (_, rows, what) => {
    expect(inverterIn(rows)).toEqual(what);
  });

  it('is real by half of the pair only', () => {
    expect(inverterIn([row({ vendor: 'Supreme Electronics', model: 'Sun' })]).kind).toBe('real');
    expect(inverterIn([row({ model: 'E4_BDI' })]).kind).toBe('real');
    expect(inverterIn([row({ vendor: 'Delta Electronics' })]).kind).toBe('real');
  });
});
