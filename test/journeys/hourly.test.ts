import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Session } from '../../shared/domain/session/history.ts';
import type { HourlyTariff, PriceEntry } from '../../shared/domain/session/price.ts';
import { money } from '../../shared/text/format.ts';
import { type PriceSimulator, startPriceSimulator } from '../simulators/prices/simulator.ts';
import { hour, minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;
const key = 'wallbox/700123';
const zone = 'Europe/Berlin';
const market = { source: 'energyCharts', area: 'DE-LU' } as const;
const tariff: HourlyTariff = {
  kind: 'hourly',
  market,
  factor: '1.03',
  surcharge: '0.0215',
  vatPercent: '19',
};
const entry: PriceEntry = { from: 0, currency: 'EUR', zone, tariff, origin: 'own' };
const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

let world: World;
let prices: PriceSimulator;

beforeEach(async () => {
  world = await World.begin([garage]);
  prices = await startPriceSimulator(world.clock);
  world.pricesUrl = prices.url;
  await world.restarted();
  await world.signedIn();
});
afterEach(async () => {
  await world.end();
  await prices.close();
});

const handlers = () => world.app.handlers;

async function priceByTheHour(): Promise<void> {
  handlers().changeSettings({ market });
  await world.pass(minute);
  await handlers().setPrices({ charger: key, entries: [entry] });
}

/** Five kilowatt-hours at about 7.4 kW: over three quarters of an hour. */
async function charge(): Promise<void> {
  world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
  await world.pass(2 * hour);
}

async function newest(): Promise<Session> {
  const request = { query: always, limit: 1, before: undefined };
  const [session] = await handlers().listSessions(request);
  if (!session) throw new Error('No session');
  return session;
}

/** From the counter's readings and the market itself, second by second. */
async function expectedCost({ id, startedAt }: Session): Promise<number> {
  const detail = await handlers().showSession({ id });
  const counts = (detail?.samples ?? []).flatMap(({ at, energyWh }) =>
    energyWh === undefined || at <= startedAt ? [] : [{ at, energyWh }],
  );
  counts.unshift({ at: startedAt, energyWh: 0 });
  let sum = 0;
  for (const [index, { at, energyWh }] of counts.slice(1).entries()) {
    const before = counts[index];
    if (!before || energyWh <= before.energyWh) continue;
    const kwhEach = (energyWh - before.energyWh) / (at - before.at) / 1000;
    for (let from = before.at; from < at; from += 1000) {
      const quarter = Math.floor(from / (15 * minute)) * 15 * minute;
      const spot = prices.market.priceAt(market.area, quarter) / 1000;
      sum += Math.min(1000, at - from) * kwhEach * (spot * 1.03 + 0.0215) * 1.19;
    }
  }
  return sum;
}

const told = () => world.desk.notices.map(({ body }) => body).join();
const toCoins = (amount: string | undefined) => Number(amount).toFixed(2);

it('is said of this very quarter while its price is being entered', async () => {
  const later = { ...entry, from: world.clock.now() + 1000 * hour };
  expect(await handlers().priceNow({ entry: later })).toBeNull();
  await priceByTheHour();
  const spot = prices.market.priceAt(
    market.area,
    world.clock.now() - (world.clock.now() % (15 * minute)),
  );
  const now = await handlers().priceNow({ entry: later });
  expect(Number(now?.amount)).toBeCloseTo(((spot / 1000) * 1.03 + 0.0215) * 1.19, 9);
  expect(now?.currency).toBe('EUR');
});

it('is one amount on the card, in the notification, the history and the statement', async () => {
  await priceByTheHour();
  await charge();
  const session = await newest();
  expect((session.endedAt ?? 0) - session.startedAt).toBeGreaterThan(30 * minute);
  const amount = session.cost?.amount;
  const expected = await expectedCost(session);
  expect(expected).toBeGreaterThan(0.1);
  expect(Math.abs(Number(amount) - expected)).toBeLessThan(0.005);
  expect(session.cost).toMatchObject({ currency: 'EUR', origin: 'own' });
  expect(world.state.chargers[0]?.session?.cost?.amount).toBe(amount);
  expect(told()).toContain(`about ${money(amount ?? '', 'EUR')}`);
  const order = { chargers: [key], from: '2026-11-01', to: '2026-11-30', zone };
  const statement = await handlers().getStatement(order);
  expect(statement?.parts[0]?.rows).toMatchObject([
    { cost: { amount: toCoins(amount), currency: 'EUR' }, severalPrices: true },
  ]);
});

it('is that of a charge that ended while the app was closed, with nobody to ask', async () => {
  await priceByTheHour();
  world.sim.charger(garage.id).plugIn({ wantsWh: 5000, phases: 1 });
  await world.pass(20 * minute);
  await world.killed();
  await world.clock.advance(hour);
  prices.fail({
    path: /./,
    times: Number.POSITIVE_INFINITY,
    failure: { kind: 'status', status: 503 },
  });
  await world.restarted();
  await world.pass(15 * minute);
  const session = await newest();
  const [, euros] = /about €(\d+\.\d\d)/.exec(told()) ?? [];
  expect(euros).toBe(toCoins(session.cost?.amount));
});

it('is that of a charge of some days ago too, once its price begins before it', async () => {
  await charge();
  world.sim.charger(garage.id).unplug();
  await world.pass(72 * hour);
  expect((await newest()).cost?.origin).toBe('charger');
  await priceByTheHour();
  await world.pass(2 * hour);
  const session = await newest();
  const expected = await expectedCost(session);
  expect(session.cost?.origin).toBe('own');
  expect(Math.abs(Number(session.cost?.amount) - expected)).toBeLessThan(0.005);
});

it('is said by the history once the market has told prices that came late', async () => {
  prices.fail({
    path: /./,
    times: Number.POSITIVE_INFINITY,
    failure: { kind: 'status', status: 503 },
  });
  await priceByTheHour();
  await charge();
  expect(await newest()).not.toHaveProperty('cost');
  expect(told()).toMatch(/5\.00\skWh/);
  expect(told()).not.toContain('about');
  prices.mend();
  await world.pass(3 * hour);
  const session = await newest();
  const expected = await expectedCost(session);
  expect(Math.abs(Number(session.cost?.amount) - expected)).toBeLessThan(0.005);
});
