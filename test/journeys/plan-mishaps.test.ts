import { describe, expect, it } from 'vitest';
import { expectManners, garage, Night, pause, start, times, wish } from './plan-night.ts';
import { minute } from './world.ts';

/** Plugged in in the evening, and kept waiting by the computer. */
async function evening(night: Night): Promise<Night> {
  await night.want();
  night.plugIn();
  await night.world.pass(10 * minute);
  expect(night.sent()).toEqual([pause]);
  return night;
}

const bodies = (night: Night, title: string) =>
  night.world.desk.notices.filter((notice) => notice.title === title).map(({ body }) => body);

describe('a plan in trouble', () => {
  it('because the computer sleeps: one command after it wakes, and missed once', async () => {
    const night = await evening(await Night.begin());
    await night.untilHour(22);
    await night.sleepsUntilHour(5);
    await night.world.pass(30 * minute);
    expect(night.sent()).toEqual([pause, start]);
    await night.untilHour(9);
    expect(night.sent()).toEqual([pause, start, pause]);
    expect(night.energyWh()).toBeGreaterThan(19_500);
    expect(bodies(night, 'Plan missed · Garage')).toEqual([
      expect.stringMatching(/^7\.\d\d.kWh of 20\.00.kWh by 7:00.AM\. The computer was asleep\.$/),
    ]);
    expect(night.world.desk.told).toEqual([
      'Plan in danger · Garage',
      'Plan missed · Garage',
      'Charge complete · Garage',
    ]);
    expectManners(night);
  });

  it('because the charger is offline when its blocks begin', async () => {
    const night = await evening(await Night.begin());
    await night.untilHour(21.5);
    night.world.sim.charger(garage.id).setOnline(false);
    await night.untilHour(4.5);
    expect(night.view().status).toEqual({ kind: 'blocked', why: 'offline' });
    expect(night.sent()).toEqual([pause]);
    night.world.sim.charger(garage.id).setOnline(true);
    await night.untilHour(7);
    expect(night.sent()).toEqual([pause, start]);
    expect(night.status()).toBe('charging');
    expect(bodies(night, 'Plan missed · Garage')).toEqual([
      expect.stringContaining('The charger couldn’t be reached.'),
    ]);
  });

  it('because prices are late: it leaves for later what it can, and follows when they come', async () => {
    const night = await evening(await Night.begin([garage], { spoil: 'late' }));
    expect(night.view().blocks.at(-1)).toMatchObject({ isForecast: true });
    expect(times(night.view().blocks)).toEqual(['03:01-05:45']);
    night.prices.mend();
    await night.untilHour(21);
    // By now it is known what the car takes, so that less time is kept in reserve.
    expect(times(night.view().blocks)).toEqual(['22:13-23:00', '04:00-05:55']);
    await night.untilHour(7);
    expect(night.sent()).toEqual([pause, start, pause, start, pause]);
  });

  it('because nobody tells prices from two in the afternoon on: it still ends on time', async () => {
    const night = await Night.begin([garage], { spoil: 'late' });
    const failure = { kind: 'status', status: 503 } as const;
    night.prices.fail({ path: /./, times: Number.POSITIVE_INFINITY, failure });
    await evening(night);
    expect(night.status()).toBe('waiting');
    // By now it is tomorrow in Berlin, of which nobody knows a price.
    await night.untilHour(23.5);
    expect(night.status()).toBe('noPrices');
    expect(times(night.view().blocks)).toEqual(['03:13-05:55']);
    await night.untilHour(7);
    expect(night.sent()).toEqual([pause, start, pause]);
    expect(night.energyWh()).toBeGreaterThan(19_500);
  });
});

describe('two chargers of one account', () => {
  it('have each their own plan', async () => {
    const driveway = { id: 700_124, name: 'Driveway', limitA: 16, phases: 1 } as const;
    const night = await Night.begin([garage, driveway]);
    await night.want(wish, 0);
    await night.want({ ...wish, amount: { kind: 'energy', wh: 5000 } }, 1);
    night.plugIn();
    night.plugIn(driveway.id);
    await night.untilHour(7);
    expect(night.sent()).toEqual([pause, start, pause, start, pause]);
    expect(night.sent(driveway.id)).toEqual([pause, start, pause]);
    expect(night.energyWh()).toBeGreaterThan(19_500);
    expect(night.energyWh(driveway.id)).toBeGreaterThan(4800);
    expect(night.world.desk.told.toSorted()).toEqual([
      'Charge complete · Driveway',
      'Charge complete · Garage',
    ]);
    expectManners(night);
  });
});

describe('a night in which the clock is changed', () => {
  const nights = [
    ['put back', Date.UTC(2026, 9, 24, 18), 6],
    ['put forward', Date.UTC(2027, 2, 27, 20), 5],
  ] as const;
  it.each(nights)('%s ends when the owner leaves by it', async (_, begins, readyAt) => {
    const night = await evening(await Night.begin([garage], { begins }));
    await night.untilHour(readyAt);
    await night.world.pass(5 * minute);
    expect(night.energyWh()).toBeGreaterThan(19_400);
    expect(night.energyWh()).toBeLessThan(20_600);
    expect(night.world.desk.told).toEqual(['Charge complete · Garage']);
  });
});
