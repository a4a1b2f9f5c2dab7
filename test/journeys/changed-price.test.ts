import { afterEach, expect, it } from 'vitest';
import { money } from '../../shared/text/format.ts';
import { hour, World } from './world.ts';

let world: World;
afterEach(() => world.end());

it('a price that is changed during a charge counts that charge once in what today costs', async () => {
  const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;
  world = await (await World.begin([garage])).signedIn();
  world.sim.charger(garage.id).plugIn({ wantsWh: 20_000, phases: 1 });
  await world.pass(hour);
  const { handlers } = world.app;
  const [known] = await handlers.historyChargers(undefined);
  const from = world.clock.now() - 6 * hour;
  const tariff = { kind: 'flat', perKwh: '0.5' } as const;
  const entry = { from, currency: 'EUR', zone: 'UTC', tariff, origin: 'own' } as const;
  await handlers.setPrices({ charger: known?.key ?? '', entries: [entry] });
  // Before the next reading.
  await world.settle();
  const card = world.state.chargers[0]?.session?.cost?.amount ?? '';
  const query = { from, to: world.clock.now() + hour };
  const { totals } = await handlers.sumSessions({ query, by: 'day', zone: 'UTC', running: true });
  expect(totals.costs.map(({ amount }) => money(amount, 'EUR'))).toEqual([money(card, 'EUR')]);
  expect(Number(card)).toBeGreaterThan(3);
});
