import { describe, expect, it } from 'vitest';
import { slugOf } from '../../../electron/mqtt/discovery.ts';
import { readOrder } from '../../../electron/mqtt/read-command.ts';
import { topicName, topicsOf } from '../../../electron/mqtt/topics.ts';
import { fc } from '../../fixtures/properties.ts';

describe('a command by a broker', () => {
  it.each([
    { rest: 'set/charging', payload: 'ON', command: { kind: 'resume' } },
    { rest: 'set/charging', payload: 'OFF', command: { kind: 'pause' } },
    { rest: 'set/lock', payload: 'LOCK', command: { kind: 'lock' } },
    { rest: 'set/lock', payload: 'UNLOCK', command: { kind: 'unlock' } },
    { rest: 'set/limit', payload: '16', command: { kind: 'setLimit', limitA: 16 } },
    { rest: 'set/limit', payload: '16.0', command: { kind: 'setLimit', limitA: 16 } },
    { rest: 'set/limit', payload: '-10', command: { kind: 'setLimit', limitA: -10 } },
    { rest: 'set/schedule', payload: 'PRESS', command: { kind: 'backToSchedule' } },
    { rest: 'command', payload: ' unlock\n', command: { kind: 'unlock' } },
    { rest: 'command', payload: '{"command":"schedule"}', command: { kind: 'backToSchedule' } },
  ])('$rest $payload', ({ rest, payload, command }) => {
    expect(readOrder(rest, payload)).toEqual({ command });
  });

  it.each([
    ['set/charging', 'on'],
    ['set/charging', 'reboot'],
    ['set/lock', ''],
    ['set/limit', '16 A'],
    ['set/limit', '1e1'],
    ['set/limit', '0'],
    ['set/limit', '1000'],
    ['set/limit', '255'],
    ['set/limit', '{"limit":16}'],
    ['set', 'ON'],
    ['availability', 'online'],
    ['command', 'reboot'],
    ['command', 'updateSoftware'],
    ['command', 'factoryReset'],
    ['command', '__proto__'],
    ['command', '{"command":"reboot"}'],
    ['command', '{"command":"limit"}'],
    ['command', '{"command":"limit","limit":"16"}'],
    ['command', '{"command":"pause","id":7}'],
    ['command', '["pause"]'],
    ['command', '{'],
  ])('%s %s makes no sense', (rest, payload) => {
    expect(readOrder(rest, payload)).toBeUndefined();
  });
});

it('two chargers never share a topic, and each is one level of Home Assistant’s ids', () => {
  const id = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(topicName(one)).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(topicName(one) === topicName(other)).toBe(one === other);
    }),
  );
});

it.each([
  ['Große Garage', 'grosse_garage'],
  ['  Élysée 2! ', 'elysee_2'],
  ['車庫', ''],
])('%s is %s in an id', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

it('no topic begins or ends with a slash', () => {
  const topics = topicsOf({ installation: 'k3x9q2', topicPrefix: 'home/cars', discovery: 'hub' });
  const { command, config, state } = topics.charger('a/1');
  expect([command, config, state, topics.bridge]).toEqual([
    'home/cars/k3x9q2/a_1/command',
    'hub/device/chargetray_k3x9q2_a_1/config',
    'home/cars/k3x9q2/a_1/state',
    'home/cars/k3x9q2/status',
  ]);
});
