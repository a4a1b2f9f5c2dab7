import { describe, expect, it } from 'vitest';
import { hour, minute, noon, Story } from './story.ts';

const kwh = (n: number) => ({ energyWh: n * 1000 });

describe('a charge that ends is told exactly once', () => {
  const cases: Record<string, { story: () => Story; told: string[] }> = {
    'a first look is a baseline, whatever it shows': {
      story: () => new Story().read(0, 'complete', kwh(9)),
      told: [],
    },
    'complete by the maker’s own word': {
      story: () =>
        new Story().read(0, 'waiting').read(2, 'charging', kwh(1)).read(4, 'complete', kwh(2)),
      told: ['chargeStarted', 'chargeEnded:complete'],
    },
    'waiting after charging counts once a second look agrees': {
      story: () =>
        new Story()
          .read(0, 'available')
          .read(2, 'charging', kwh(1))
          .read(4, 'waiting', kwh(2))
          .read(6, 'waiting', kwh(2))
          .read(8, 'waiting', kwh(2)),
      told: ['pluggedIn', 'chargeStarted', 'chargeEnded:complete'],
    },
    'one look that says waiting is not the end': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'waiting', kwh(2))
          .read(4, 'charging', kwh(3))
          .read(6, 'waiting', kwh(4)),
      told: [],
    },
    'a queue and a schedule interrupt, they do not finish': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'queued', kwh(2))
          .read(4, 'charging', kwh(3))
          .read(6, 'scheduled', kwh(3))
          .read(8, 'queued', kwh(3)),
      told: [],
    },
    'a power dip to nothing is still charging': {
      story: () =>
        new Story()
          .read(0, 'charging', { ...kwh(1), powerW: 7000 })
          .read(2, 'charging', { ...kwh(1), powerW: 0 })
          .read(4, 'charging', { ...kwh(2), powerW: 7000 }),
      told: [],
    },
    'paused by someone': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'paused', kwh(3.4))
          .read(4, 'paused', kwh(3.4)),
      told: ['chargeStopped:paused'],
    },
    'paused, resumed, and then full: both ends are told, no second start': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'paused', kwh(3))
          .read(4, 'charging', kwh(3.1))
          .read(6, 'complete', kwh(8)),
      told: ['chargeStopped:paused', 'chargeEnded:complete'],
    },
    'unplugged while charging': {
      story: () => new Story().read(0, 'charging', kwh(1)).read(2, 'available', kwh(1.2)),
      told: ['chargeStopped:unplugged'],
    },
    'locked while charging': {
      story: () => new Story().read(0, 'charging', kwh(1)).read(2, 'lockedCar', kwh(1.2)),
      told: ['chargeStopped:locked', 'carWaiting'],
    },
    'full and unplugged before the second look': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'waiting', kwh(9))
          .read(4, 'available', kwh(9)),
      told: ['chargeEnded:complete'],
    },
    'fault, offline and update in the middle are no end': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'offline')
          .read(4, 'updating')
          .read(6, 'unknown')
          .read(8, 'charging', kwh(2)),
      told: [],
    },
    'the app was killed during the charge': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .gap()
          .read(90, 'waiting', kwh(8))
          .read(92, 'waiting', kwh(8)),
      told: ['chargeEnded:complete'],
    },
    'killed between the two looks that make it complete': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'waiting', kwh(8))
          .gap()
          .read(4, 'waiting', kwh(8)),
      told: ['chargeEnded:complete'],
    },
    'killed after it was told': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'complete', kwh(8))
          .gap()
          .read(4, 'complete', kwh(8)),
      told: ['chargeEnded:complete'],
    },
    'asleep while it ended and the car drove off: nobody knows how it ended': {
      story: () => new Story().read(0, 'charging', kwh(1)).gap().read(480, 'available', kwh(8)),
      told: ['chargeEnded:unseen'],
    },
    'asleep from before the charge until after it': {
      story: () => new Story().read(0, 'scheduled', kwh(0)).gap().read(480, 'waiting', kwh(11)),
      told: ['chargeEnded:unseen'],
    },
    'a counter that lags behind a pause is not another charge': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'paused', kwh(3))
          .read(4, 'paused', kwh(3.6)),
      told: ['chargeStopped:paused'],
    },
    'asleep while one charge ended and the next began': {
      story: () => new Story().read(0, 'charging', kwh(20)).gap().read(480, 'charging', kwh(3)),
      told: ['chargeEnded:unseen', 'chargeStarted'],
    },
    'a stale counter after the car has left is nothing': {
      story: () =>
        new Story().read(0, 'available', kwh(29.6)).gap().read(480, 'available', kwh(29.6)),
      told: [],
    },
    'the next car after a complete one is a new charge': {
      story: () =>
        new Story()
          .read(0, 'charging', kwh(1))
          .read(2, 'complete', kwh(8))
          .read(4, 'available', kwh(8))
          .read(6, 'charging', kwh(0.2))
          .read(8, 'available', kwh(0.5)),
      told: ['chargeEnded:complete', 'pluggedIn', 'chargeStarted', 'chargeStopped:unplugged'],
    },
  };

  for (const [name, { story, told }] of Object.entries(cases)) {
    it(name, () => expect(story().kinds()).toEqual(told));
  }
});

describe('when a charge ended', () => {
  it('is worked out from the missing energy where nobody looked', () => {
    const story = new Story()
      .read(0, 'charging', { energyWh: 1000, powerW: 7000 })
      .gap()
      .read(30 * 60, 'complete', { energyWh: 15_000 });
    expect(story.told[0]).toMatchObject({ kind: 'chargeEnded', at: noon + 2 * hour });
  });

  it('is never later than the look that found it ended', () => {
    const story = new Story()
      .read(0, 'charging', { energyWh: 1000, powerW: 100 })
      .gap()
      .read(60, 'complete', { energyWh: 15_000 });
    expect(story.told[0]).toMatchObject({ at: noon + hour });
  });

  it('is when the car first asked for no more', () => {
    const story = new Story()
      .read(0, 'charging', { energyWh: 1000, powerW: 7000 })
      .read(2, 'waiting', { energyWh: 1200 })
      .read(4, 'waiting', { energyWh: 1200 });
    expect(story.told[0]?.at).toBeLessThanOrEqual(noon + 2 * minute);
  });
});

describe('what the window sees of it', () => {
  it('a car that asks for no more is complete, until it leaves', () => {
    const story = new Story()
      .read(0, 'charging', { energyWh: 1000 })
      .read(2, 'waiting', { energyWh: 2000 })
      .read(4, 'waiting', { energyWh: 2000 });
    expect(story.record.reading).toMatchObject({ observation: { status: { state: 'complete' } } });
    story.read(6, 'available', { energyWh: 2000 }).read(8, 'waiting', { energyWh: 2000 });
    expect(story.record.reading).toMatchObject({ observation: { status: { state: 'waiting' } } });
  });

  it('a picture that stays small over a very long charge, with its gaps', () => {
    const story = new Story();
    for (let i = 0; i < 2000; i++)
      story.read(i * 2, 'charging', { energyWh: i * 100, powerW: 3000 });
    story.read(4100, 'charging', { energyWh: 200_000, powerW: 3000 });
    const samples = story.record.session?.samples ?? [];
    expect(samples.length).toBeLessThanOrEqual(721);
    expect(samples.at(0)?.at).toBe(noon);
    expect(samples.at(-1)).toMatchObject({ gap: true, energyWh: 200_000 });
  });
});
