import { expect, it, onTestFinished } from 'vitest';
import type { MarketChoice } from '../../shared/domain/price/market.ts';
import { TIBBER_TOKEN } from '../simulators/prices/routes/tibber.ts';
import { startPriceSimulator } from '../simulators/prices/simulator.ts';
import { hour, minute, World } from './world.ts';

const garage = { id: 700_123, name: 'Garage', limitA: 32, phases: 1 } as const;
const tibber = { source: 'tibber', area: 'SE3' } as const;
const key = 'prices tibber';

/** At eight in the morning of the market, a computer on which nobody reads prices. */
async function begun() {
  const world = await World.begin([garage]);
  const prices = await startPriceSimulator(world.clock);
  world.pricesUrl = prices.url;
  await world.restarted();
  onTestFinished(async () => {
    await world.end();
    await prices.close();
  });
  await world.pass(19 * hour);
  const { machine } = world;
  // Handlers of the app as it runs now: a restart makes others.
  const handlers = () => world.app.handlers;
  const replies: unknown[] = [];
  return {
    world,
    machine,
    replies,
    asked: () => prices.requests.filter(({ path }) => path === '/v1-beta/gql').length,
    enter: async (token: string, untilQuit = false) => {
      const reply = await handlers().setPriceToken({ source: 'tibber', token, untilQuit });
      replies.push(reply);
      return reply;
    },
    choose: async (market: MarketChoice | null) => {
      replies.push(await handlers().changeSettings({ market }));
      await world.pass(minute);
    },
    market: async () => {
      const view = await handlers().getMarket(undefined);
      replies.push(view);
      return view;
    },
  };
}

it('prices come with the token, which is in the keychain and nowhere else', async () => {
  const { world, machine, replies, asked, enter, choose, market } = await begun();
  replies.push(await world.app.handlers.priceSources(undefined));
  await enter(TIBBER_TOKEN);
  expect(asked()).toBe(0);
  await choose(tibber);
  expect((await market())?.told).toMatchObject({
    by: 'tibber',
    currency: 'SEK',
    vatIncluded: true,
  });
  expect(asked()).toBe(1);
  expect(machine.keychain.get(key)).toBe(TIBBER_TOKEN);
  expect(world.desk.hidden).toContain(TIBBER_TOKEN);

  await world.restarted();
  await world.pass(24 * hour);
  expect(asked()).toBe(2);
  expect((await market())?.failure).toBeUndefined();
  replies.push(await world.app.handlers.diagnostics(undefined));
  const everything = JSON.stringify([
    ...replies,
    world.state,
    [...machine.files],
    world.desk.lines,
  ]);
  expect(everything).toContain('tibber');
  expect(everything).not.toContain(TIBBER_TOKEN);
});

it('a token that is refused is said, not sent again, and entered anew', async () => {
  const { world, asked, enter, choose, market } = await begun();
  await enter('not-the-right-one');
  await choose(tibber);
  expect(await market()).toMatchObject({ slots: [], failure: { kind: 'tokenRefused' } });
  await world.pass(5 * hour);
  expect(asked()).toBe(1);
  await enter(TIBBER_TOKEN);
  await world.pass(minute);
  expect(asked()).toBe(2);
  const now = await market();
  expect(now?.failure).toBeUndefined();
  expect(now?.slots.length).toBeGreaterThan(90);
});

it('a keychain that is locked at the start is no missing token', async () => {
  const { world, machine, enter, choose, market, asked } = await begun();
  await enter(TIBBER_TOKEN);
  await choose(tibber);
  machine.keychainFailure = 'locked';
  await world.restarted();
  await world.pass(24 * hour);
  expect((await market())?.failure).toEqual({ kind: 'tokenLocked' });
  expect(machine.keychain.get(key)).toBe(TIBBER_TOKEN);
  const before = asked();
  machine.keychainFailure = undefined;
  world.desk.keychainAnswersLate();
  await world.pass(minute);
  expect((await market())?.failure).toBeUndefined();
  expect(asked()).toBe(before + 1);
});

it('without a keychain it can be used for this session, and is asked for at the next start', async () => {
  const { world, machine, enter, choose, market } = await begun();
  machine.keychainFailure = 'absent';
  expect(await enter(TIBBER_TOKEN)).toEqual({ ok: false, failure: { kind: 'noKeychain' } });
  expect(await enter(TIBBER_TOKEN, true)).toEqual({ ok: true, value: null });
  await choose(tibber);
  expect((await market())?.told?.by).toBe('tibber');
  expect([...machine.keychain.keys()]).not.toContain(key);
  await world.restarted();
  await world.pass(24 * hour);
  expect((await market())?.failure).toEqual({ kind: 'noToken' });
});

it.each([null, { source: 'energyCharts', area: 'SE3' } as const])(
  'it goes with its source: %o',
  async (next) => {
    const { world, machine, enter, choose } = await begun();
    await enter(TIBBER_TOKEN);
    await choose(tibber);
    await choose({ ...tibber, area: 'NO1' });
    expect(machine.keychain.get(key)).toBe(TIBBER_TOKEN);
    await choose(next);
    await world.settle();
    expect(machine.keychain.has(key)).toBe(false);
  },
);
