import { afterEach, describe, expect, it } from 'vitest';
import { planWindows } from '../../shared/domain/charger/plan-windows.ts';
import { planEntriesOf, type ScheduleEntry } from '../../shared/domain/charger/schedule.ts';
import { planEntrySchema } from '../../shared/schema/charger/schedule.ts';
import { countRequests } from '../simulators/shared/request-log.ts';
import {
  dailyWindow,
  daysOf,
  type ScheduleEntry as Stored,
} from '../simulators/wallbox/schedule.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { patient } from './adapter-tools.ts';
import {
  closeSchedules,
  schedulesPath as path,
  startsOf,
  wallboxSchedules,
} from './schedules/schedules-bench.ts';
import { serial } from './wallbox-harness.ts';

const hour = 3_600_000;
/** Saturdays, and Sundays where the zone is ahead; the clock begins on a Saturday at noon UTC. */
const plan: ScheduleEntry = { isOn: true, days: [6, 7], from: 23 * 60 + 30, until: 180 };
const second: ScheduleEntry = { isOn: true, days: [7], from: 300, until: 360, energyWh: 9_000 };
const owners: Stored = {
  ...dailyWindow('0900', '1030'),
  chargerId: serial,
  season: { of: ['winter', 1.5], colour: null },
};

afterEach(closeSchedules);

const wallbox = (charger: Partial<ChargerSpec> = {}) =>
  wallboxSchedules({ schedules: [owners], ...charger });

const notStored = (why: string) => ({ ok: false, failure: { kind: 'notStored', why } });
const refused = (why: string) => ({ ok: false, failure: { kind: 'refused', why } });

describe('a plan in the charger', () => {
  it('is written, and read back beside the owner’s own entries', async () => {
    const { write, kept, stored, posts, gets, sim } = await wallbox();
    const answer = await write([plan, second]);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        hasMore: false,
        entries: [
          { slot: 0, isPlans: false, entry: { isOn: true, from: 540, until: 630 } },
          { slot: 1, isPlans: true, entry: plan },
          { slot: 2, isPlans: true, entry: second },
        ],
      },
    });
    expect(answer.ok && planEntriesOf(answer.value)).toEqual(kept());
    // Remembered in a file, it is still known.
    expect(kept().map((entry) => planEntrySchema.parse(entry))).toEqual(kept());
    const days = daysOf(['saturday', 'sunday']);
    expect(stored()[1]).toMatchObject({ enable: true, start: '2330', stop: '0300', days });
    expect(JSON.stringify(sim.facts(serial).commands)).not.toContain('"uid"');
    expect({ posts: posts(), gets: gets() }).toEqual({ posts: 1, gets: 2 });
  });

  it('leaves every field of the owner’s entries as it was, but for their time', async () => {
    const { write, stored } = await wallbox();
    await write([plan]);
    const { created_at: at, user_uid: _, ...found } = stored()[0] ?? owners;
    expect(found).toEqual({ ...owners, type: 0, repeat: 1, target: { type: 0, value: 0 } });
    expect(at).toBe(stored()[1]?.created_at);
    await write([]);
    expect(startsOf(stored())).toEqual(['0900']);
  });

  it('is changed and taken away by who remembers it, and not sent where it is there', async () => {
    const { write, stored, posts } = await wallbox();
    await write([plan]);
    expect(await write([plan])).toMatchObject({ ok: true });
    expect(posts()).toBe(1);
    expect(await write([second])).toMatchObject({ ok: true });
    expect(startsOf(stored())).toEqual(['0900', '0500']);
    expect(await write([])).toMatchObject({ ok: true, value: { entries: [{ slot: 0 }] } });
    expect(startsOf(stored())).toEqual(['0900']);
  });

  it('is the owner’s once they have changed it in the phone app', async () => {
    const { write, read, stored, sim } = await wallbox();
    await write([plan]);
    const schedules = stored().map((entry) =>
      entry.id === 1 ? { ...entry, stop: '0400', created_at: Number(entry.created_at) + 9 } : entry,
    );
    sim.charger(serial).patch({ schedules });
    expect(await read()).toMatchObject({
      value: { entries: [{ isPlans: false }, { isPlans: false }] },
    });
    expect(await write([])).toMatchObject({ ok: true });
    expect(startsOf(stored())).toEqual(['0900', '2330']);
  });

  it.each([null, 'Europe/Madrid'])('charges in its time, days by %s', async (scheduleZone) => {
    const { write, sim, clock } = await wallbox({
      scheduleZone,
      phases: 1,
      limitA: 32,
      schedules: [],
    });
    const from = Date.UTC(2026, 10, 21, 23, 15);
    const until = from + 4 * hour;
    const windows = planWindows([{ from, until }], 'Europe/Madrid', { energyWh: 14_720 });
    expect(await write(windows?.entries ?? [])).toMatchObject({ ok: true });
    const before = sim.facts(serial).energyWh;
    await clock.advance(from - clock.now() - 1);
    expect(sim.facts(serial)).toMatchObject({ statusId: 179, energyWh: before });
    await clock.advance(hour);
    expect(sim.facts(serial).statusId).toBe(194);
    await clock.advance(2 * hour);
    expect(sim.facts(serial)).toMatchObject({ statusId: 181, powerW: 0 });
    expect(sim.facts(serial).energyWh).toBeCloseTo(14_720, 0);
    await clock.advance((windows?.removeBy ?? 0) - clock.now() - hour);
    expect(sim.facts(serial).statusId).toBe(179);
  });

  it('is known to the next start that is shown', async () => {
    const { write, look, clock } = await wallbox({ schedules: [dailyWindow('0900', '1030')] });
    await look();
    await write([{ ...plan, from: 13 * 60, until: 14 * 60 }]);
    const nextStartAt = new Date(clock.now()).setUTCHours(13, 0, 0, 0);
    expect(await look()).toMatchObject({ value: { status: { state: 'scheduled', nextStartAt } } });
  });
});

describe('nothing is said to be stored', () => {
  it('where the charger has ignored it without a word', async () => {
    const { write, read, stored, sim } = await wallbox();
    sim.charger(serial).setOnline(false);
    expect(await write([plan])).toEqual(notStored('ignored'));
    expect(startsOf(stored())).toEqual(['0900']);
    expect(await read()).toMatchObject({ value: { entries: [{ isPlans: false }] } });
  });

  it('where only a part of it was kept; that part is known as the plan’s', async () => {
    const { write, read, sim, clock } = await wallbox();
    const withoutTarget = (body: unknown) => {
      const { schedules } = body as { schedules: readonly Stored[] };
      return { schedules: schedules.map(({ target: _, ...entry }) => entry) };
    };
    const failure = { kind: 'rewrite', body: withoutTarget } as const;
    sim.fail({ method: 'GET', path, times: Number.POSITIVE_INFINITY, failure });
    expect(await write([second])).toEqual(notStored('ignored'));
    await clock.advance(hour);
    expect(await read()).toMatchObject({
      value: { entries: [{ isPlans: false }, { isPlans: true }] },
    });
  });

  it('where the firmware knows another shape', async () => {
    const { write, sim } = await wallbox();
    sim.settings.scheduleShape = 'maxEnergy';
    expect(await write([second])).toEqual(refused('noReason'));
  });

  it('by one who may not command', async () => {
    const { write, stored } = await wallbox({ profile: 'user' });
    expect(await write([plan])).toEqual(refused('unclear'));
    expect(startsOf(stored())).toEqual(['0900']);
  });
});

describe('nothing is sent', () => {
  it.each([
    ['null', (list: readonly unknown[]) => [...list, null]],
    ['vague', (list: readonly unknown[]) => [...list, { id: 3, enable: 'maybe' }]],
  ])('over a list with an entry that is %s', async (_, broken) => {
    const { write, posts, sim, kept } = await wallbox();
    const body = (read: unknown) => {
      const { schedules } = read as { schedules: readonly unknown[] };
      return { schedules: broken(schedules) };
    };
    sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body } });
    expect(await write([plan])).toEqual(notStored('unreadable'));
    expect({ posts: posts(), kept: kept() }).toEqual({ posts: 0, kept: [] });
  });

  it.each(['half-json', 'empty', 'html'] as const)('over %s', async (kind) => {
    const { write, posts, sim } = await wallbox();
    sim.fail({ method: 'GET', path, failure: { kind } });
    expect(await write([plan])).toEqual({ ok: false, failure: { kind: 'notUnderstood' } });
    expect(posts()).toBe(0);
  });

  it('where the owner leaves no room for both', async () => {
    const schedules = [0, 1, 2].map((id) => ({ ...owners, id }));
    const { write, posts, stored } = await wallbox({ schedules });
    expect(await write([plan, second])).toEqual(notStored('full'));
    expect(posts()).toBe(0);
    expect(await write([second])).toMatchObject({ ok: true });
    expect(stored()).toHaveLength(4);
  });

  it('more often than six times a day', async () => {
    const { write, posts } = await wallbox();
    expect(await write([plan], 6)).toEqual(notStored('tooOften'));
    expect(posts()).toBe(0);
    expect(await write([plan], 5)).toMatchObject({ ok: true });
  });

  it('to a charger that another system controls, or that installs software', async () => {
    const { write, look, gets, sim, clock } = await wallbox({ ocpp: true });
    await look();
    expect(await write([plan])).toEqual(refused('foreignControl'));
    sim.charger(serial).setOcpp(false);
    sim.charger(serial).startUpdate(hour);
    await clock.advance(hour / 4);
    await look();
    expect(await write([plan])).toEqual(refused('updating'));
    expect(gets()).toBe(0);
  });

  it('while another write is under way', async () => {
    const { schedules, change, answered, stored } = await wallbox();
    const [first, other] = await answered(
      Promise.all(
        [[plan], [second]].map(([entry = plan]) => schedules.write(change([entry]), patient())),
      ),
    );
    expect([first, other]).toMatchObject([{ ok: true }, refused('notNow')]);
    expect(startsOf(stored())).toEqual(['0900', '2330']);
  });
});

describe('in the middle of it', () => {
  it('a lost reply is no answer: what is read then decides', async () => {
    const { write, sim, stored } = await wallbox();
    const failure = { kind: 'reset', before: 'reply' } as const;
    sim.fail({ method: 'POST', path, failure, applied: true });
    expect(await write([plan])).toMatchObject({ ok: true });
    expect(startsOf(stored())).toEqual(['0900', '2330']);
    sim.fail({ method: 'POST', path, failure, applied: false });
    expect(await write([])).toMatchObject({ ok: false, failure: { sent: true } });
    expect(startsOf(stored())).toEqual(['0900', '2330']);
  });

  it('a cloud that breaks may have stored it: what is read then decides', async () => {
    const { write, sim } = await wallbox();
    const failure = { kind: 'status', status: 503 } as const;
    sim.fail({ method: 'POST', path, failure, applied: true });
    expect(await write([plan])).toMatchObject({ ok: true });
  });

  it('too many requests: it was not sent, and is not read again', async () => {
    const { write, sim, gets, stored } = await wallbox();
    sim.fail({ method: 'POST', path, failure: { kind: 'status', status: 429 } });
    const answer = await write([plan]);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } });
    expect(answer).not.toHaveProperty('failure.sent');
    expect(gets()).toBe(1);
    expect(startsOf(stored())).toEqual(['0900']);
  });

  it.each<[string, number]>([
    ['rateLimited', 429],
    ['serverError', 500],
  ])('%s once it was sent: nobody knows, and it is still known later', async (kind, status) => {
    const { write, read, sim, clock } = await wallbox();
    // The second reading is the one that would tell.
    sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body: (body) => body } });
    sim.fail({ method: 'GET', path, failure: { kind: 'status', status } });
    expect(await write([plan])).toMatchObject({ failure: { kind, sent: true } });
    await clock.advance(hour);
    expect(await read()).toMatchObject({
      value: { entries: [{ isPlans: false }, { isPlans: true, entry: plan }] },
    });
  });

  it('a token that has died is renewed, and the list sent once', async () => {
    const { write, sim, schedules, change, answered, posts, stored } = await wallbox();
    const dying = {
      ...change([plan]),
      keep: async () => sim.revokeAccess(),
    };
    expect(await answered(schedules.write(dying, patient()))).toMatchObject({ ok: true });
    expect(posts()).toBe(2);
    expect(countRequests(sim.requests, { method: 'POST', path, status: 200 })).toBe(1);
    expect(startsOf(stored())).toEqual(['0900', '2330']);
    sim.revokeAccess();
    expect(await write([plan])).toMatchObject({ ok: true });
  });

  it('whoever gives up is told that it may have been sent', async () => {
    const { schedules, change, answered, sim } = await wallbox();
    const waiting = new AbortController();
    sim.fail({ method: 'POST', path, failure: { kind: 'hang' } });
    const giving = {
      ...change([plan]),
      keep: async () => void setImmediate(() => waiting.abort()),
    };
    expect(await answered(schedules.write(giving, { signal: waiting.signal }))).toEqual({
      ok: false,
      failure: { kind: 'unreachable', sent: true },
    });
  });
});
