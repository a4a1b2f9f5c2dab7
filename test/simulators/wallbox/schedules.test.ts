import { afterEach, describe, expect, test } from 'vitest';
import { dailyWindow, daysOf, type ScheduleEntry } from './schedule.ts';
import { type Bench, dig, GARAGE, record, START, startBench } from './test-kit.ts';
import type { ChargerSpec } from './types.ts';

const HOUR = 3_600_000;
const SCHEDULES = `/chargers/${GARAGE}/schedules`;
const NOW = START / 1_000;
const CAR = { wantsWh: 50_000 };
/** 7 360 W. */
const ONE_PHASE = { phases: 1, limitA: 32 } as const;
const night = { ...dailyWindow('2300', '0500'), created_at: NOW - 500 };

let bench: Bench;
afterEach(() => bench.sim.close());

const begin = async (charger: Partial<ChargerSpec> = {}) => {
  bench = await startBench({ schedules: [night], car: CAR, ...ONE_PHASE, ...charger });
};
const post = (...schedules: unknown[]) =>
  bench.call('POST', SCHEDULES, { json: { schedules: schedules.map(fresh) } });
/** Newer than anything, unless it says otherwise. */
const fresh = (entry: unknown) =>
  entry !== null && typeof entry === 'object' ? { created_at: NOW + 60, ...entry } : entry;
const window = (id: number, start: string, stop: string, more: Partial<ScheduleEntry> = {}) => {
  const { created_at: _, ...entry } = { ...night, id, start, stop, ...more };
  return entry;
};
const list = async () => {
  const found = dig((await bench.call('GET', SCHEDULES)).body, 'schedules');
  return Array.isArray(found) ? found.map(record) : [];
};
const starts = async () => (await list()).map(({ start }) => start);
const facts = () => bench.sim.facts(GARAGE);
const statusId = () => facts().statusId;

describe('the list', () => {
  test('is read with everything the cloud adds', async () => {
    await begin();
    expect((await bench.call('GET', SCHEDULES)).body).toMatchObject({
      schedules: [
        {
          id: 0,
          uid: expect.stringMatching(/^[0-9A-Z]{26}$/),
          enable: true,
          start: '2300',
          stop: '0500',
          days: { monday: true },
          type: 0,
          repeat: 1,
          target: { type: 0, value: 0 },
          created_at: NOW - 500,
        },
      ],
      lastSchedule: NOW,
    });
  });

  test('is replaced as a whole: what is left out is deleted', async () => {
    await begin();
    const { status, body } = await post(window(1, '0600', '0800'), window(2, '1200', '1300'));
    expect({ status, body }).toEqual({
      status: 200,
      body: { sync_timestamp: NOW, error: false },
    });
    expect(await starts()).toEqual(['0600', '1200']);
    expect(statusId()).toBe(194);
    await bench.call('POST', SCHEDULES, { json: { schedules: [] } });
    expect(await list()).toEqual([]);
  });

  test('keeps fields that nobody knows', async () => {
    await begin();
    await post(window(0, '0600', '0800', { season: { winter: [1, 'b'] } }));
    expect((await list())[0]).toMatchObject({ season: { winter: [1, 'b'] } });
  });

  test.each<[string, Record<string, unknown>]>([
    ['a uid in it', { uid: '01JDAAAAAAAAAAAAAAAAAAAAAA' }],
    ['a time that is not newer than the present', { created_at: NOW }],
    ['no time at all', { created_at: undefined }],
  ])('is left as it was, in silence, with %s', async (_, more) => {
    await begin();
    const { status, body } = await post(window(1, '0600', '0800'), {
      ...window(2, '1200', '1300'),
      ...more,
    });
    expect({ status, body }).toEqual({
      status: 200,
      body: { sync_timestamp: NOW, error: false },
    });
    expect(await starts()).toEqual(['2300']);
  });

  test.each<[string, () => void]>([
    ['an entry', () => bench.sim.charger(GARAGE).patch({ schedules: [ahead] })],
    ['lastSchedule', () => bench.sim.charger(GARAGE).patch({ lastSchedule: NOW + 60 })],
  ])('has to be newer than %s that was read', async (_, prepare) => {
    await begin();
    prepare();
    await post(window(1, '0600', '0800'));
    expect(await starts()).toEqual(['2300']);
    await post({ ...window(1, '0600', '0800'), created_at: NOW + 61 });
    expect(await starts()).toEqual(['0600']);
  });
  const ahead = { ...night, created_at: NOW + 60 };

  test('loses an entry without a day, and what is more than four', async () => {
    await begin();
    const noDay = { days: daysOf([]) };
    await post(window(0, '0100', '0200', noDay), window(1, '0200', '0300'));
    expect(await starts()).toEqual(['0200']);
    const five = [0, 1, 2, 3, 4].map((id) => window(id, `0${id}00`, `0${id}30`));
    await post(...five.map((entry) => ({ ...entry, created_at: NOW + 61 })));
    expect(await starts()).toEqual(['0000', '0100', '0200', '0300']);
  });

  test.each<[string, unknown]>([
    ['some days only', { ...window(1, '0600', '0800'), days: { monday: true } }],
    ['no time', { ...window(1, '0600', '0800'), start: '25:00' }],
    ['no slot', { ...window(1, '0600', '0800'), id: '1' }],
    ['no flag', { ...window(1, '0600', '0800'), enable: 'yes' }],
    ['no entry', null],
  ])('is refused with %s', async (_, broken) => {
    await begin();
    expect((await post(window(2, '1200', '1300'), broken)).status).toBe(400);
    expect(await starts()).toEqual(['2300']);
  });

  test('is refused in the new shape by a firmware that knows the older one only', async () => {
    await begin();
    bench.sim.settings.scheduleShape = 'maxEnergy';
    const { max_energy: _, ...newer } = window(1, '0600', '0800');
    expect((await post(newer)).status).toBe(400);
    expect((await post(window(1, '0600', '0800'))).status).toBe(200);
    expect(await starts()).toEqual(['0600']);
  });

  test('reaches no charger that is off the network', async () => {
    await begin();
    bench.sim.charger(GARAGE).setOnline(false);
    expect((await post(window(1, '0600', '0800'))).status).toBe(200);
    expect(await starts()).toEqual(['2300']);
  });
});

describe('what a charger makes of it', () => {
  test('without an enabled entry a car that is plugged in charges at once', async () => {
    await begin();
    expect(statusId()).toBe(179);
    await post(window(0, '2300', '0500', { enable: false }));
    expect(statusId()).toBe(194);
  });

  test('0 counts as enabled', async () => {
    await begin();
    await post(window(0, '2300', '0500', { enable: 0 }));
    expect(statusId()).toBe(179);
  });

  test('a locked charger starts none', async () => {
    await begin({ locked: true, schedules: [dailyWindow('0600', '0800')] });
    expect(statusId()).toBe(210);
    bench.clock.advance(HOUR / 2);
    expect(facts().energyWh).toBe(0);
  });

  test('a pause by hand holds in a window, a start by hand outside, until action 9', async () => {
    await begin({ schedules: [dailyWindow('0600', '0800')] });
    await bench.act(2);
    expect(statusId()).toBe(182);
    await bench.act(9);
    expect(statusId()).toBe(194);
    bench.clock.advance(2 * HOUR);
    expect(statusId()).toBe(179);
    await bench.act(1);
    bench.clock.advance(HOUR);
    expect(statusId()).toBe(194);
    await bench.act(9);
    expect(statusId()).toBe(179);
  });

  test('an energy target ends the charge, as a full car does', async () => {
    const target = { type: 1, value: 3_680 };
    await begin({ schedules: [{ ...dailyWindow('0600', '1000'), target }] });
    bench.clock.advance(HOUR / 2 - 1);
    expect(statusId()).toBe(194);
    bench.clock.advance(1);
    expect(statusId()).toBe(181);
    bench.clock.advance(2 * HOUR);
    expect(facts()).toMatchObject({ statusId: 181, powerW: 0 });
    expect(facts().energyWh).toBeCloseTo(3_680, 2);
  });

  test('a target of type 0 ends nothing', async () => {
    const target = { type: 0, value: 3_680 };
    await begin({ schedules: [{ ...dailyWindow('0600', '1000'), target }] });
    bench.clock.advance(HOUR);
    expect(facts().energyWh).toBeCloseTo(7_360, 2);
  });

  test.each([
    [10, 2_300],
    [1, 7_360],
    [32, 7_360],
  ])('a current of %d A in a window gives %d W', async (max_current, powerW) => {
    await begin({ schedules: [{ ...dailyWindow('0600', '1000'), max_current }] });
    expect(facts().powerW).toBe(powerW);
  });

  test.each<[string | null, number]>([
    [null, 179],
    ['Pacific/Auckland', 194],
  ])('days are those of the zone %s', async (scheduleZone, code) => {
    // Friday at 07:00 in UTC is Friday evening there; two hours before noon of UTC, Saturday began.
    const schedules = [{ ...dailyWindow('1100', '1300'), days: daysOf(['saturday']) }];
    await begin({ schedules, scheduleZone });
    bench.clock.advance(5 * HOUR);
    expect(statusId()).toBe(code);
  });
});
