import { describe, expect, it } from 'vitest';
import { chargerRecordSchema } from '../../../electron/charging/record.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { directPatience } from '../../fixtures/patience.ts';
import { noon, Story } from './story.ts';

const timedOut: Failure = { kind: 'timedOut' };
const changed = (fingerprint: string): Failure => ({
  kind: 'certificateChanged',
  offered: { fingerprint, subject: 'CN=station', validFrom: 1, validTo: 2 },
});
const other = (found: string): Failure => ({ kind: 'otherCharger', found, known: 'SWA12ABC' });

const isAway = ({ record: { reading } }: Story) =>
  reading.certainty === 'outdated' && reading.away === true;

describe('a charger that is asked itself and does not answer', () => {
  const local = () => new Story().with(directPatience);
  const cases: Record<string, { story: () => Story; told: string[]; away: boolean }> = {
    'three times within minutes is nothing': {
      story: () => local().read(0, 'charging').fail(1).fail(3).fail(5),
      told: [],
      away: false,
    },
    'twice in a long time is nothing': {
      story: () => local().read(0, 'charging').fail(1).fail(9),
      told: [],
      away: false,
    },
    'three times and for five minutes is told, once, and so is the return': {
      story: () =>
        local().read(0, 'charging').fail(1).fail(3).fail(6).fail(12).read(13, 'charging'),
      told: ['away', 'back'],
      away: false,
    },
    'whatever the reasons': {
      story: () => local().read(0, 'charging').fail(1).fail(2, timedOut).fail(6),
      told: ['away'],
      away: true,
    },
    'while the vehicle powers the house': {
      story: () => local().read(0, 'discharging').fail(1).fail(2).fail(6),
      told: ['away'],
      away: true,
    },
    'while it only gets ready to': {
      story: () =>
        local().read(0, { state: 'discharging', phase: 'preparing' }).fail(1).fail(2).fail(6),
      told: [],
      away: true,
    },
    'with nothing going on it is gone without a word': {
      story: () => local().read(0, 'available').fail(1).fail(3).fail(7),
      told: [],
      away: true,
    },
    'a look in between starts the count anew': {
      story: () => local().read(0, 'charging').fail(1).fail(2).read(3, 'charging').fail(4).fail(9),
      told: [],
      away: false,
    },
    'so does a restart': {
      story: () => local().read(0, 'charging').fail(1).fail(2).gap().fail(480).fail(485),
      told: [],
      away: false,
    },
    'a restart does not say that it is gone': {
      story: () => local().read(0, 'charging').fail(1).fail(2).fail(6).gap(),
      told: ['away'],
      away: false,
    },
    'told before a restart is not told again after it': {
      story: () =>
        local().read(0, 'charging').fail(1).fail(2).fail(6).gap().fail(7).fail(8).fail(12),
      told: ['away'],
      away: true,
    },
    'the charge ended meanwhile': {
      story: () =>
        local()
          .read(0, 'charging')
          .fail(1)
          .fail(2)
          .fail(6)
          .read(30, { state: 'waiting', notSaid: true }),
      told: ['away', 'chargeEnded', 'back'],
      away: false,
    },
    'one that was never read cannot be gone': {
      story: () => local().fail(1).fail(2).fail(6),
      told: [],
      away: false,
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story: play, told, away }) => {
    const story = play();
    expect(story.told.map(({ kind }) => kind)).toEqual(told);
    expect(isAway(story)).toBe(away);
  });

  it('says what was going on', () => {
    const during = (state: 'charging' | 'discharging') =>
      local().read(0, state).fail(1).fail(2).fail(6).told[0];
    expect(during('charging')).toMatchObject({ kind: 'away', during: 'charge' });
    expect(during('discharging')).toMatchObject({ kind: 'away', during: 'homePower' });
  });
});

describe('a charger whose cloud does not answer', () => {
  const cases: Record<string, { story: Story; told: string[] }> = {
    'for a while': { story: new Story().read(0, 'charging').fail(1).fail(2).fail(15), told: [] },
    'for a quarter of an hour of a charge': {
      story: new Story().read(0, 'charging').fail(1).fail(16),
      told: ['away'],
    },
    'while the vehicle powers the house': {
      story: new Story().read(0, 'discharging').fail(1).fail(16),
      told: ['away'],
    },
    'with nothing going on': { story: new Story().read(0, 'available').fail(1).fail(60), told: [] },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, told }) => {
    expect(story.kinds()).toEqual(told);
    // It may well be there: it is the cloud that is not.
    expect(isAway(story)).toBe(false);
  });
});

describe('something else that answers in its place', () => {
  const cases: Record<string, { story: () => Story; causes: string[] }> = {
    'is told once': {
      story: () => new Story().read(0, 'available').fail(1, changed('AA')).fail(2, changed('AA')),
      causes: ['certificateChanged'],
    },
    'not again after a restart, nor after silence': {
      story: () =>
        new Story()
          .read(0, 'available')
          .fail(1, changed('AA'))
          .gap()
          .fail(2)
          .fail(3, changed('AA')),
      causes: ['certificateChanged'],
    },
    'and another one is told anew': {
      story: () => new Story().read(0, 'available').fail(1, changed('AA')).fail(2, changed('BB')),
      causes: ['certificateChanged', 'certificateChanged'],
    },
    'the same after the known one had answered is news again': {
      story: () =>
        new Story()
          .read(0, 'available')
          .fail(1, changed('AA'))
          .read(2, 'available')
          .fail(3, changed('AA')),
      causes: ['certificateChanged', 'certificateChanged'],
    },
    'another charger, and then another still': {
      story: () =>
        new Story()
          .read(0, 'available')
          .fail(1, other('SWA34DEF'))
          .fail(2, other('SWA34DEF'))
          .fail(3, other('SWA56GHJ')),
      causes: ['otherCharger', 'otherCharger'],
    },
    'also where nothing was ever read': {
      story: () => new Story().fail(0, changed('AA')).fail(1, changed('AA')),
      causes: ['certificateChanged'],
    },
    'other failures are none': {
      story: () => new Story().read(0, 'available').fail(1).fail(2, { kind: 'oldTls' }),
      causes: [],
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, causes }) => {
    expect(story().told.map((event) => event.kind === 'doubt' && event.cause)).toEqual(causes);
  });
});

describe('what was kept by an older ChargeTray', () => {
  it('is read, and its charge is told when it ends', () => {
    const record = chargerRecordSchema.parse({
      id: 'a/1',
      accountId: 'a',
      brand: 'wallbox',
      reading: new Story().read(0, 'charging').record.reading,
      session: { startedAt: noon, startSeen: true, lastPowerAt: noon, samples: [] },
      known: { status: { state: 'charging' }, plugged: 'yes' },
    });
    const story = new Story(record)
      .gap()
      .read(2, 'complete')
      .read(3, 'waiting', { grid: 'powerCut' });
    expect(story.kinds()).toEqual(['chargeEnded:complete']);
  });
});
