import { describe, expect, it } from 'vitest';
import { sampled, type Watch } from '../../../electron/history/record/sampling.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStateName } from '../../../shared/domain/charger/status.ts';
import { goesOn } from '../../../shared/domain/session/sample-times.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { minute, noon, Story } from '../charging/story.ts';

const start = Date.UTC(2026, 10, 21, 18);
const plain = { powerW: 0, energyWh: 100, limitA: 16, phases: 1, vendorCode: '178' } as const;

interface Given {
  readonly state: ChargerStateName;
  /** From one reading to the next. */
  readonly everyMs: number;
  readonly validForMs?: number;
}

/** Which of some readings are written, by their place. */
function written(given: Given, readings: readonly Partial<Observation>[]): readonly number[] {
  const { state, everyMs, validForMs } = given;
  let watch: Watch = {};
  return readings.flatMap((more, index) => {
    const observation = anObservation(state, { ...plain, ...more });
    const at = start + index * everyMs;
    const next = sampled(watch, { at, observation, validForMs, live: undefined });
    watch = next.watch;
    return next.written.map((sample) => (sample.at - start) / everyMs);
  });
}

const changes: readonly [string, Partial<Observation>][] = [
  ['phases', { phases: 3 }],
  ['code', { vendorCode: '182' }],
  ['limit', { limitA: 10 }],
];

describe('a sample is kept', () => {
  const rest = { state: 'paused', everyMs: 60_000 } as const;

  it('once in ten minutes while nothing changes and no power flows', () => {
    const readings = Array.from({ length: 21 }, () => ({}));
    expect(written(rest, readings)).toEqual([0, 10, 20]);
  });

  it.each([...changes, ['current', { currentA: 6 }]] as const)(
    'with the one before it when another %s is said',
    (_, change) => {
      expect(written(rest, [{}, {}, {}, change, change])).toEqual([0, 2, 3]);
    },
  );

  it('at once where another state, other phases or another code come soon after it', () => {
    const talk = { state: 'charging', everyMs: 1000, validForMs: 60_000 } as const;
    expect(written(talk, [{}, {}, {}, { powerW: 1 }, {}, {}, {}])).toEqual([0, 6]);
    expect(written(talk, [{}, {}, { phases: 3 }, { phases: 3 }])).toEqual([0, 1, 2]);
    expect(written(talk, [{}, {}, { vendorCode: '195' }])).toEqual([0, 1, 2]);
  });

  it('with what the charger says beside power, energy and limit, and nothing in its place', () => {
    const say = (more: Partial<Observation>) => {
      const observation = anObservation('charging', more);
      return sampled({}, { at: start, observation, live: undefined }).sample;
    };
    const head = { at: start, state: 'charging', gap: true };
    const all = { phases: 3, vendorCode: '194', currentA: 15.9 } as const;
    expect(say(all)).toStrictEqual({ ...head, ...all });
    expect(say({ vendorCode: '' })).toStrictEqual(head);
  });
});

it('of readings that come ten times a second is kept where a plan has the charger rest from there', () => {
  const paused = { at: start, state: 'paused' } as const;
  const byPlan = { ...paused, at: start + 100, byPlan: true } as const;
  expect([goesOn(paused, { ...paused, at: start + 100 }), goesOn(byPlan, byPlan)]).toEqual([
    true,
    true,
  ]);
  expect(goesOn(paused, byPlan)).toBe(false);
});

describe('a sample says that a plan had the charger rest', () => {
  const rests = ['paused'] as const;
  const charged = () => new Story().read(0, 'charging').read(8, 'charging');
  const stories: Record<string, { story: Story; state: ChargerStateName; byPlan?: true }> = {
    'between two blocks': {
      story: charged().planned(true, { rests }).read(10, 'paused'),
      state: 'paused',
      byPlan: true,
    },
    'after a charge that the plan has ended': {
      story: charged().planned(false, { rests }).read(9, 'paused'),
      state: 'paused',
      byPlan: true,
    },
    'not while it charges': {
      story: charged().planned(true, { rests }).read(10, 'charging'),
      state: 'charging',
    },
    'not in another state': {
      story: charged().planned(false, { rests }).read(9, 'paused'),
      state: 'queued',
    },
    'not after a charge that somebody has ended': {
      story: charged().planned(false).read(9, 'paused'),
      state: 'paused',
    },
    'not once the car has gone': {
      story: charged().planned(false, { rests }).read(9, 'paused').read(9.5, 'available'),
      state: 'paused',
    },
  };
  it.each(Object.entries(stories))('%s', (_, { story, state, byPlan }) => {
    const live = story.record.session;
    const at = noon + 10 * minute;
    expect(sampled({}, { at, observation: anObservation(state), live }).sample?.byPlan).toBe(
      byPlan,
    );
  });
});
