import { expect, it } from 'vitest';
import { mostWritesADay } from '../../shared/domain/charger/schedule.ts';
import type { PriceEntry } from '../../shared/domain/session/price.ts';
import { expectManners, garage, Night, times } from './plan-night.ts';
import { hour, minute } from './world.ts';

const often = Number.POSITIVE_INFINITY;

/** Plugged in, with a plan that the charger could keep. */
async function evening(prepare: (night: Night) => void = () => undefined): Promise<Night> {
  const night = await Night.begin([garage], { keeps: true });
  prepare(night);
  await night.want();
  night.plugIn();
  await night.world.pass(10 * minute);
  return night;
}

it('a plan that the charger ignores is never called stored, and this computer carries it out', async () => {
  const night = await evening(({ world }) => {
    const body = (list: unknown) => Object.assign({}, list, { schedules: [] });
    const failure = { kind: 'rewrite', body } as const;
    world.sim.fail({ method: 'GET', path: '/schedules', times: often, failure });
  });
  const waits = { kind: 'waiting', keptBy: 'computer', notStored: 'ignored' };
  expect(night.view().status).toEqual(waits);
  await night.world.pass(2 * hour);
  expect(night.view().status).toEqual(waits);
  // Tried again once an hour at most.
  expect(night.writes()).toBeLessThanOrEqual(3);
  expectManners(night);
});

it('an account at its budget has its plan carried out by the computer until there is room', async () => {
  const night = await evening(({ world }) => {
    const failure = { kind: 'status', status: 429, headers: { 'retry-after': '1200' } } as const;
    world.sim.fail({ method: 'POST', path: '/schedules', times: 1, failure });
  });
  expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'computer' });
  await night.world.pass(30 * minute);
  expect(night.view().status).toEqual({ kind: 'waiting', keptBy: 'charger' });
  expect(night.writes()).toBe(1);
  expectManners(night);
});

it('a plan follows what its owner pays from now on, in the charger too', async () => {
  const night = await evening();
  expect(night.view().by).toBe('market');
  const { handlers } = night.world.app;
  const [known] = await handlers.historyChargers(undefined);
  const cheap = { days: [1, 2, 3, 4, 5, 6, 7], from: 60, to: 4 * 60, perKwh: '0.1' };
  const entry: PriceEntry = {
    from: night.world.clock.now() - hour,
    currency: 'EUR',
    zone: 'Europe/Berlin',
    tariff: { kind: 'bands', bands: [cheap], otherwise: '0.35' },
    origin: 'own',
  };
  await handlers.setPrices({ charger: known?.key ?? '', entries: [entry] });
  await night.world.pass(10 * minute);
  const { blocks, by, status } = night.view();
  expect([by, status]).toEqual(['tariff', { kind: 'waiting', keptBy: 'charger' }]);
  // One to four in Berlin.
  expect(blocks.every(({ from, until }) => from >= at(0) && until <= at(3))).toBe(true);
  const stored = night.world.sim.charger(garage.id).state.schedules;
  expect(stored.map(({ start, stop }) => `${start}-${stop}`)).toEqual(
    times(blocks).map((time) => time.replaceAll(':', '')),
  );
  expect(night.writes()).toBeLessThan(mostWritesADay);
  expectManners(night);

  /** The next moment at which a clock in UTC shows so many hours. */
  function at(hours: number): number {
    const day = new Date(night.world.clock.now()).setUTCHours(24, 0, 0, 0);
    return day + hours * hour;
  }
});
