import { describe, expect, it } from 'vitest';
import { minute, noon, Story } from './story.ts';

describe('news that are not of a charge’s end', () => {
  const cases: Record<string, { story: () => Story; told: string[] }> = {
    'a car waits for unlock, once': {
      story: () => new Story().read(0, 'locked').read(2, 'lockedCar').read(4, 'lockedCar'),
      told: ['pluggedIn', 'carWaiting'],
    },
    'a waiting car at the first look is a baseline': {
      story: () => new Story().read(0, 'lockedCar').read(2, 'lockedCar'),
      told: [],
    },
    'silence in between does not make the waiting car news again': {
      story: () =>
        new Story().read(0, 'locked').read(2, 'lockedCar').read(4, 'offline').read(6, 'lockedCar'),
      told: ['pluggedIn', 'carWaiting'],
    },
    'a fault and its end': {
      story: () =>
        new Story().read(0, 'waiting').read(2, 'error').read(4, 'error').read(6, 'waiting'),
      told: ['fault', 'faultOver'],
    },
    'a fault that turns into another': {
      story: () =>
        new Story()
          .read(0, 'waiting')
          .read(2, { state: 'error', code: 'CS03', unconfirmed: true })
          .read(4, 'offline')
          .read(6, { state: 'error', code: 'CF01' })
          .read(8, { state: 'error', code: 'CF01' })
          .read(10, 'waiting'),
      told: ['fault', 'fault', 'faultOver'],
    },
    'a fault that gives way to silence is not over': {
      story: () =>
        new Story().read(0, 'waiting').read(2, 'error').read(4, 'offline').read(6, 'error'),
      told: ['fault'],
    },
    'a fault that is over after a silence': {
      story: () =>
        new Story().read(0, 'waiting').read(2, 'error').read(4, 'offline').read(6, 'available'),
      told: ['fault', 'faultOver'],
    },
    'powering the house': {
      story: () => new Story().read(0, 'waiting').read(2, 'discharging').read(4, 'waiting'),
      told: ['homePowered', 'homePowered'],
    },
    'away for a quarter of an hour during a charge, and back': {
      story: () =>
        new Story().read(0, 'charging').fail(2).fail(10).fail(18).fail(30).read(40, 'charging'),
      told: ['away', 'back'],
    },
    'the cloud says that the charger is offline during a charge': {
      story: () =>
        new Story().read(0, 'charging').read(2, 'offline').read(18, 'offline').read(20, 'charging'),
      told: ['away', 'back'],
    },
    'away without a charge is nobody’s worry': {
      story: () => new Story().read(0, 'waiting').fail(2).fail(30).fail(60),
      told: [],
    },
    'sleep does not count as being away': {
      story: () => new Story().read(0, 'charging').fail(2).gap().fail(480).read(481, 'charging'),
      told: [],
    },
  };

  for (const [name, { story, told }] of Object.entries(cases)) {
    it(name, () => expect(story().kinds()).toEqual(told));
  }

  it.each([
    { before: 'locked', wasThere: undefined },
    { before: 'waiting', wasThere: true },
    { before: 'charging', wasThere: true },
  ] as const)('a waiting car that follows $before', ({ before, wasThere }) => {
    const { told } = new Story().read(0, before).read(2, 'lockedCar');
    expect(told.find(({ kind }) => kind === 'carWaiting')).toEqual({
      kind: 'carWaiting',
      at: noon + 2 * minute,
      ...(wasThere && { wasThere }),
    });
  });

  it('a fault remembers what was seen before it', () => {
    const story = new Story().read(0, 'charging').read(2, 'error');
    expect(story.told[0]).toMatchObject({ code: '14', before: { at: noon } });
  });
});

it('a fault says when nobody has seen its code in the field', () => {
  const fault = (unconfirmed: { unconfirmed?: true }) =>
    new Story().read(0, 'waiting').read(1, { state: 'error', code: 'CS03', ...unconfirmed })
      .told[0];
  expect(fault({ unconfirmed: true })).toMatchObject({ code: 'CS03', unconfirmed: true });
  expect(fault({})).not.toHaveProperty('unconfirmed');
});

describe('how sure we are', () => {
  it('a failed look keeps the last one and says since when and why', () => {
    const { record } = new Story().read(0, 'charging').fail(2);
    expect(record.reading).toMatchObject({
      certainty: 'outdated',
      since: noon,
      because: { kind: 'unreachable' },
      observation: { status: { state: 'charging' } },
    });
  });

  it('a charger that was never read stays never read', () => {
    expect(new Story().fail(0).record.reading).toEqual({
      certainty: 'never',
      because: { kind: 'unreachable' },
    });
  });

  it('what was believed before a gap is old', () => {
    expect(new Story().read(0, 'charging').gap().record.reading.certainty).toBe('outdated');
  });
});
