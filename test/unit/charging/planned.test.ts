import { describe, expect, it } from 'vitest';
import { chargerRecordSchema, newRecord } from '../../../electron/charging/record.ts';
import type { PlanHint } from '../../../electron/charging/session-begin.ts';
import { ChargerTracker } from '../../../electron/charging/tracker.ts';
import { FakeClock } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { minute, noon, Story } from './story.ts';

/** Charges at 6 kW for ten minutes, of which the last reading before the pause has seen eight. */
function firstBlock(): Story {
  return new Story()
    .planned(true)
    .read(0, 'available')
    .read(2, 'paused', { energyWh: 0 })
    .planned(false)
    .read(10, 'charging', { powerW: 6000, energyWh: 0 })
    .read(18, 'charging', { powerW: 6000, energyWh: 800 })
    .planned(true);
}

const paused = (wh: number) => ({ energyWh: wh, powerW: 0 });

describe('a charge that its plan pauses', () => {
  it('is one with all blocks of the night, told once', () => {
    const story = firstBlock()
      .read(22, 'paused', paused(1000))
      .gap()
      .read(120, 'paused', paused(1000))
      .planned(false)
      .read(130, 'charging', { powerW: 6000, energyWh: 1000 })
      .read(140, 'complete', { energyWh: 2000 });
    expect(story.kinds()).toEqual(['pluggedIn', 'chargeStarted', 'chargeEnded:complete']);
    expect(story.record.session).toMatchObject({
      startedAt: noon + 10 * minute,
      endedAt: noon + 140 * minute,
      energyWh: 2000,
    });
    expect(story.record.session).not.toHaveProperty('planPausedAt');
  });

  const ends: Record<string, { story: () => Story; end: string; atMinute: number }> = {
    'when the plan no longer means it': {
      story: () => firstBlock().read(22, 'paused', paused(1000)).planned(false),
      end: 'paused',
      atMinute: 20,
    },
    'when the plan is switched off': {
      story: () => firstBlock().read(22, 'paused', paused(1000)).planned(undefined),
      end: 'paused',
      atMinute: 20,
    },
    'with what a lagging counter adds': {
      story: () =>
        firstBlock()
          .read(19, 'paused', paused(800))
          .read(24, 'paused', paused(1000))
          .planned(false),
      end: 'paused',
      atMinute: 20,
    },
    'where no counter tells': {
      story: () =>
        new Story()
          .read(0, 'available')
          .read(2, 'charging')
          .planned(true)
          .read(22, 'paused')
          .planned(false),
      end: 'paused',
      atMinute: 2,
    },
  };

  it.each(Object.entries(ends))('ends at its last power %s', (_name, { story, end, atMinute }) => {
    const told = story();
    expect(told.record.session).not.toHaveProperty('endedAt');
    const before = told.told.length;
    const wh = told.record.session?.energyWh;
    told.read(300, 'paused', wh === undefined ? {} : paused(wh));
    expect(told.kinds().slice(before)).toEqual([`chargeStopped:${end}`]);
    expect(told.record.session?.endedAt).toBe(noon + atMinute * minute);
  });

  it('ends there too when the car leaves meanwhile', () => {
    const story = firstBlock().read(22, 'paused', paused(1000)).read(200, 'available', {});
    expect(story.record.session).toMatchObject({ endedAt: noon + 20 * minute, carLeft: true });
  });

  it('is over where the car was full before', () => {
    const story = firstBlock()
      .planned(false)
      .read(20, 'waiting', paused(1000))
      .planned(true)
      .read(22, 'paused', paused(1000));
    expect(story.kinds().at(-1)).toBe('chargeEnded:complete');
  });

  it('is over at once where somebody pauses it', () => {
    const story = firstBlock().planned(false).read(22, 'paused', paused(1000));
    expect(story.kinds().at(-1)).toBe('chargeStopped:paused');
  });
});

describe('who has ended a charge', () => {
  const rests: PlanHint['rests'] = ['paused', 'scheduled'];
  const isDone = true as const;
  const full = () => firstBlock().planned(false).read(20, 'waiting', paused(1000));
  const ends: Record<string, { story: () => Story; event: string; byPlan?: true }> = {
    'the plan, which means to go on no more': {
      story: () => firstBlock().planned(false, { rests }).read(22, 'paused', paused(1000)),
      event: 'chargeStopped:paused',
      byPlan: true,
    },
    'the plan, with its goal reached': {
      story: () => firstBlock().planned(false, { rests, isDone }).read(22, 'paused', paused(1000)),
      event: 'chargeEnded:complete',
      byPlan: true,
    },
    'the plan that the charger keeps': {
      story: () => firstBlock().planned(false, { rests, isDone }).read(22, 'scheduled'),
      event: 'chargeEnded:complete',
      byPlan: true,
    },
    'somebody, while a plan is on': {
      story: () => firstBlock().planned(false, { rests: [] }).read(22, 'paused', paused(1000)),
      event: 'chargeStopped:paused',
    },
    'somebody who has switched the plan off': {
      story: () =>
        firstBlock().read(22, 'paused').planned(undefined).read(24, 'paused', paused(1000)),
      event: 'chargeStopped:paused',
    },
    'a full car': {
      story: () => full().planned(true, { rests }).read(22, 'paused', paused(1000)),
      event: 'chargeEnded:complete',
    },
    'a car that has left': {
      story: () => firstBlock().planned(true, { rests }).read(22, 'available', {}),
      event: 'chargeStopped:unplugged',
    },
  };
  it.each(Object.entries(ends))('is %s', (_, { story, event, byPlan }) => {
    const { record, kinds } = told(story());
    expect(kinds.at(-1)).toBe(event);
    expect(record.session?.endedByPlan).toBe(byPlan);
  });

  it('is forgotten once it goes on', () => {
    const story = firstBlock().planned(false, { rests }).read(22, 'paused', paused(1000));
    const { session } = story.planned(undefined).read(60, 'charging', { energyWh: 1000 }).record;
    expect(session?.endedAt).toBeUndefined();
    expect(session).not.toHaveProperty('endedByPlan');
  });

  it('stands on each sample by which the plan had it rest', () => {
    const story = firstBlock().planned(true, { rests: ['paused'] });
    const restsAfter = (state: 'charging' | 'paused' | 'scheduled', at: number) =>
      story.read(at, state, paused(1000)).record.session?.sampled?.byPlan;
    expect([
      restsAfter('charging', 20),
      restsAfter('paused', 22),
      restsAfter('scheduled', 24),
    ]).toEqual([undefined, true, undefined]);
    story.planned(false, { rests: ['scheduled'] });
    expect([restsAfter('scheduled', 26), restsAfter('charging', 28)]).toEqual([true, undefined]);
  });
});

const told = (story: Story) => ({ record: story.record, kinds: story.kinds() });

it('is asked of the plan by the charger’s id, with each reading', () => {
  const asked: string[] = [];
  const tracker = new ChargerTracker({
    clock: new FakeClock(noon),
    log: new RecordedLog(),
    kept: [newRecord({ id: 'a/1', accountId: 'a', brand: 'wallbox' })],
    patience: () => cloudPatience,
    plan: (id) => {
      asked.push(id);
      return { since: noon, holds: true };
    },
  });
  const read = (state: 'charging' | 'paused', at: number) =>
    tracker.apply('a/1', { kind: 'observed', at, observation: anObservation(state) });
  read('charging', noon);
  expect(read('paused', noon + minute)?.events).toEqual([]);
  tracker.apply('a/1', { kind: 'interrupted' });
  expect(asked).toEqual(['a/1', 'a/1']);
});

describe('since when it could have charged', () => {
  it('is remembered with it, whatever the plan says later', () => {
    const story = firstBlock().planned(undefined).read(40, 'complete', { energyWh: 1500 });
    expect(story.record.session?.plannedSince).toBe(noon + minute);
  });

  it('is known of a charge during which the plan was switched on, and of none before', () => {
    const running = new Story().read(0, 'charging').planned(false).read(2, 'charging');
    expect(running.record.session?.plannedSince).toBe(noon + minute);
    const over = new Story().read(0, 'charging').read(2, 'paused').planned(true).read(4, 'paused');
    expect(over.record.session).not.toHaveProperty('plannedSince');
    const another = over.planned(undefined).read(30, 'available').read(40, 'charging');
    expect(another.record.session).not.toHaveProperty('plannedSince');
  });

  it('is known of one that nobody saw', () => {
    const story = new Story().planned(true).read(0, 'paused', { energyWh: 0 });
    story.gap().read(600, 'complete', { energyWh: 9000 });
    expect(story.record.session).toMatchObject({
      endReason: 'unseen',
      plannedSince: noon + minute,
    });
  });

  it('costs only itself where the file has nonsense, or is of a version that did not know it', () => {
    const { record } = firstBlock().read(22, 'paused', paused(1000));
    const { plannedSince: _p, planPausedAt: _at, ...session } = record.session ?? {};
    const nonsense = { ...session, plannedSince: 'soon', planPausedAt: -1 };
    const read = chargerRecordSchema.parse({ ...record, session: nonsense });
    expect(read).toEqual(chargerRecordSchema.parse({ ...record, session }));
  });
});
