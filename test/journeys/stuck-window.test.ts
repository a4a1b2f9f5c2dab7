import { afterEach, expect, it } from 'vitest';
import type { AppState } from '../../shared/domain/app/app-state.ts';
import { minute, World } from './world.ts';

let world: World;
afterEach(() => world.end());

const garage = { id: 700_123, name: 'Garage', phases: 1, limitA: 32 } as const;
const charging = { ...garage, car: { wantsWh: 60_000, phases: 1 } } as const;

it('a state that cannot cross is logged once and marked, and all else goes on', async () => {
  world = await (await World.begin([charging])).signedIn();
  world.desk.setWindow(true);
  const { window } = world.desk.ports;
  const send = window.send;
  // A bug that no test foresaw: something that is no data has come into the state.
  const spoilt = (state: AppState) => send({ ...state, keychain: (() => 'x') as never });
  Reflect.set(window, 'send', spoilt);
  const before = world.desk.states.length;
  await world.pass(5 * minute);
  expect(world.desk.states).toHaveLength(before);
  expect(world.desk.trayView.tooltip).toContain('Garage: Charging');
  expect(world.desk.stuck.length).toBeGreaterThan(1);
  expect(new Set(world.desk.stuck.map(({ since }) => since)).size).toBe(1);
  const lines = world.desk.lines.filter((line) => line.includes('cannot cross'));
  expect(lines).toEqual([expect.stringContaining('DataCloneError')]);
  Reflect.set(window, 'send', send);
  const stuck = world.desk.stuck.length;
  await world.pass(5 * minute);
  expect(world.desk.states.length).toBeGreaterThan(before);
  expect(world.desk.stuck).toHaveLength(stuck);
});
