import { afterEach, describe, expect, it } from 'vitest';
import {
  ownersEntriesOf,
  type ScheduleEntry,
  type SeenEntries,
} from '../../../shared/domain/charger/schedule.ts';
import {
  dailyWindow,
  daysOf,
  type ScheduleEntry as Stored,
} from '../../simulators/wallbox/schedule.ts';
import type { ChargerSpec } from '../../simulators/wallbox/types.ts';
import { patient } from '../adapter-tools.ts';
import { serial } from '../wallbox-harness.ts';
import {
  closeSchedules,
  schedulesPath as path,
  startsOf,
  wallboxSchedules,
} from './schedules-bench.ts';

const night: Stored = {
  ...dailyWindow('2200', '0500'),
  max_current: 16,
  target: { type: 0, value: 3000, ...{ unit: 'Wh' } },
  season: { of: ['winter', 1.5] },
};
const noon: Stored = { ...dailyWindow('1100', '1300'), id: 1, name: 'Noon' };
const plan: ScheduleEntry = { isOn: true, days: [6, 7], from: 1410, until: 180 };
const morning: ScheduleEntry = { isOn: true, days: [1, 5], from: 330, until: 390 };

afterEach(closeSchedules);

async function wallbox(charger: Partial<ChargerSpec> = {}) {
  const bench = await wallboxSchedules({ schedules: [night, noon], ...charger });
  const seen = async (): Promise<SeenEntries> => {
    const read = await bench.read();
    if (!read.ok) throw new Error(read.failure.kind);
    return ownersEntriesOf(read.value);
  };
  return { ...bench, seen };
}

const entryOf = (seen: SeenEntries, slot: number): ScheduleEntry => {
  const found = seen.find((one) => one.slot === slot);
  if (!found) throw new Error(`Nothing in ${slot}`);
  return found.entry;
};
const notStored = (why: string) => ({ ok: false, failure: { kind: 'notStored', why } });

describe('an entry of the owner’s', () => {
  it('is switched off, and everything else stays word for word', async () => {
    const { edit, seen, stored, posts, sim } = await wallbox();
    const before = await seen();
    const [first, second] = stored();
    const off = { ...entryOf(before, 0), isOn: false };
    expect(await edit({ kind: 'set', slot: 0, entry: off }, before)).toMatchObject({
      ok: true,
      value: { hasMore: false, entries: [{ slot: 0, entry: off }, { slot: 1 }] },
    });
    const [now, other] = stored();
    expect({ ...now, enable: true, created_at: 0 }).toMatchObject({ ...first, created_at: 0 });
    expect({ ...other, created_at: 0 }).toMatchObject({ ...second, created_at: 0 });
    expect(now?.enable).toBe(false);
    expect(JSON.stringify(sim.facts(serial).commands)).not.toContain('"uid"');
    expect(posts()).toBe(1);
  });

  it('gets other days and times, and an energy limit beside what stood with it', async () => {
    const { edit, seen, stored } = await wallbox();
    const before = await seen();
    const entry = { ...entryOf(before, 0), ...morning, energyWh: 12_000 };
    expect(await edit({ kind: 'set', slot: 0, entry }, before)).toMatchObject({ ok: true });
    expect(stored()[0]).toMatchObject({
      start: '0530',
      stop: '0630',
      days: daysOf(['monday', 'friday']),
      max_current: 16,
      season: night.season,
      target: { type: 1, value: 12_000, unit: 'Wh' },
    });
  });

  it('is added in a free slot, and taken away again', async () => {
    const { edit, seen, stored } = await wallbox();
    expect(await edit({ kind: 'add', entry: morning }, await seen())).toMatchObject({
      ok: true,
      value: { entries: [{}, {}, { slot: 2, isPlans: false, entry: morning }] },
    });
    expect(startsOf(stored())).toEqual(['2200', '1100', '0530']);
    expect(await edit({ kind: 'remove', slot: 0 }, await seen())).toMatchObject({ ok: true });
    expect(startsOf(stored())).toEqual(['1100', '0530']);
  });

  it('is not sent where it is so already', async () => {
    const { edit, seen, posts } = await wallbox();
    const before = await seen();
    const entry = entryOf(before, 1);
    expect(await edit({ kind: 'set', slot: 1, entry }, before)).toMatchObject({ ok: true });
    expect(posts()).toBe(0);
  });

  it('stands beside those of a plan, which the plan still knows', async () => {
    const { edit, write, read, seen, stored, sim } = await wallbox();
    await write([plan]);
    expect(await edit({ kind: 'add', entry: morning }, await seen())).toMatchObject({ ok: true });
    expect(startsOf(stored())).toEqual(['2200', '1100', '2330', '0530']);
    // However the charger rounds what stands with it from now on.
    const schedules = stored().map((one) => (one.id === 2 ? { ...one, max_current: 20 } : one));
    sim.charger(serial).patch({ schedules });
    const found = await read();
    const ours = found.ok ? found.value.entries.map(({ isPlans }) => isPlans) : [];
    expect(ours).toEqual([false, false, true, false]);
  });
});

describe('nothing is said to be stored', () => {
  it('where the charger has ignored it without a word', async () => {
    const { edit, seen, stored, sim } = await wallbox();
    const before = await seen();
    sim.charger(serial).setOnline(false);
    expect(await edit({ kind: 'remove', slot: 0 }, before)).toEqual(notStored('ignored'));
    expect(await edit({ kind: 'add', entry: morning }, before)).toEqual(notStored('ignored'));
    const off = { ...entryOf(before, 0), isOn: false };
    expect(await edit({ kind: 'set', slot: 0, entry: off }, before)).toEqual(notStored('ignored'));
    expect(startsOf(stored())).toEqual(['2200', '1100']);
  });

  it('where another entry came back changed', async () => {
    const { edit, seen, sim } = await wallbox();
    const before = await seen();
    const body = (read: unknown) => {
      const { schedules } = read as { schedules: readonly Stored[] };
      return { schedules: schedules.map((one) => ({ ...one, season: 'summer' })) };
    };
    sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body: (read) => read } });
    sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body } });
    expect(await edit({ kind: 'remove', slot: 1 }, before)).toEqual(notStored('ignored'));
  });

  it('by one who may not command', async () => {
    const { edit, seen, stored } = await wallbox({ profile: 'user' });
    const refused = { ok: false, failure: { kind: 'refused', why: 'unclear' } };
    expect(await edit({ kind: 'remove', slot: 0 }, await seen())).toEqual(refused);
    expect(startsOf(stored())).toEqual(['2200', '1100']);
  });

  it('after too many requests: it was not sent', async () => {
    const { edit, seen, stored, sim } = await wallbox();
    const before = await seen();
    sim.fail({ method: 'POST', path, failure: { kind: 'status', status: 429 } });
    const answer = await edit({ kind: 'remove', slot: 0 }, before);
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'rateLimited' } });
    expect(answer).not.toHaveProperty('failure.sent');
    expect(startsOf(stored())).toEqual(['2200', '1100']);
  });

  it('where nobody could read it back: it may be there', async () => {
    const { edit, seen, sim } = await wallbox();
    const before = await seen();
    sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body: (read) => read } });
    sim.fail({ method: 'GET', path, failure: { kind: 'status', status: 500 } });
    const answer = await edit({ kind: 'remove', slot: 0 }, before);
    expect(answer).toMatchObject({ failure: { kind: 'serverError', sent: true } });
  });
});

describe('nothing is sent', () => {
  it.each<[string, (list: readonly Stored[]) => readonly Stored[]]>([
    ['an entry is another', ([one, two]) => [{ ...night, ...one, stop: '0400' }, two ?? noon]],
    ['one has come', (list) => [...list, { ...noon, id: 2 }]],
    ['one is gone', ([one]) => [one ?? night]],
    ['one is off', ([one, two]) => [one ?? night, { ...noon, ...two, enable: false }]],
  ])('over a list that was changed elsewhere: %s', async (_, change) => {
    const { edit, seen, stored, posts, sim } = await wallbox();
    const before = await seen();
    sim.charger(serial).patch({ schedules: change(stored()) });
    const answer = await edit({ kind: 'remove', slot: 0 }, before);
    const changed = { kind: 'changedMeanwhile', schedules: { hasMore: false } };
    expect(answer).toMatchObject({ ok: false, failure: changed });
    expect(posts()).toBe(0);
    // What came with it is the list to go on with.
    const failure = answer.ok ? undefined : answer.failure;
    const now = failure?.kind === 'changedMeanwhile' ? failure.schedules : undefined;
    const again = now ? ownersEntriesOf(now) : [];
    expect(await edit({ kind: 'remove', slot: 0 }, again)).toMatchObject({ ok: true });
  });

  it('over an entry of a plan', async () => {
    const { edit, write, seen, stored } = await wallbox();
    await write([plan]);
    const before = await seen();
    const changed = { ok: false, failure: { kind: 'changedMeanwhile' } };
    expect(await edit({ kind: 'remove', slot: 2 }, before)).toMatchObject(changed);
    expect(await edit({ kind: 'set', slot: 2, entry: morning }, before)).toMatchObject(changed);
    expect(startsOf(stored())).toEqual(['2200', '1100', '2330']);
  });

  it('over a list with an entry that is not understood', async () => {
    const { edit, seen, posts, sim } = await wallbox();
    const before = await seen();
    const body = (read: unknown) => {
      const { schedules } = read as { schedules: readonly unknown[] };
      return { schedules: [...schedules, { id: 3, enable: 'maybe' }] };
    };
    sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body } });
    expect(await edit({ kind: 'remove', slot: 0 }, before)).toEqual(notStored('unreadable'));
    expect(posts()).toBe(0);
  });

  it('for a fifth entry', async () => {
    const schedules = [0, 1, 2, 3].map((id) => ({ ...noon, id }));
    const { edit, seen, posts } = await wallbox({ schedules });
    expect(await edit({ kind: 'add', entry: morning }, await seen())).toEqual(notStored('full'));
    expect(posts()).toBe(0);
  });

  it('to a charger that another system controls', async () => {
    const { edit, look, gets } = await wallbox({ ocpp: true });
    await look();
    const refused = { ok: false, failure: { kind: 'refused', why: 'foreignControl' } };
    expect(await edit({ kind: 'remove', slot: 0 }, [])).toEqual(refused);
    expect(gets()).toBe(0);
  });

  it('while a plan is being written', async () => {
    const { schedules, change, answered, seen, stored } = await wallbox();
    const before = await seen();
    const edit = { kind: 'remove', slot: 0 } as const;
    const [first, other] = await answered(
      Promise.all([
        schedules.write(change([plan]), patient()),
        schedules.change({ ...change([]), edit, seen: before }, patient()),
      ]),
    );
    expect(first.ok).toBe(true);
    expect(other).toEqual({ ok: false, failure: { kind: 'refused', why: 'notNow' } });
    expect(startsOf(stored())).toEqual(['2200', '1100', '2330']);
  });
});
