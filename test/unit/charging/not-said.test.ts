import { describe, expect, it } from 'vitest';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
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
          .read(0, 'available')
          .read(1, 'charging')
          .read(60, 'charging')
          .read(61, silent)
          .read(62, silent),
      told: ['pluggedIn', 'chargeStarted', 'chargeEnded:notSaid'],
    },
    'plugged in, charged, killed, found without power right after': {
      story: () =>
        new Story()
          .read(0, 'available')
          .read(1, 'charging')
          .gap()
          .read(4, silent)
          .gap()
          .read(6, silent),
      told: ['pluggedIn', 'chargeStarted', 'chargeEnded:notSaid'],
    },
    'killed, and found without power long after': {
      story: () => new Story().read(0, 'charging').gap().read(480, silent).read(481, silent),
      told: ['chargeEnded:unseen'],
    },
    'a quarter of an hour without a look still counts as seen': {
      story: () => new Story().read(0, 'charging').read(15, silent),
      told: ['chargeEnded:notSaid'],
    },
    'no contact for longer than that, and the end was not seen': {
      story: () => new Story().read(0, 'charging').fail(5).fail(12).read(16, silent),
      told: ['chargeEnded:unseen'],
    },
    'killed after it was told, and the car is gone': {
      story: () => new Story().read(0, 'charging').read(1, silent).gap().read(480, 'available'),
      told: ['chargeEnded:notSaid'],
    },
    'what flows after it is another charge': {
      story: () =>
        new Story()
          .read(0, 'charging')
          .read(1, silent)
          .read(9, 'charging')
          .read(10, silent)
          .read(11, 'available'),
      told: ['chargeEnded:notSaid', 'chargeStarted', 'chargeEnded:notSaid'],
    },
    'unplugged while power flowed': {
      story: () => new Story().read(0, 'charging').read(1, 'available'),
      told: ['chargeStopped:unplugged'],
    },
    'unplugged while nobody looked': {
      story: () => new Story().read(0, 'charging').gap().read(480, 'available'),
      told: ['chargeEnded:unseen'],
    },
    'a fault in between does not end it': {
      story: () => new Story().read(0, 'charging').read(1, 'error').read(2, silent),
      told: ['fault', 'chargeEnded:notSaid', 'faultOver'],
    },
    'powering the house ends it, and what follows is another': {
      story: () =>
        new Story()
          .read(0, 'charging')
          .read(1, 'discharging')
          .read(60, 'charging')
          .read(61, silent),
      told: [
        'chargeStopped:reversed',
        'homePowered',
        'chargeStarted',
        'homePowered',
        'chargeEnded:notSaid',
      ],
    },
    'power without a direction is a charge': {
      story: () => new Story().read(0, silent).read(1, 'transferring').read(2, silent),
      told: ['chargeStarted', 'chargeEnded:notSaid'],
    },
    'power without a direction that went into the house was none': {
      story: () =>
        new Story().read(0, silent).read(1, 'transferring').read(2, 'discharging').read(60, silent),
      told: ['chargeStarted', 'homePowered', 'homePowered'],
    },
    'nor when it took a while and a restart to know': {
      story: () =>
        new Story()
          .read(0, silent)
          .read(1, 'transferring')
          .read(2, 'transferring')
          .gap()
          .read(3, 'discharging')
          .read(4, silent),
      told: ['chargeStarted', 'homePowered', 'homePowered'],
    },
    'once the direction was known, it was a charge': {
      story: () =>
        new Story()
          .read(0, silent)
          .read(1, 'transferring')
          .read(2, 'charging')
          .read(3, 'transferring')
          .read(4, 'discharging')
          .read(5, silent),
      told: ['chargeStarted', 'chargeStopped:reversed', 'homePowered', 'homePowered'],
    },
    'a moment without a direction while the house is powered is no charge': {
      story: () =>
        new Story()
          .read(0, silent)
          .read(1, 'discharging')
          .read(2, 'transferring')
          .read(3, 'discharging')
          .read(4, silent),
      told: ['homePowered', 'homePowered'],
    },
    'nor after a restart, for a quarter of an hour': {
      story: () => new Story().read(0, 'discharging').gap().read(15, 'transferring'),
      told: [],
    },
    'power without a direction for long after that is one': {
      story: () =>
        new Story()
          .read(0, 'discharging')
          .read(15, 'transferring')
          .read(16, 'transferring')
          .read(17, silent),
      told: ['chargeStarted', 'chargeEnded:notSaid', 'homePowered'],
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, told }) => {
    expect(story().kinds()).toEqual(told);
  });
});

describe('when it began and ended', () => {
  it('ended when power was last seen', () => {
    const story = new Story().read(0, silent).read(1, 'charging').read(60, 'charging');
    story.read(61, silent);
    expect(story.record.session).toMatchObject({
      startedAt: noon + minute,
      startSeen: true,
      endedAt: noon + hour,
    });
  });

  it('began when it was first seen, unless nobody had looked for a while', () => {
    const charged = (atMinute: number) => new Story().read(0, silent).read(atMinute, 'charging');
    expect(charged(15).record.session?.startSeen).toBe(true);
    expect(charged(16).record.session?.startSeen).toBe(false);
    const counted = new Story().read(0, 'waiting').read(16, 'charging', { durationMs: 1 });
    expect(counted.record.session?.startSeen).toBe(true);
  });

  it('ended when power was last seen, where the next one began meanwhile', () => {
    const story = new Story()
      .read(0, 'charging', { energyWh: 20_000 })
      .gap()
      .read(480, 'charging', { energyWh: 3000 });
    expect(story.told[0]).toMatchObject({ kind: 'chargeEnded', session: { endedAt: noon } });
  });
});

describe('what a car that takes no power is shown as', () => {
  const cases: Record<string, { story: () => Story; is: ChargerStatus }> = {
    'without a charge, just connected': { story: () => new Story().read(0, silent), is: silent },
    'without a charge, over a restart': {
      story: () => new Story().read(0, silent).gap().read(1, silent),
      is: silent,
    },
    'after a charge, stopped or finished': {
      story: () => new Story().read(0, 'charging').read(1, silent),
      is: stopped,
    },
    'still so at the next look': {
      story: () => new Story().read(0, 'charging').read(1, silent).read(2, silent),
      is: stopped,
    },
    'and after a restart': {
      story: () => new Story().read(0, 'charging').read(1, silent).gap().read(480, silent),
      is: stopped,
    },
    'also when the end was not seen': {
      story: () => new Story().read(0, 'charging').gap().read(480, silent),
      is: stopped,
    },
    'after powering the house in the same stay': {
      story: () =>
        new Story().read(0, 'charging').read(1, silent).read(2, 'discharging').read(3, silent),
      is: stopped,
    },
    'after powering the house without a charge, just connected': {
      story: () => new Story().read(0, preparing).read(1, 'discharging').read(2, silent),
      is: silent,
    },
    'the next car has not charged yet': {
      story: () =>
        new Story().read(0, 'charging').read(1, silent).read(2, 'available').read(3, silent),
      is: silent,
    },
    'nor has the one that came after an unplugged charge': {
      story: () => new Story().read(0, 'charging').read(1, 'available').gap().read(2, silent),
      is: silent,
    },
    'a charger that does say why is believed': {
      story: () => new Story().read(0, 'charging').read(1, 'waiting'),
      is: { state: 'waiting' },
    },
  };

  it.each(Object.entries(cases))('%s', (_name, { story, is }) => {
    expect(lastObservation(story().record.reading)?.status).toEqual(is);
  });
});
