import { expect, it } from 'vitest';
import { meaningOf } from '../../../../electron/integrations/wallbox/statuses.ts';

const minute = 60_000;

it.each([
  ['0', 'offline', 'unknown'],
  ['4', 'complete', 'yes'],
  ['5', 'offline', 'unknown'],
  ['161', 'available', 'no'],
  ['162', 'available', 'no'],
  ['164', 'waiting', 'yes'],
  ['165', 'locked', 'no'],
  ['166', 'updating', 'unknown'],
  ['177', 'scheduled', 'yes'],
  ['178', 'paused', 'yes'],
  ['179', 'scheduled', 'yes'],
  ['180', 'waiting', 'yes'],
  ['181', 'waiting', 'yes'],
  ['182', 'paused', 'yes'],
  ['193', 'charging', 'yes'],
  ['194', 'charging', 'yes'],
  ['195', 'charging', 'yes'],
  ['209', 'locked', 'no'],
  ['210', 'lockedCar', 'yes'],
])('%s is %s, car: %s', (code, state, plugged) => {
  expect(meaningOf(code, 0)).toEqual({ status: { state }, plugged });
});

it.each([
  ['183', 'loadSharing'],
  ['184', 'loadSharing'],
  ['185', 'loadBalancing'],
  ['186', 'loadBalancing'],
  ['187', 'meterFailed'],
  ['188', 'meterMargin'],
  ['189', 'solarMode'],
])('%s queues because of %s', (code, cause) => {
  expect(meaningOf(code, 0)).toEqual({ status: { state: 'queued', cause }, plugged: 'yes' });
});

it.each(['14', '15'])('%s is a fault and keeps its code', (code) => {
  expect(meaningOf(code, 0)).toEqual({ status: { state: 'error', code }, plugged: 'unknown' });
});

it('196 gives power to the house', () => {
  const status = { state: 'discharging', phase: 'active' };
  expect(meaningOf('196', 0)).toEqual({ status, plugged: 'yes' });
});

it.each([
  ['lately', 29 * minute, 'available'],
  ['long ago', 31 * minute, 'offline'],
  ['at a time nobody knows', undefined, 'available'],
  ['in the future, by a wrong clock', -60 * minute, 'available'],
])('163 with a charger last heard %s', (_, silenceMs, state) => {
  expect(meaningOf('163', silenceMs)).toEqual({ status: { state }, plugged: 'no' });
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

it.each([
  ...range(167, 176),
  ...range(190, 192),
  ...range(197, 208),
  '211',
  '-1',
  '161.5',
  'Ready',
  '?',
  'constructor',
])('%s is kept as it is and claims nothing', (code) => {
  expect(meaningOf(code, 0)).toEqual({ status: { state: 'unknown', code }, plugged: 'unknown' });
});
