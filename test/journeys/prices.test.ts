import { expect, it, onTestFinished } from 'vitest';
import { type PriceSimulator, startPriceSimulator } from '../simulators/prices/simulator.ts';
import { hour, minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;
const choice = { source: 'energyCharts', area: 'DE-LU' } as const;

/** At eight in the morning of the market, a computer without chargers on which nobody reads prices. */
async function worldWithPrices(): Promise<{ world: World; prices: PriceSimulator }> {
  const world = await World.begin([garage]);
  const prices = await startPriceSimulator(world.clock);
  world.pricesUrl = prices.url;
  await world.restarted();
  onTestFinished(async () => {
    await world.end();
    await prices.close();
  });
  await world.pass(19 * hour);
  return { world, prices };
}

it('asks nobody for prices until they are wanted, and once a day from then on', async () => {
  const { world, prices } = await worldWithPrices();
  expect(await world.app.handlers.getMarket(undefined)).toBeNull();
  expect(world.state.market).toBeUndefined();
  expect(prices.requests).toEqual([]);

  world.app.handlers.changeSettings({ market: choice });
  await world.pass(minute);
  const market = await world.app.handlers.getMarket(undefined);
  expect(market?.told).toMatchObject({ by: 'energyCharts', currency: 'EUR', vatIncluded: false });
  expect(market?.slots.length).toBeGreaterThanOrEqual(2 * 96);
  expect(world.state.market?.changes).toBeGreaterThan(0);

  // At eight today's are there; tomorrow's come at one.
  await world.pass(24 * hour);
  expect(prices.requests.map(({ path }) => path)).toEqual(['/price', '/price']);
  const tomorrow = await world.app.handlers.getMarket(undefined);
  expect(tomorrow?.slots.at(-1)?.until).toBeGreaterThan(world.clock.now() + 12 * hour);
});

it('goes on with another source when the first one fails, says so, and asks no one too often', async () => {
  const { world, prices } = await worldWithPrices();
  prices.fail({ path: '/price', failure: { kind: 'status', status: 503 } });
  world.app.handlers.changeSettings({ market: choice });
  await world.pass(3 * hour + minute);
  const market = await world.app.handlers.getMarket(undefined);
  expect(market?.failure).toEqual({ kind: 'serverError' });
  expect(market?.told?.by).toBe('smard');
  const energyCharts = prices.requests.filter(({ path }) => path === '/price');
  expect(energyCharts.length).toBeLessThanOrEqual(4);
});

it('reads the list of its owner, and says when that is not there', async () => {
  const { world, prices } = await worldWithPrices();
  const today = new Date(world.clock.now()).toISOString().slice(0, 10);
  const rows = Array.from({ length: 24 }, (_, at) => `${today}T${`${at}`.padStart(2, '0')}:00Z`);
  const list = ['start;price', ...rows.map((start) => `${start};0,25`)].join('\n');
  world.machine.ownFiles.set('/owner/prices.csv', list);
  const own = { source: 'own', area: 'own' } as const;
  world.app.handlers.changeSettings({ market: { ...own, address: '/owner/prices.csv' } });
  await world.pass(minute);
  const market = await world.app.handlers.getMarket(undefined);
  expect(market?.told).toMatchObject({ by: 'own', currency: 'EUR', vatIncluded: true });
  expect(market?.slots.map(({ perKwh }) => perKwh)).toEqual(rows.map(() => '0.25'));

  world.app.handlers.changeSettings({ market: { ...own, address: '/owner/none.csv' } });
  await world.pass(minute);
  const none = await world.app.handlers.getMarket(undefined);
  expect(none).toMatchObject({ slots: [], failure: { kind: 'notFound' } });
  expect(prices.requests).toEqual([]);
});

it('knows prices after a restart without asking, and nothing more once they are not wanted', async () => {
  const { world, prices } = await worldWithPrices();
  world.app.handlers.changeSettings({ market: choice });
  await world.pass(minute);
  const before = await world.app.handlers.getMarket(undefined);
  const asked = prices.requests.length;
  await world.restarted();
  expect(await world.app.handlers.getMarket(undefined)).toEqual(before);
  expect(prices.requests).toHaveLength(asked);

  world.app.handlers.changeSettings({ market: null });
  await world.pass(48 * hour);
  expect(prices.requests).toHaveLength(asked);
  expect(world.state.market).toBeUndefined();
});
