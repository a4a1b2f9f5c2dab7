import { describe, expect, it } from 'vitest';
import { Lives } from './lives.ts';
import type { Step, Story } from './steps.ts';

const pass = (minutes: number): Step => ({ do: 'pass', minutes });
const network = (up: boolean): Step => ({ do: 'network', up });
const flow = (powerW = 7400): Step => ({ do: 'plugIn', charger: 0, powerW, to: 'flowing' });
const turn = (to: Extract<Step, { do: 'turn' }>['to']): Step => ({ do: 'turn', charger: 0, to });
const unplug: Step = { do: 'unplug', charger: 0 };
const charge = (
  minutes: number,
  to: Extract<Step, { do: 'charge' }>['to'],
  powerW = 7400,
): Step => ({ do: 'charge', charger: 0, powerW, minutes, to });

/** Found by chance, or what they came down to. */
const cases: Readonly<Record<string, Story>> = {
  'was held back for nearly a day, and went on unseen': {
    ids: ['c1'],
    steps: [
      charge(8, 'scheduled'),
      pass(89),
      { do: 'away', hours: 20 },
      network(false),
      charge(89, 'error'),
      pass(89),
      network(true),
    ],
  },
  'had grown unseen when it was found at fault, a day before its car left': {
    ids: ['c1'],
    steps: [
      flow(),
      pass(3),
      { do: 'away', hours: 9 },
      turn('error'),
      pass(13),
      { do: 'away', hours: 20 },
    ],
  },
  'had ended in the memory alone when the app was killed and another car came': {
    ids: ['p1'],
    steps: [
      flow(),
      pass(21),
      { do: 'dieAtWrite', after: 1, lands: true },
      turn('complete'),
      unplug,
      charge(13, 'complete'),
      pass(13),
    ],
  },
  'was left for one that had begun before it was read': {
    ids: ['c1'],
    steps: [flow(), pass(8), network(false), pass(55), unplug, pass(8), flow(), network(true)],
  },
  'ran while somebody set the clock by an hour': {
    ids: ['c1'],
    steps: [flow(), pass(8), { do: 'clock', byMinutes: 61 }, pass(34), turn('complete'), pass(13)],
  },
  'lasted for minutes between two readings': {
    ids: ['p1'],
    steps: [
      charge(21, 'complete'),
      unplug,
      pass(34),
      network(false),
      charge(3, 'complete', 22_000),
      unplug,
      network(true),
      pass(21),
    ],
  },
  'ended in the moment in which another one began': {
    ids: ['p1'],
    steps: [
      charge(5, 'waiting'),
      unplug,
      flow(),
      turn('waiting'),
      turn('flowing'),
      turn('waiting'),
    ],
  },
  'was followed by another car that came and went unseen': {
    ids: ['c1'],
    steps: [
      flow(1380),
      pass(8),
      network(false),
      unplug,
      charge(2, 'waiting', 3700),
      unplug,
      network(true),
      pass(21),
    ],
  },
  'was unseen, and whose car stood where the one before had been': {
    ids: ['p1'],
    steps: [
      charge(21, 'complete'),
      pass(34),
      network(false),
      unplug,
      charge(3, 'complete', 22_000),
      network(true),
      pass(21),
    ],
  },
  'had flapped long before it was full for a moment': {
    ids: ['p1'],
    steps: [
      flow(3700),
      { do: 'flap', charger: 0, to: 'paused', times: 4, seconds: 60 },
      pass(55),
      turn('flowing'),
      pass(13),
      turn('complete'),
      turn('flowing'),
      pass(8),
    ],
  },
  'was followed by little, of which the counter had gained some unseen': {
    ids: ['c1', 'c2', 'p1', 'o1'],
    steps: [
      flow(1380),
      { do: 'window', open: true },
      { do: 'flap', charger: 0, to: 'complete', times: 4, seconds: 290 },
      pass(1),
      { do: 'power', to: 'asleep' },
    ],
  },
  'came to little before a car that had been connected for as long': {
    ids: ['p1'],
    steps: [
      pass(1),
      charge(1, 'waiting', 3700),
      pass(3),
      turn('flowing'),
      network(false),
      pass(36),
      unplug,
      { do: 'plugIn', charger: 0, powerW: 1380, to: 'waiting' },
      network(true),
      pass(21),
    ],
  },
  'went on after a day, with a clock that had been set to and fro': {
    ids: ['c1'],
    steps: [
      charge(2, 'complete', 1380),
      pass(55),
      turn('scheduled'),
      { do: 'clock', byMinutes: -180 },
      pass(13),
      { do: 'power', to: 'killed' },
      { do: 'away', hours: 26 },
      { do: 'clock', byMinutes: 180 },
      charge(13, 'paused', 1380),
    ],
  },
  'was full by two readings before its charger said so': {
    ids: ['p1'],
    steps: [
      pass(1),
      charge(1, 'waiting', 1380),
      pass(3),
      turn('complete'),
      { do: 'power', to: 'killed' },
      pass(3),
    ],
  },
};

describe('is told once, and stands in the history with its end: a session that', () => {
  it.each(Object.entries(cases))('%s', async (_name, story) => {
    const lives = new Lives();
    expect(await lives.through(story)).toEqual([]);
    expect(await lives.throughDatabase(story)).toEqual([]);
    expect(lives.counts.told).toBeGreaterThan(0);
  });
});
