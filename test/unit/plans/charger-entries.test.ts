import { describe, expect, it } from 'vitest';
import { keptEntriesSchema } from '../../../electron/plans/in-charger/kept-entries.ts';
import { mostWritesADay } from '../../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { turns } from '../../fakes/fake-clock.ts';
import { entriesBench, throughFile } from './entries-bench.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Saturday at noon UTC. */
const noon = Date.UTC(2026, 10, 21, 12);
/** That evening at 23:15 in Berlin, which is 22:15 UTC. */
const late = { from: noon + 10.25 * hour, until: noon + 12 * hour };
const early = { from: noon + 15 * hour, until: noon + 17 * hour };
const other = { from: noon + 14 * hour, until: noon + 17 * hour };
/** Longer than the owner is given to think again. */
const soon = minute;

describe('a plan for the charger', () => {
  it('is written once it has settled, and stored once it was read back', async () => {
    const { clock, entries, schedules, states, disk } = entriesBench(noon);
    entries.want([other], {});
    await clock.advance(5000);
    entries.want([late, early], { energyWh: 9000, limitA: 16 });
    await clock.advance(soon);
    expect(schedules.sent).toMatchObject([
      {
        entries: [
          { isOn: true, from: 22 * 60 + 15, until: 0, days: [6], energyWh: 9000, limitA: 16 },
          { isOn: true, from: 180, until: 300, days: [7], energyWh: 9000, limitA: 16 },
        ],
      },
    ]);
    expect(states).toEqual(['storing', 'stored']);
    expect(entries.remembered()).toEqual(schedules.list);
    // First that it may be there, then that it is.
    expect(disk).toMatchObject([{ writes: [noon + 15_000] }, { stored: { limits: {} } }]);
    expect(disk[0]).not.toHaveProperty('stored');
  });

  it('is known by another date too, from before somebody else sends the list', async () => {
    const { clock, entries, disk } = entriesBench(noon);
    entries.want([other], {});
    await clock.advance(soon);
    const dated = entries.remembered().map((one) => ({ ...one, stamp: clock.now() }));
    await entries.keep([...entries.remembered(), ...dated]);
    expect(disk.at(-1)?.remembered).toHaveLength(2);
    expect(entries.remembered().at(-1)).toMatchObject({ stamp: clock.now() });
    expect(entries.state()).toEqual({ kind: 'stored' });
  });

  it('is one window where its blocks touch, and none where there are three', async () => {
    const { clock, entries, schedules } = entriesBench(noon);
    const next = { from: late.until, until: late.until + hour };
    entries.want([late, next, early], {});
    await clock.advance(soon);
    expect(schedules.sent[0]?.entries).toHaveLength(2);
    entries.want([late, other, { from: noon + 18 * hour, until: noon + 19 * hour }], {});
    await clock.advance(soon);
    expect(entries.state()).toEqual({ kind: 'notStored', why: 'unsuitable' });
    expect(schedules.sent).toHaveLength(1);
  });

  it('is not written again for what is the same from now on', async () => {
    const { clock, entries, schedules } = entriesBench(noon);
    entries.want([late, early], {});
    await clock.advance(11 * hour);
    entries.want([{ ...late, from: clock.now() + 4 * minute }, early], {});
    await clock.advance(2 * hour);
    entries.want([early], {});
    await clock.advance(soon);
    expect(schedules.asked).toHaveLength(1);
    expect(entries.state()).toEqual({ kind: 'stored' });
    entries.want([{ ...early, until: early.until + 5 * minute }], {});
    await clock.advance(soon);
    expect(schedules.sent[1]?.entries).toMatchObject([{ from: 180, until: 305 }]);
  });

  it('waits until it would no longer open too early', async () => {
    const { clock, entries, schedules, states } = entriesBench(noon);
    // On Monday at 00:30 in Berlin: its days are Sunday and Monday, and Sunday 00:30 is tonight.
    const monday = { from: noon + 35.5 * hour, until: noon + 38 * hour };
    entries.want([monday], {});
    await clock.advance(13 * hour);
    expect(states).toEqual(['tooEarly']);
    await clock.advance(hour + soon);
    expect(schedules.sent.map(({ at }) => at)).toEqual([noon + 14 * hour]);
    expect(states).toEqual(['tooEarly', 'storing', 'stored']);
  });
});

describe('what stands in the charger', () => {
  it('is taken away when nothing is wanted', async () => {
    const { clock, entries, schedules, states } = entriesBench(noon);
    entries.want(null, {});
    await clock.advance(soon);
    expect(schedules.asked).toEqual([]);
    entries.want([late], {});
    await clock.advance(soon);
    entries.want(null, {});
    await clock.advance(soon);
    expect(schedules.list).toEqual([]);
    expect(states).toEqual(['storing', 'stored', 'storing', 'none']);
    expect(entries.toKeep()).toMatchObject({ remembered: [], writes: [{}, {}] });
    await clock.advance(day);
    expect(entries.toKeep()).toBeUndefined();
  });

  it('stays after its last window until it would open again, and goes at the first moment then', async () => {
    const { clock, entries, schedules } = entriesBench(noon);
    // Its days are Saturday and Sunday: it opens again at 23:30 UTC on Sunday.
    const night = { from: noon + 11.5 * hour, until: noon + 15 * hour };
    entries.want([night], {});
    await clock.advance(soon);
    entries.want([night], {});
    await clock.advance(16 * hour);
    entries.want([], {});
    await clock.advance(2 * hour);
    expect(schedules.list).toHaveLength(1);
    expect(entries.state()).toEqual({ kind: 'stored' });
    // It slept, and is awake for a moment.
    clock.setWall(noon + 25 * hour);
    entries.wake();
    await turns();
    expect(schedules.list).toEqual([]);
    expect(entries.state()).toEqual({ kind: 'none' });
  });

  it('makes room for the next night without a moment between', async () => {
    const { clock, entries, schedules } = entriesBench(noon);
    const next = { from: late.from + day, until: late.until + day };
    entries.want([late], {});
    await clock.advance(20 * hour);
    entries.want([next], {});
    await clock.advance(soon);
    expect(schedules.sent.map((sent) => sent.entries.length)).toEqual([1, 1]);
    expect(entries.remembered()).toEqual(schedules.list);
  });
});

describe('the clocks are changed', () => {
  it.each([
    ['spring', Date.UTC(2027, 2, 27, 20), Date.UTC(2027, 2, 28, 1)],
    ['autumn', Date.UTC(2026, 9, 24, 20), Date.UTC(2026, 9, 25, 1)],
  ])('and the charger is read once more in %s', async (_, evening, change) => {
    const { clock, entries, schedules } = entriesBench(evening);
    const night = { from: evening + 4 * hour, until: evening + 8 * hour };
    entries.want([night], {});
    await clock.advance(soon);
    // It counts in hours of its own, and has moved the window.
    schedules.list = schedules.list.map((one) => ({
      ...one,
      entry: { ...one.entry, from: 60, until: 300 },
    }));
    await clock.advance(change - clock.now() - soon);
    expect(schedules.asked).toHaveLength(1);
    await clock.advance(2 * soon);
    expect(schedules.asked).toHaveLength(2);
    expect(schedules.list).toMatchObject([{ entry: { from: 0, until: 240 } }]);
    await clock.advance(3 * hour);
    expect(schedules.asked).toHaveLength(2);
    expect(entries.state()).toEqual({ kind: 'stored' });
  });
});

describe('what goes wrong', () => {
  it.each<[Failure & { late?: boolean }, number]>([
    [{ kind: 'unreachable' }, 15 * minute],
    [{ kind: 'timedOut', sent: true, late: true }, 15 * minute],
    [{ kind: 'serverError' }, 15 * minute],
    [{ kind: 'rateLimited', until: noon + 40 * minute }, 40 * minute - 10_000],
    [{ kind: 'rateLimited', until: noon + minute }, 15 * minute],
    [{ kind: 'refused', why: 'notNow' }, minute],
    [{ kind: 'refused', why: 'foreignControl' }, hour],
    [{ kind: 'notStored', why: 'ignored', late: true }, hour],
    [{ kind: 'notStored', why: 'full' }, hour],
    [{ kind: 'notUnderstood' }, hour],
  ])('is tried again after %j', async (failure, waitMs) => {
    const { clock, entries, schedules, states } = entriesBench(noon);
    schedules.failures.push(failure);
    entries.want([late], {});
    await clock.advance(soon);
    const why = failure.kind === 'notStored' ? failure.why : failure.kind;
    expect(states).toEqual(['storing', why]);
    entries.wake();
    await clock.advance(2 * hour);
    const [first = 0, second = 0] = schedules.asked;
    expect(second - first).toBe(waitMs);
    expect(schedules.asked).toHaveLength(2);
    expect(states).toEqual(['storing', why, 'stored']);
  });

  it.each<[Failure & { late?: boolean }, number]>([
    [{ kind: 'notStored', why: 'full' }, 2],
    [{ kind: 'notStored', why: 'ignored', late: true }, 1],
    [{ kind: 'unreachable' }, 1],
  ])('may not be wrong with another plan: %j', async (failure, times) => {
    const { clock, entries, schedules } = entriesBench(noon);
    schedules.failures.push(failure);
    entries.want([late, early], {});
    await clock.advance(soon);
    entries.want([late], {});
    await clock.advance(soon);
    expect(schedules.asked).toHaveLength(times);
  });

  it('is never hammered at, even by what should never be thrown', async () => {
    const { clock, entries, schedules } = entriesBench(noon);
    schedules.write = async () => {
      schedules.asked.push(clock.now());
      throw new Error('a bug');
    };
    entries.want([late], {});
    await clock.advance(3 * hour + soon);
    expect(schedules.asked).toHaveLength(4);
  });

  it('is said where there is nobody to ask', async () => {
    const { clock, entries, schedules, states, setHandle } = entriesBench(noon);
    setHandle(undefined);
    entries.want([late], {});
    await clock.advance(soon);
    setHandle({});
    await clock.advance(15 * minute);
    setHandle({ schedules });
    entries.wake();
    await turns();
    expect(states).toEqual(['unreachable', 'notSupported', 'storing', 'stored']);
  });

  it('is more than six writes a day; the last is left for taking it away', async () => {
    const { clock, entries, schedules } = entriesBench(noon);
    for (let count = 0; count < 8; count++) {
      entries.want([{ ...early, until: early.until + count * hour }], {});
      await clock.advance(soon);
    }
    expect(schedules.sent).toHaveLength(mostWritesADay - 1);
    expect(entries.state()).toEqual({ kind: 'notStored', why: 'tooOften' });
    entries.want(null, {});
    await clock.advance(soon);
    expect(schedules.list).toEqual([]);
    entries.want([{ from: noon + 27 * hour, until: noon + 30 * hour }], {});
    await clock.advance(soon);
    expect(entries.state()).toEqual({ kind: 'notStored', why: 'tooOften' });
    await clock.advance(day);
    const times = schedules.sent.map(({ at }) => at);
    expect(times).toHaveLength(mostWritesADay + 1);
    const [second = 0, last = 0] = [times[1], times.at(-1)];
    expect(last - second).toBe(day);
  });
});

describe('a restart', () => {
  it('knows what is stored, and asks nobody', async () => {
    const { clock, entries, schedules, start } = entriesBench(noon);
    entries.want([late], {});
    await clock.advance(soon);
    await entries.stop();
    const again = start(throughFile(entries.toKeep()));
    expect(again.state()).toEqual({ kind: 'stored' });
    again.want([late], {});
    await clock.advance(soon);
    expect(again.state()).toEqual({ kind: 'stored' });
    expect(schedules.asked).toHaveLength(1);
  });

  it('between what may be sent and sending it loses nothing', async () => {
    const { clock, entries, schedules, disk, start } = entriesBench(noon);
    schedules.failures.push({ kind: 'unreachable', sent: true, late: true, stored: true });
    entries.want([late], {});
    await clock.advance(soon);
    await entries.stop();
    const [before] = disk;
    const again = start(before);
    expect(again.state()).toEqual({ kind: 'storing' });
    expect(again.remembered()).toEqual(schedules.list);
    again.want(null, {});
    await clock.advance(soon);
    expect(schedules.list).toEqual([]);
  });

  it('takes what is damaged in the file for what it is', () => {
    const entry = { isOn: true, days: [6], from: 60, until: 90 };
    const kept = {
      remembered: [{ slot: 1, entry }, { slot: 1, entry: { ...entry, from: -1 } }, null],
      writes: [noon, 'never'],
      stored: { blocks: [late], limits: {}, zone: 7 },
    };
    expect(keptEntriesSchema.parse(kept)).toEqual({
      remembered: [{ slot: 1, entry }],
      writes: [noon],
    });
    expect(keptEntriesSchema.parse({})).toEqual({ remembered: [], writes: [] });
  });
});

describe('once it is stopped', () => {
  it('nothing is sent, whatever is wanted, and nothing is said', async () => {
    const { clock, entries, schedules, states } = entriesBench(noon);
    schedules.hangs = true;
    entries.want([late], {});
    await clock.advance(soon);
    const stopped = entries.stop();
    entries.want([early], {});
    schedules.goOn?.();
    await stopped;
    entries.wake();
    await clock.advance(day);
    expect({ sent: schedules.sent, states }).toEqual({ sent: [], states: ['storing'] });
    expect(clock.waiting).toBe(0);
  });
});
