import { describe, expect, it } from 'vitest';
import {
  isPlans,
  readList,
  toSchedules,
} from '../../../../../electron/integrations/wallbox/schedules/list.ts';
import {
  isStored,
  nextList,
  notStored,
} from '../../../../../electron/integrations/wallbox/schedules/next-list.ts';
import type {
  PlanEntries,
  PlanEntry,
  ScheduleEntry,
} from '../../../../../shared/domain/charger/schedule.ts';
import { dailyWindow, daysOf } from '../../../../simulators/wallbox/schedule.ts';

const now = Date.UTC(2026, 10, 21, 12);
const seconds = now / 1000;

const owners = {
  ...dailyWindow('2200', '0500'),
  uid: '01JDAAAAAAAAAAAAAAAAAAAAAA',
  chargerId: 700_123,
  type: 0,
  repeat: 1,
  target: { type: 0, value: 0 },
  created_at: seconds - 500,
  season: { of: ['winter', 1.5] },
};
const plan: ScheduleEntry = { isOn: true, days: [1, 2], from: 1_410, until: 180 };
const wire = {
  id: 1,
  enable: true,
  start: '2330',
  stop: '0300',
  days: daysOf(['monday', 'tuesday']),
  max_current: 32,
  type: 0,
  repeat: 1,
  target: { type: 0, value: 0 },
  created_at: seconds - 100,
};
const remembered: PlanEntry = { slot: 1, stamp: now - 100_000, entry: plan };

function list(entries: readonly unknown[], more: object = { lastSchedule: seconds - 60 }) {
  const read = readList(JSON.stringify({ schedules: entries, ...more }));
  if (!read) throw new Error('No list');
  return read;
}

function next(entries: readonly unknown[], wanted: PlanEntries, known: readonly PlanEntry[] = []) {
  return nextList(list(entries), { wanted, remembered: known }, now);
}

const sent = (...args: Parameters<typeof next>) => {
  const found = next(...args);
  if (!found.ok || !found.value) throw new Error(JSON.stringify(found));
  return found.value;
};

describe('the list that is sent', () => {
  it('holds the owner’s entries as they were, without uid and with a newer time', () => {
    const { body } = sent([owners], [plan]);
    const { uid: _, ...rest } = owners;
    expect(body).toEqual([
      { ...rest, created_at: seconds + 120 },
      { ...wire, created_at: seconds + 120 },
    ]);
  });

  it('words limits where the plan has them', () => {
    const { body } = sent([], [{ ...plan, energyWh: 9_000, limitA: 10 }]);
    expect(body).toMatchObject([{ id: 0, max_current: 10, target: { type: 1, value: 9_000 } }]);
  });

  it.each<[string, readonly unknown[], object]>([
    ['an entry', [{ ...owners, created_at: seconds + 900 }], {}],
    ['the list', [owners], { lastSchedule: seconds + 900 }],
  ])('is newer than %s that was read', (_, entries, more) => {
    const found = nextList(list(entries, more), { wanted: [plan], remembered: [] }, now);
    const body = found.ok && found.value ? found.value.body : [];
    expect(body.map(({ created_at }) => created_at)).toEqual([seconds + 901, seconds + 901]);
  });

  it('is dated in milliseconds where the charger does so', () => {
    const { body } = sent([{ ...owners, created_at: now - 5 }], [plan]);
    expect(body.map(({ created_at }) => created_at)).toEqual([now + 120_000, now + 120_000]);
  });

  it('takes the place of what the plan had there, and of nothing else', () => {
    const other: ScheduleEntry = { ...plan, from: 60 };
    const { body, plans } = sent([owners, wire], [other, plan], [remembered]);
    expect(body.map(({ id, start }) => [id, start])).toEqual([
      [0, '2200'],
      [1, '0100'],
      [2, '2330'],
    ]);
    expect(plans).toEqual([
      { slot: 1, stamp: now + 120_000, entry: other },
      { slot: 2, stamp: now + 120_000, entry: plan },
    ]);
  });

  it('is the owner’s alone once the plan is done', () => {
    expect(sent([owners, wire], [], [remembered]).body).toMatchObject([{ start: '2200' }]);
  });

  it.each<[string, readonly unknown[], PlanEntries]>([
    ['nothing, and nothing is there', [owners], []],
    ['what is there', [owners, wire], [plan]],
  ])('is none where what is wanted is %s', (_, entries, wanted) => {
    expect(next(entries, wanted, [remembered])).toEqual({ ok: true, value: undefined });
  });

  it('is none where the owner leaves no room', () => {
    const full = notStored('full');
    const three = [0, 2, 3].map((id) => ({ ...owners, id }));
    expect(next(three, [plan, { ...plan, from: 60 }])).toEqual(full);
    expect(sent(three, [plan]).plans).toMatchObject([{ slot: 1 }]);
    expect(next([...three, { ...owners, id: 7 }], [plan])).toEqual(full);
  });
});

describe('a list that cannot be sent back without a loss', () => {
  const unreadable = notStored('unreadable');
  const { days: _, ...noDays } = owners;

  it.each<[string, unknown]>([
    ['that is no object', null],
    ['that is a list', [owners]],
    ['with a number for a flag', { ...owners, enable: 0 }],
    ['without days', noDays],
    ['with some days only', { ...owners, days: { monday: true } }],
    ['with words for days', { ...owners, days: { ...owners.days, monday: 'yes' } }],
    ['with no day at all', { ...owners, days: daysOf([]) }],
    ['with a time that is none', { ...owners, start: '2460' }],
    ['that ends when it begins', { ...owners, stop: '2200' }],
    ['that does not repeat', { ...owners, repeat: 0 }],
    ['without a slot', { ...owners, id: undefined }],
    ['with a slot in words', { ...owners, id: '1' }],
    ['dated in a way of its own', { ...owners, created_at: 'yesterday' }],
    ['in the slot of another', { ...owners, start: '0100' }],
  ])('is not sent: an entry %s', (_case, entry) => {
    expect(next([owners, entry], [plan])).toEqual(unreadable);
    expect(next([entry, owners, wire], [], [remembered])).toEqual(unreadable);
    expect(toSchedules(list([owners, entry]), []).hasMore).toBe(true);
  });

  it('is not sent: a number that is too long', () => {
    const body = `{"schedules":[${JSON.stringify(owners).replace('1.5', '12345678901234567891')}]}`;
    expect(readList(body)).toMatchObject({ entries: [], isWhole: false });
  });

  it('is not sent: a date of the list that is none', () => {
    const read = list([owners], { lastSchedule: 'now' });
    expect(nextList(read, { wanted: [plan], remembered: [] }, now)).toEqual(unreadable);
  });

  it.each(['', '<html>', '[]', '{}', '{"schedules":{}}'])('is none at all: %s', (body) => {
    expect(readList(body)).toBeUndefined();
  });

  it.each<[string, object]>([
    ['a 1 for a flag', { enable: 1 }],
    ['no time of its making', { created_at: null }],
    ['neither repeat nor target', { repeat: undefined, target: undefined }],
  ])('is another matter than one with %s', (_case, change) => {
    expect(sent([{ ...owners, ...change }], [plan]).body).toHaveLength(2);
  });
});

describe('an entry is the plan’s', () => {
  const is = (change: object, known: PlanEntry = remembered) => {
    const [entry] = list([{ ...wire, uid: 'new', ...change }]).entries;
    return entry && isPlans(entry, [known]);
  };

  it('as it was written, whenever that was said to be', () => {
    expect(is({ created_at: seconds + 5 })).toBe(true);
    expect(is({ created_at: seconds + 5, repeat: true, name: null })).toBe(true);
  });

  it('by the time of its write, however it was rounded', () => {
    expect(is({ target: undefined, max_current: 16 })).toBe(true);
  });

  it.each<[string, object]>([
    ['moved it', { start: '2345' }],
    ['turned it off', { enable: false }],
    ['changed its days', { days: daysOf(['monday']) }],
    ['limited it', { target: { type: 1, value: 5_000 } }],
    ['gave it a name', { name: 'Night' }],
    ['has put another into its place', { id: 2 }],
  ])('no longer where its owner has %s', (_, change) => {
    expect(is({ created_at: seconds + 5, ...change })).toBe(false);
  });

  it('never without being remembered', () => {
    const [entry] = list([wire]).entries;
    expect(entry && isPlans(entry, [])).toBe(false);
  });
});

describe('a list that was read back', () => {
  const before = sent([owners, wire], [{ ...plan, from: 60 }], [remembered]);
  const [kept, ours] = before.body;
  const holds = (...entries: readonly unknown[]) => isStored(list(entries), before);

  it('is the one that was sent, whatever the cloud adds', () => {
    const uid = '01JDBBBBBBBBBBBBBBBBBBBBBB';
    expect(holds({ ...kept, uid }, { ...ours, uid, created_at: seconds, target: null })).toBe(true);
    expect(holds({ ...kept, enable: 1 }, ours, { ...owners, id: 3 })).toBe(true);
  });

  it.each<[string, readonly unknown[]]>([
    ['the old one', [owners, wire]],
    ['without the plan', [kept]],
    ['without the owner’s', [ours]],
    ['with a changed field of the owner’s', [{ ...kept, season: 'winter' }, ours]],
    ['with another window', [kept, { ...ours, stop: '0400' }]],
    ['with something vague', [kept, ours, null]],
  ])('is not: %s', (_, entries) => expect(holds(...entries)).toBe(false));

  it('is not with an entry of the plan that should be gone', () => {
    const gone = sent([owners, wire], [], [remembered]);
    expect(isStored(list([owners]), gone)).toBe(true);
    expect(isStored(list([owners, wire]), gone)).toBe(false);
  });
});
