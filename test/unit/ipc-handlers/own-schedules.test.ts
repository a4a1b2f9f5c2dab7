import { expect, it } from 'vitest';
import type { OwnersChange, Schedules } from '../../../electron/integrations/connection.ts';
import { OwnSchedules } from '../../../electron/ipc/own-schedules.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type {
  ChargerSchedules,
  PlanEntry,
  ScheduleFailure,
} from '../../../shared/domain/charger/schedule.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';

const entry = { isOn: true, days: [1], from: 60, until: 120 } as const;
const list: ChargerSchedules = { entries: [{ slot: 0, isPlans: false, entry }], hasMore: false };
const edit = { kind: 'remove', slot: 0 } as const;
const wish = { chargerId: 'a/1', edit, seen: [{ slot: 0, entry }] };

function rig(
  answer: Result<ChargerSchedules, ScheduleFailure> = success(list),
  parts: Partial<Observation> = {},
  zone = 'Europe/Madrid',
) {
  const log = new RecordedLog();
  const asked: OwnersChange[] = [];
  const kept: unknown[] = [];
  const plan: PlanEntry = { slot: 1, entry };
  const known: (readonly PlanEntry[])[] = [];
  const schedules: Schedules = {
    zone: () => zone,
    read: async (remembered) => {
      known.push(remembered);
      return success(list);
    },
    write: async () => failed({ kind: 'notSupported' }),
    change: async (change) => {
      asked.push(change);
      await change.keep([plan]);
      return answer;
    },
  };
  const observation = anObservation('charging', { abilities: { ownSchedules: true }, ...parts });
  const own = new OwnSchedules({
    charger: (id) => (id === 'a/1' ? { schedules } : {}),
    reading: () => ({ certainty: 'current', at: 1, observation }),
    plans: {
      remembered: (id) => (id === 'a/1' ? [plan] : []),
      keep: async (...args) => void kept.push(args),
    },
    log,
  });
  return { own, asked, kept, known, plan, lines: () => log.lines };
}

it('they are read with the zone by whose clock the charger goes, and what a plan has there', async () => {
  const { own, known, plan } = rig();
  expect(await own.read('a/1')).toEqual(success({ ...list, zone: 'Europe/Madrid' }));
  expect(known).toEqual([[plan]]);
  expect(await rig(undefined, {}, 'Mars/Olympus').own.read('a/1')).toEqual(success(list));
});

it('a change is asked once, with what the plan has there kept, and logged as a person’s', async () => {
  const { own, asked, kept, plan, lines } = rig();
  expect(await own.change(wish)).toEqual(success({ ...list, zone: 'Europe/Madrid' }));
  expect(asked).toMatchObject([{ edit, seen: wish.seen, remembered: [plan] }]);
  expect(kept).toEqual([['a/1', [plan]]]);
  expect(lines()).toContainEqual(
    expect.objectContaining({
      line: 'command',
      facts: expect.objectContaining({ kind: 'changeSchedules', origin: 'person', sent: true }),
    }),
  );
});

it('what it came to is passed on whole', async () => {
  const failure = { kind: 'changedMeanwhile', schedules: list } as const;
  expect(await rig(failed(failure)).own.change(wish)).toEqual(failed(failure));
});

it.each<[string, Partial<Observation>, unknown]>([
  ['without the right', { mayCommand: false }, { kind: 'blocked', why: 'noRight' }],
  ['by another system', { foreignControl: true }, { kind: 'blocked', why: 'foreignControl' }],
  ['without the ability', { abilities: {} }, { kind: 'notSupported' }],
])('nothing is sent %s', async (_, parts, failure) => {
  const { own, asked } = rig(undefined, parts);
  expect(await own.change(wish)).toEqual(failed(failure));
  expect(asked).toEqual([]);
});

it('a charger that keeps none has none', async () => {
  const { own } = rig();
  const none = failed({ kind: 'notSupported' });
  expect(await own.read('a/2')).toEqual(none);
  expect(await own.change({ ...wish, chargerId: 'a/2' })).toEqual(none);
});
