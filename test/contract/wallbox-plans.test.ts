import { afterEach, describe, expect, it } from 'vitest';
// Loaded beforehand: time stands still in a test only while a request is under way.
import '../../electron/integrations/wallbox/schedules/access.ts';
import { ChargerEntries } from '../../electron/plans/in-charger/charger-entries.ts';
import {
  type KeptEntries,
  keptEntriesSchema,
} from '../../electron/plans/in-charger/kept-entries.ts';
import { RecordedLog } from '../fakes/recorded-log.ts';
import { countRequests } from '../simulators/shared/request-log.ts';
import { dailyWindow, type ScheduleEntry as Stored } from '../simulators/wallbox/schedule.ts';
import type { WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import type { ChargerSpec } from '../simulators/wallbox/types.ts';
import { type ContractBench, contractBench } from './contract-bench.ts';
import { serial, wallboxHarness } from './wallbox-harness.ts';

const minute = 60_000;
const hour = 60 * minute;
const path = /\/schedules$/;
const owners: Stored = { ...dailyWindow('0900', '1030'), note: { of: ['winter', 1.5] } };
/** Enough for the account's turns, and less than what is tried again. */
const soon = 5 * minute;

const open: { bench: ContractBench; sim: WallboxSimulator; entries: Set<ChargerEntries> }[] = [];

afterEach(async () => {
  for (const { bench, sim, entries } of open.splice(0)) {
    await Promise.all([...entries].map((one) => one.stop()));
    await bench.close();
    expect(sim.violations).toEqual([]);
    expect(sim.maxParallel).toBeLessThanOrEqual(1);
  }
});

/** The clock begins at noon UTC on a Saturday, unless it is said when (epoch ms). */
async function wallbox(charger: Partial<ChargerSpec> = {}, start = Date.UTC(2026, 10, 21, 12)) {
  let sim: WallboxSimulator | undefined;
  const harness = wallboxHarness({ charger: { schedules: [owners], ...charger } }, (started) => {
    sim = started;
  });
  const startAt: typeof harness.start = async (clock) => {
    clock.setWall(start);
    return harness.start(clock);
  };
  const bench = await contractBench({ ...harness, start: startAt });
  if (!sim) throw new Error('No simulator');
  const running = { bench, sim, entries: new Set<ChargerEntries>() };
  open.push(running);
  const signedIn = await bench.signIn();
  if (!signedIn.ok) throw new Error(signedIn.failure.kind);
  const handle = await bench.charger(signedIn.value);
  /** What is on the disk, and what happens once it is there. */
  const disk: { kept?: KeptEntries | undefined; written?: () => void } = {};
  const begin = () => {
    const entries: ChargerEntries = new ChargerEntries({
      chargerId: handle.id,
      handle: () => handle,
      clock: bench.clock,
      log: new RecordedLog(),
      zone: () => 'Europe/Berlin',
      kept: disk.kept,
      save: async () => {
        disk.kept = keptEntriesSchema.parse(JSON.parse(JSON.stringify(entries.toKeep() ?? {})));
        disk.written?.();
      },
      changed: () => undefined,
    });
    running.entries.add(entries);
    return entries;
  };
  const { requests } = sim;
  const noon = bench.clock.now();
  return {
    ...bench,
    sim,
    disk,
    begin,
    entries: begin(),
    at: (hours: number) => noon + hours * hour,
    until: (at: number) => bench.pass(at - bench.clock.now()),
    stored: () => sim?.facts(serial).state.schedules ?? [],
    posts: () => countRequests(requests, { method: 'POST', path }),
    gets: () => countRequests(requests, { method: 'GET', path }),
  };
}

const startsOf = (list: readonly Stored[]) => list.map(({ start }) => start);

describe('a plan in the charger', () => {
  it('is kept for a night and taken away, and the owner’s own entry stays as it was', async () => {
    const { entries, at, pass, stored, posts, gets, sim } = await wallbox();
    const night = [
      { from: at(10), until: at(12) },
      { from: at(14), until: at(15.5) },
    ];
    entries.want(night, { energyWh: 12_000 });
    await pass(soon);
    expect(entries.state()).toEqual({ kind: 'stored', besideOwn: true });
    expect(startsOf(stored())).toEqual(['0900', '2200', '0200']);
    expect(stored()[2]).toMatchObject({ stop: '0330', target: { type: 1, value: 12_000 } });
    await pass(17 * hour);
    entries.want(night.slice(1), { energyWh: 12_000 });
    entries.want([], {});
    await pass(soon);
    expect({ posts: posts(), gets: gets() }).toEqual({ posts: 1, gets: 2 });
    entries.want(null, {});
    await pass(soon);
    expect(entries.state()).toEqual({ kind: 'none' });
    const { created_at: _, user_uid: __, type, repeat, target, ...found } = stored()[0] ?? owners;
    expect([found, type, repeat, target]).toEqual([owners, 0, 1, { type: 0, value: 0 }]);
    expect(stored()).toHaveLength(1);
    expect(sim.facts(serial).commands.filter(({ kind }) => kind === 'schedules')).toHaveLength(2);
  });

  it('is carried out by it while nobody is there', async () => {
    const { entries, at, pass, until, sim } = await wallbox({ schedules: [], phases: 1 });
    entries.want([{ from: at(10), until: at(12) }], {});
    await pass(soon);
    await entries.stop();
    const before = sim.facts(serial).energyWh;
    await until(at(10) - 1);
    expect(sim.facts(serial)).toMatchObject({ statusId: 179, energyWh: before });
    await until(at(11));
    expect(sim.facts(serial).statusId).toBe(194);
    await until(at(13));
    expect(sim.facts(serial)).toMatchObject({ statusId: 179, powerW: 0 });
  });

  it.each([
    ['spring', Date.UTC(2027, 2, 27, 12), 13],
    ['autumn', Date.UTC(2026, 9, 24, 12), 13],
  ])('is set right where the charger moves it with its clocks in %s', async (_, start, change) => {
    const { entries, at, pass, until, sim, stored, gets } = await wallbox({}, start);
    const from = at(change - 1);
    entries.want([{ from, until: from + 4 * hour }], {});
    await until(from);
    const wanted = stored()[1]?.start;
    const schedules = stored().map((one) =>
      one.id === 1 ? { ...one, start: '0500', stop: '0800' } : one,
    );
    sim.charger(serial).patch({ schedules });
    await pass(0.9 * hour);
    expect([gets(), startsOf(stored())]).toEqual([2, ['0900', '0500']]);
    await pass(0.3 * hour);
    expect(startsOf(stored())).toEqual(['0900', wanted]);
    expect(entries.state()).toEqual({ kind: 'stored', besideOwn: true });
    await pass(2 * hour);
    expect(gets()).toBe(4);
  });
});

describe('nothing is said to be stored', () => {
  it('that the charger has ignored; hour by hour it is tried again', async () => {
    const { entries, at, pass, stored, sim, posts } = await wallbox();
    sim.charger(serial).setOnline(false);
    entries.want([{ from: at(10), until: at(12) }], {});
    await pass(soon);
    expect(entries.state()).toEqual({ kind: 'notStored', why: 'ignored' });
    expect(startsOf(stored())).toEqual(['0900']);
    await pass(hour);
    expect(posts()).toBe(2);
    sim.charger(serial).setOnline(true);
    await pass(hour);
    expect(entries.state()).toEqual({ kind: 'stored', besideOwn: true });
    expect(startsOf(stored())).toEqual(['0900', '2200']);
  });

  it('that has no room, or would cost somebody’s entry; one block may fit', async () => {
    const schedules = [0, 1, 2].map((id) => ({ ...owners, id }));
    const { entries, at, pass, stored, posts, sim } = await wallbox({ schedules });
    const [first, second] = [
      { from: at(10), until: at(11) },
      { from: at(14), until: at(15) },
    ];
    entries.want([first, second], {});
    await pass(soon);
    expect([entries.state(), posts()]).toEqual([{ kind: 'notStored', why: 'full' }, 0]);
    const broken = { id: 3, enable: 'perhaps' };
    const body = (read: unknown) => {
      const { schedules: list } = read as { schedules: readonly unknown[] };
      return { schedules: [...list, broken] };
    };
    const mend = sim.fail({ method: 'GET', path, failure: { kind: 'rewrite', body } });
    entries.want([first], {});
    await pass(soon);
    expect([entries.state(), posts()]).toEqual([{ kind: 'notStored', why: 'unreadable' }, 0]);
    mend();
    await pass(hour);
    expect(entries.state()).toEqual({ kind: 'stored', besideOwn: true });
    expect(startsOf(stored())).toEqual(['0900', '0900', '0900', '2200']);
  });

  it('while the service wants to be left alone', async () => {
    const { entries, at, pass, sim, gets } = await wallbox();
    sim.fail({ method: 'GET', path, failure: { kind: 'status', status: 429 } });
    entries.want([{ from: at(10), until: at(12) }], {});
    await pass(14 * minute);
    expect([entries.state(), gets()]).toEqual([{ kind: 'notStored', why: 'rateLimited' }, 1]);
    await pass(soon);
    expect(entries.state()).toEqual({ kind: 'stored', besideOwn: true });
  });

  it('after more than six writes in a day', async () => {
    const { entries, at, pass, posts, stored } = await wallbox();
    for (let count = 0; count < 7; count++) {
      entries.want([{ from: at(12), until: at(14 + count / 2) }], {});
      await pass(soon);
    }
    expect([entries.state(), posts()]).toEqual([{ kind: 'notStored', why: 'tooOften' }, 5]);
    entries.want(null, {});
    await pass(soon);
    expect([entries.state(), posts()]).toEqual([{ kind: 'none' }, 6]);
    expect(startsOf(stored())).toEqual(['0900']);
    entries.want([{ from: at(12), until: at(14) }], {});
    await pass(soon);
    expect([entries.state(), posts()]).toEqual([{ kind: 'notStored', why: 'tooOften' }, 6]);
  });
});

describe('a kill', () => {
  it('right before the list is sent leaves no entry that nobody knows', async () => {
    const { entries, begin, disk, at, pass, posts, stored } = await wallbox();
    entries.want([{ from: at(10), until: at(12) }], {});
    disk.written = () => void entries.stop();
    await pass(soon);
    expect([posts(), disk.kept?.remembered.length]).toEqual([0, 1]);
    delete disk.written;
    const again = begin();
    again.want([{ from: at(10), until: at(12) }], {});
    await pass(soon);
    expect([again.state(), startsOf(stored())]).toEqual([
      { kind: 'stored', besideOwn: true },
      ['0900', '2200'],
    ]);
  });

  it('after it was sent, before it was read back, takes it for its own', async () => {
    const { entries, begin, at, pass, passUntil, posts, stored, sim } = await wallbox();
    entries.want([{ from: at(10), until: at(12) }], {});
    const failure = { kind: 'hang' } as const;
    sim.fail({ method: 'POST', path, failure, applied: true });
    await passUntil(() => stored().length === 2);
    await entries.stop();
    const again = begin();
    again.want([{ from: at(10), until: at(12) }], {});
    await pass(soon);
    expect([again.state(), posts()]).toEqual([{ kind: 'stored', besideOwn: true }, 1]);
    again.want(null, {});
    await pass(soon);
    expect(startsOf(stored())).toEqual(['0900']);
  });
});
