import { describe, expect, it } from 'vitest';
import { lastSeen } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { hour, minute, noon, Story } from './story.ts';

/** A car is connected and takes no power; this charger never says why. */
const silent: ChargerStatus = { state: 'waiting', notSaid: true };
const preparing: ChargerStatus = { state: 'discharging', phase: 'preparing' };
const stopped: ChargerStatus = { state: 'paused', notSaid: true };

describe('a charge whose end is not explained', () => {
  const cases: Record<string, { story: () => Story; told: string[] }> = {
    'ends at the first look that finds no power, and once': {
      story: () =>
        new Story()
          .look(0, 'available')
          .look(1, 'charging')
          .look(60, 'charging')
          .look(61, silent)
          .look(62, silent),
      told: ['pluggedIn', 'chargeStarted', 'chargeEnded:notSaid'],
    },
    'plugged in, charged, killed, found without power right after': {
      story: () =>
        new Story()
          .look(0, 'available')
          .look(1, 'charging')
          .gap()
          .look(4, silent)
          .gap()
          .look(6, silent),
      told: ['pluggedIn', 'chargeStarted', 'chargeEnded:notSaid'],
    },
    'killed, and found without power long after': {
      story: () => new Story().look(0, 'charging').gap().look(480, silent).look(481, silent),
      told: ['chargeEnded:unseen'],
    },
    'a quarter of an hour without a look still counts as seen': {
      story: () => new Story().look(0, 'charging').look(15, silent),
      told: ['chargeEnded:notSaid'],
    },
    'no contact for longer than that, and the end was not seen': {
      story: () => new Story().look(0, 'charging').fail(5).fail(12).look(16, silent),
      told: ['chargeEnded:unseen'],
    },
    'killed after it was told, and the car is gone': {
      story: () => new Story().look(0, 'charging').look(1, silent).gap().look(480, 'available'),
      told: ['chargeEnded:notSaid'],
    },
    'what flows after it is another charge': {
      story: () =>
        new Story()
          .look(0, 'charging')
          .look(1, silent)
          .look(9, 'charging')
          .look(10, silent)
          .look(11, 'available'),
      told: ['chargeEnded:notSaid', 'chargeStarted', 'chargeEnded:notSaid'],
    },
    'unplugged while power flowed': {
      story: () => new Story().look(0, 'charging').look(1, 'available'),
      told: ['chargeStopped:unplugged'],
    },
    'unplugged while nobody looked': {
      story: () => new Story().look(0, 'charging').gap().look(480, 'available'),
      told: ['chargeEnded:unseen'],
    },
    'a fault in between does not end it': {
      story: () => new Story().look(0, 'charging').look(1, 'error').look(2, silent),
      told: ['fault', 'chargeEnded:notSaid', 'faultOver'],
    },
    'powering the house ends it, and what follows is another': {
      story: () =>
        new Story()
          .look(0, 'charging')
          .look(1, 'discharging')
          .look(60, 'charging')
          .look(61, silent),
      told: [
        'chargeStopped:reversed',
        'homePowered',
        'chargeStarted',
        'homePowered',
        'chargeEnded:notSaid',
      ],
    },
    'power without a direction is a charge': {
      story: () => new Story().look(0, silent).look(1, 'transferring').look(2, silent),
      told: ['chargeStarted', 'chargeEnded:notSaid'],
    },
    'power without a direction that went into the house was none': {
      story: () =>
        new Story().look(0, silent).look(1, 'transferring').look(2, 'discharging').look(60, silent),
      told: ['chargeStarted', 'homePowered', 'homePowered'],
    },
    'nor when it took a while and a restart to know': {
      story: () =>
        new Story()
          .look(0, silent)
          .look(1, 'transferring')
          .look(2, 'transferring')
          .gap()
          .look(3, 'discharging')
          .look(4, silent),
      told: ['chargeStarted', 'homePowered', 'homePowered'],
    },
    'once the direction was known, it was a charge': {
      story: () =>
        new Story()
          .look(0, silent)
          .look(1, 'transferring')
          .look(2, 'charging')
          .look(3, 'transferring')
          .look(4, 'discharging')
          .look(5, silent),
      told: ['chargeStarted', 'chargeStopped:reversed', 'homePowered', 'homePowered'],
    },
    'a moment without a direction while the house is powered is no charge': {
      story: () =>
        new Story()
          .look(0, silent)
          .look(1, 'discharging')
          .look(2, 'transferring')
          .look(3, 'discharging')
          .look(4, silent),
      told: ['homePowered', 'homePowered'],
    },
    'nor after a restart, for a quarter of an hour': {
      story: () => new Story().look(0, 'discharging').gap().look(15, 'transferring'),
      told: [],
    },
    'power without a direction for long after that is one': {
      story: () =>
        new Story()
          .look(0, 'discharging')
          .look(15, 'transferring')
          .look(16, 'transferring')
          .look(17, silent),
      told: ['chargeStarted', 'chargeEnded:notSaid', 'homePowered'],
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, told }) => {
    expect(story().kinds()).toEqual(told);
  });
});

describe('when it began and ended', () => {
  it('ended when power was last seen', () => {
    const story = new Story().look(0, silent).look(1, 'charging').look(60, 'charging');
    story.look(61, silent);
    expect(story.record.session).toMatchObject({
      startedAt: noon + minute,
      startSeen: true,
      endedAt: noon + hour,
    });
  });

  it('began when it was first seen, unless nobody had looked for a while', () => {
    const charged = (atMinute: number) => new Story().look(0, silent).look(atMinute, 'charging');
    expect(charged(15).record.session?.startSeen).toBe(true);
    expect(charged(16).record.session?.startSeen).toBe(false);
    const counted = new Story().look(0, 'waiting').look(16, 'charging', { durationMs: 1 });
    expect(counted.record.session?.startSeen).toBe(true);
  });

  it('ended when power was last seen, where the next one began meanwhile', () => {
    const story = new Story()
      .look(0, 'charging', { energyWh: 20_000 })
      .gap()
      .look(480, 'charging', { energyWh: 3000 });
    expect(story.told[0]).toMatchObject({ kind: 'chargeEnded', session: { endedAt: noon } });
  });
});

describe('what a car that takes no power is shown as', () => {
  const cases: Record<string, { story: () => Story; is: ChargerStatus }> = {
    'without a charge, just connected': { story: () => new Story().look(0, silent), is: silent },
    'without a charge, over a restart': {
      story: () => new Story().look(0, silent).gap().look(1, silent),
      is: silent,
    },
    'after a charge, stopped or finished': {
      story: () => new Story().look(0, 'charging').look(1, silent),
      is: stopped,
    },
    'still so at the next look': {
      story: () => new Story().look(0, 'charging').look(1, silent).look(2, silent),
      is: stopped,
    },
    'and after a restart': {
      story: () => new Story().look(0, 'charging').look(1, silent).gap().look(480, silent),
      is: stopped,
    },
    'also when the end was not seen': {
      story: () => new Story().look(0, 'charging').gap().look(480, silent),
      is: stopped,
    },
    'after powering the house in the same stay': {
      story: () =>
        new Story().look(0, 'charging').look(1, silent).look(2, 'discharging').look(3, silent),
      is: stopped,
    },
    'after powering the house without a charge, just connected': {
      story: () => new Story().look(0, preparing).look(1, 'discharging').look(2, silent),
      is: silent,
    },
    'the next car has not charged yet': {
      story: () =>
        new Story().look(0, 'charging').look(1, silent).look(2, 'available').look(3, silent),
      is: silent,
    },
    'nor has the one that came after an unplugged charge': {
      story: () => new Story().look(0, 'charging').look(1, 'available').gap().look(2, silent),
      is: silent,
    },
    'a charger that does say why is believed': {
      story: () => new Story().look(0, 'charging').look(1, 'waiting'),
      is: { state: 'waiting' },
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, is }) => {
    expect(lastSeen(story().record.reading)?.status).toEqual(is);
  });
});
