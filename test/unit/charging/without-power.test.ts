import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { fc } from '../../fixtures/properties.ts';
import { hour, minute, noon, Story } from './story.ts';

type State = ChargerStatus['state'] | ChargerStatus;

/** An empty charger, to which a car comes a minute later. */
const empty = () => new Story().read(0, 'available', { energyWh: 0 });

function reads(story: Story, from: number, to: number, state: State, more = {}): Story {
  for (let at = from; at <= to; at += 2) story.read(at, state, { energyWh: 0, powerW: 0, ...more });
  return story;
}

const timesTold = ({ told }: Story) => told.filter(({ kind }) => kind === 'noPower').length;

describe('a car that was seen coming and gets no power', () => {
  it('is told of once, a quarter of an hour after power should flow', () => {
    const story = reads(empty(), 1, 15, 'waiting');
    expect(timesTold(story)).toBe(0);
    story.read(16, 'waiting', { energyWh: 0 });
    const event = { kind: 'noPower', at: noon + 16 * minute, since: noon + minute };
    expect(story.told.at(-1)).toEqual(event);
    expect(timesTold(reads(story, 18, 90, 'waiting'))).toBe(1);
  });

  it.each<[string, State, Partial<Observation>, boolean]>([
    ['waits for the car', 'waiting', {}, true],
    ['says that it charges', 'charging', {}, true],
    ['does not say why', { state: 'waiting', notSaid: true }, {}, false],
    ['charges and tells no power at all', 'charging', { powerW: undefined }, false],
    ['charges', 'charging', { powerW: 1400 }, false],
    ['counts energy although it tells no power', 'charging', { energyWh: 150 }, false],
    ['waits for its schedule', 'scheduled', {}, false],
    ['is paused', 'paused', {}, false],
    ['is locked', 'lockedCar', {}, false],
    ['waits for the sun', { state: 'queued', cause: 'solarMode' }, {}, false],
    ['takes power from the sun only', 'waiting', { solarMode: 'solar' }, false],
    ['is commanded by somebody else', 'waiting', { foreignControl: true }, false],
    ['is full already', 'complete', {}, false],
    ['has a fault', { state: 'error', code: '14' }, { plugged: 'yes' }, false],
    ['is offline', 'offline', { plugged: 'unknown' }, false],
  ])('where it %s', (_what, state, more, isTold) => {
    expect(timesTold(reads(empty(), 1, 60, state, more))).toBe(isTold ? 1 : 0);
  });

  it('counts from when it is no longer paused, scheduled or locked', () => {
    const story = reads(empty(), 1, 30, 'scheduled');
    reads(story, 32, 45, 'waiting');
    expect(timesTold(story)).toBe(0);
    expect(timesTold(story.read(47, 'waiting', { energyWh: 0 }))).toBe(1);
  });

  it('counts on over a time when nobody knew', () => {
    const story = reads(empty(), 1, 5, 'waiting').read(7, 'offline', { plugged: 'unknown' });
    expect(timesTold(story.fail(9).read(17, 'waiting', { energyWh: 0 }))).toBe(1);
  });

  it('is not told of where it has taken some, and waits after that', () => {
    const story = reads(empty(), 1, 3, 'charging', { powerW: 7000 });
    expect(timesTold(reads(story, 5, 90, 'waiting', { energyWh: 300 }))).toBe(0);
  });

  it('is not told of where nobody has seen it come', () => {
    expect(timesTold(reads(new Story(), 0, 90, 'waiting'))).toBe(0);
  });

  it('is told of again when it comes again', () => {
    const story = reads(empty(), 1, 30, 'waiting').read(32, 'available', { energyWh: 0 });
    expect(timesTold(reads(story, 33, 60, 'waiting'))).toBe(2);
  });
});

describe('over a restart or a sleep', () => {
  const slept = (more: Partial<Observation>, state: State = 'waiting') => {
    const story = reads(empty(), 1, 5, 'waiting', { durationMs: 4 * minute }).gap();
    return story.read(600, state, { energyWh: 0, powerW: 0, ...more });
  };

  it('is told of where it has taken nothing all the time', () => {
    expect(timesTold(slept({ durationMs: 599 * minute }))).toBe(1);
    expect(timesTold(slept({ durationMs: 599 * minute }).gap())).toBe(1);
  });

  it('is not told of where it has charged meanwhile, is charging, or has gone', () => {
    expect(timesTold(slept({ energyWh: 9000, durationMs: 599 * minute }))).toBe(0);
    expect(timesTold(slept({ powerW: 7000 }, 'charging'))).toBe(0);
    expect(timesTold(slept({}, 'available'))).toBe(0);
  });

  it('another car begins anew', () => {
    const story = slept({ durationMs: 2 * minute });
    expect(timesTold(story)).toBe(0);
    expect(timesTold(reads(story, 602, 616, 'waiting', { durationMs: 18 * minute }))).toBe(1);
  });

  it('is not told of twice', () => {
    const story = reads(empty(), 1, 30, 'waiting').gap();
    expect(timesTold(reads(story, 400, 430, 'waiting'))).toBe(1);
  });
});

describe('a car that begins by a timer of its own', () => {
  /** It comes, waits for so long and charges. */
  function night(story: Story, fromMinute: number, waits: number): Story {
    story.read(fromMinute, 'available', { energyWh: 0 });
    reads(story, fromMinute + 1, fromMinute + waits, 'waiting');
    return story.read(fromMinute + waits + 2, 'charging', { powerW: 7000, energyWh: 200 });
  }
  const day = (24 * hour) / minute;

  it('is told of the first time, and no more while it keeps the habit', () => {
    const story = night(new Story(), 0, 240);
    night(story, day, 240);
    night(story, 2 * day, 240);
    expect(timesTold(story)).toBe(1);
    expect(timesTold(night(story, 40 * day, 240))).toBe(2);
  });

  it('is none that began within the hour after it was told of', () => {
    const story = night(new Story(), 0, 60);
    expect(timesTold(night(story, day, 60))).toBe(2);
  });

  it('is none of which nobody knows when it began', () => {
    const story = reads(empty(), 1, 30, 'waiting').gap();
    story.read(400, 'charging', { powerW: 7000, energyWh: 900 });
    expect(timesTold(night(story, day, 30))).toBe(2);
  });
});

it('is never told within a quarter of an hour, nor twice in a stay, whatever is read', () => {
  const states = ['available', 'waiting', 'charging', 'scheduled', 'paused', 'offline'] as const;
  const step = fc.record({
    minutes: fc.integer({ min: 1, max: 20 }),
    state: fc.constantFrom(...states),
    powerW: fc.constantFrom(0, 7000),
    gap: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const story = new Story();
      let at = 0;
      let cameAt: number | undefined;
      let toldInStay = 0;
      for (const { minutes, state, powerW, gap } of steps) {
        at += minutes;
        if (gap) story.gap();
        const before = timesTold(story);
        story.read(at, state, { energyWh: 0, powerW });
        if (state === 'available') [cameAt, toldInStay] = [undefined, 0];
        else cameAt ??= state === 'offline' ? undefined : at;
        const isNew = timesTold(story) > before;
        toldInStay += isNew ? 1 : 0;
        if (isNew) expect(at - (cameAt ?? at)).toBeGreaterThanOrEqual(15);
        expect(toldInStay).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 200 },
  );
});

describe('firmware', () => {
  const offered = (to: string) => ({ abilities: { update: { from: '5.0', to } } });
  const told = (story: Story) => story.told.filter(({ kind }) => kind === 'firmware');

  it('is told once for each version', () => {
    const story = new Story().read(0, 'available').read(2, 'available', offered('5.1'));
    expect(told(story)).toEqual([
      { kind: 'firmware', at: noon + 2 * minute, from: '5.0', to: '5.1' },
    ]);
    story.read(4, 'available', offered('5.1')).read(6, 'available').gap();
    story.read(8, 'available', offered('5.1'));
    expect(told(story)).toHaveLength(1);
    expect(told(story.read(10, 'available', offered('5.2')))).toHaveLength(2);
  });

  it('is no news where it was offered when somebody first looked', () => {
    const story = new Story().read(0, 'available', offered('5.1'));
    expect(told(story.read(2, 'available', offered('5.1')))).toEqual([]);
  });
});
