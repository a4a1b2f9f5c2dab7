import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { Story } from './story.ts';

const silent: ChargerStatus = { state: 'waiting', notSaid: true };
const preparing: ChargerStatus = { state: 'discharging', phase: 'preparing' };

/** The news of grid and house as words: `cut`, `power`, `feeds`, `rests`; others by their kind. */
function words(story: Story): string[] {
  return story.told.map((event) => {
    if (event.kind === 'powerCut') return event.begins ? 'cut' : 'power';
    if (event.kind === 'homePowered') return event.begins ? 'feeds' : 'rests';
    return event.kind;
  });
}

describe('the grid', () => {
  type Grid = NonNullable<Observation['grid']> | 'absent' | 'restart' | 'failed';
  const cases: Record<string, { grids: Grid[]; told: string[] }> = {
    'at the first look is a baseline': { grids: ['powerCut', 'powerCut'], told: [] },
    'goes and comes back': {
      grids: ['present', 'powerCut', 'powerCut', 'present'],
      told: ['cut', 'power'],
    },
    'comes back after a baseline without it': { grids: ['powerCut', 'present'], told: ['power'] },
    'unknown for a moment is no news': {
      grids: ['present', 'unknown', 'present', 'powerCut', 'unknown', 'powerCut'],
      told: ['cut'],
    },
    'unknown in between hides nothing': {
      grids: ['present', 'unknown', 'powerCut', 'unknown', 'present'],
      told: ['cut', 'power'],
    },
    'not said in between hides nothing': {
      grids: ['present', 'absent', 'powerCut'],
      told: ['cut'],
    },
    'unknown at first is no baseline': { grids: ['unknown', 'powerCut'], told: [] },
    'is remembered over a restart': {
      grids: ['present', 'restart', 'powerCut', 'restart', 'powerCut', 'failed', 'present'],
      told: ['cut', 'power'],
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { grids, told }) => {
    const story = new Story();
    grids.forEach((grid, at) => {
      if (grid === 'restart') story.gap();
      else if (grid === 'failed') story.fail(at);
      else story.read(at, silent, grid === 'absent' ? {} : { grid });
    });
    expect(words(story)).toEqual(told);
  });
});

describe('a vehicle that powers the house', () => {
  const cases: Record<string, { story: () => Story; told: string[] }> = {
    'gets ready, does it, and is done': {
      story: () =>
        new Story().read(0, silent).read(1, preparing).read(2, 'discharging').read(3, silent),
      told: ['feeds', 'rests'],
    },
    'only got ready': {
      story: () => new Story().read(0, silent).read(1, preparing).read(2, silent),
      told: [],
    },
    'at the first look is a baseline': {
      story: () => new Story().read(0, 'discharging').read(1, 'discharging'),
      told: [],
    },
    'through a whole power cut': {
      story: () =>
        new Story()
          .read(0, silent, { grid: 'present' })
          .read(1, preparing, { grid: 'powerCut' })
          .read(2, 'discharging', { grid: 'powerCut' })
          .read(3, 'transferring', { grid: 'unknown' })
          .read(4, 'discharging', { grid: 'powerCut' })
          .read(5, silent, { grid: 'present' }),
      told: ['cut', 'feeds', 'power', 'rests'],
    },
    'goes on over a restart and silence': {
      story: () =>
        new Story()
          .read(0, silent)
          .read(1, 'discharging')
          .read(2, 'offline')
          .gap()
          .read(3, 'unknown')
          .read(4, 'discharging'),
      told: ['feeds'],
    },
    'stopped while the app was closed': {
      story: () => new Story().read(0, silent).read(1, 'discharging').gap().read(480, 'available'),
      told: ['feeds', 'rests'],
    },
    'began while the app was closed': {
      story: () => new Story().read(0, silent).gap().fail(479).read(480, 'discharging'),
      told: ['feeds'],
    },
    'stops charging for it': {
      story: () =>
        new Story()
          .read(0, silent)
          .read(1, 'charging')
          .read(2, preparing)
          .read(3, 'discharging')
          .read(4, 'discharging')
          .read(5, silent),
      told: ['chargeStarted', 'chargeStopped', 'feeds', 'rests'],
    },
    'was full before it': {
      story: () =>
        new Story().read(0, 'charging').read(1, 'waiting').read(2, 'discharging').read(3, silent),
      told: ['chargeEnded', 'feeds', 'rests'],
    },
    'only gets ready while a charge rests': {
      story: () =>
        new Story().read(0, 'charging').read(1, preparing).read(2, 'charging').read(3, silent),
      told: ['chargeEnded'],
    },
    'charges at once after it': {
      story: () => new Story().read(0, 'discharging').read(1, 'charging'),
      told: ['chargeStarted', 'rests'],
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, told }) => {
    expect(words(story())).toEqual(told);
  });
});
