import { describe, expect, it } from 'vitest';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { minute, noon, Story } from './story.ts';

const silent: ChargerStatus = { state: 'waiting', notSaid: true };

/** A station whose car takes power for a minute and none for the next, over and over. */
function flapping(minutes: number): Story {
  const story = new Story().read(0, 'available').read(1, silent);
  for (let at = 2; at < minutes; at += 2) story.read(at, 'charging').read(at + 1, silent);
  return story;
}

const ends = (story: Story) => story.kinds().filter((kind) => kind.startsWith('chargeEnded'));

describe('a charge that ends and goes on, over and over', () => {
  it('is told once, and summed up once when it has come to rest', () => {
    const story = flapping(24);
    expect(story.kinds()).toEqual(['pluggedIn', 'chargeStarted', 'chargeEnded:notSaid']);
    for (let at = 25; at < 60; at += 1) story.read(at, silent);
    expect(ends(story)).toEqual(['chargeEnded:notSaid', 'chargeEnded:notSaid']);
    expect(story.told.at(-1)).toMatchObject({
      session: { startedAt: noon + 2 * minute, endedAt: noon + 22 * minute },
    });
  });

  it('is held back for as long as it may still go on', () => {
    const heldAt = (at: number) => flapping(24).read(at, silent).record.session?.heldSince;
    expect(heldAt(26)).toBe(noon + 23 * minute);
    expect(heldAt(29)).toBeUndefined();
  });

  it('is summed up at once when the car leaves', () => {
    const story = flapping(24).read(24, 'available').read(25, 'available');
    expect(ends(story)).toHaveLength(2);
    const full = flapping(24).read(24, 'charging').read(25, 'available');
    expect(full.kinds().slice(-1)).toEqual(['chargeStopped:unplugged']);
  });

  it('is summed up also after a restart and long after, once', () => {
    const story = flapping(24).gap().read(480, silent).gap().read(481, silent);
    expect(ends(story)).toHaveLength(2);
  });

  it('is summed up before another one begins', () => {
    const story = flapping(24).gap().read(480, 'charging').read(481, silent);
    expect(ends(story)).toHaveLength(3);
    const [, summed, other] = story.told.filter(({ kind }) => kind === 'chargeEnded');
    expect(summed).toMatchObject({ session: { startedAt: noon + 2 * minute } });
    expect(other).toMatchObject({ session: { startedAt: noon + 480 * minute } });
  });

  it('is one that its charger calls full again and again', () => {
    const story = new Story().read(0, 'available');
    for (let at = 2; at < 60; at += 8) {
      story.read(at, 'charging', { energyWh: at * 100 }).read(at + 2, 'charging');
      story.read(at + 4, 'waiting').read(at + 6, 'waiting');
    }
    expect(ends(story)).toEqual(['chargeEnded:complete']);
    for (let at = 64; at < 90; at += 2) story.read(at, 'waiting', { energyWh: 5800 });
    expect(ends(story)).toEqual(['chargeEnded:complete', 'chargeEnded:complete']);
    expect(story.told.at(-1)).toMatchObject({ session: { toldWh: 200, energyWh: 5800 } });
  });

  it('is one that somebody or something pauses and resumes', () => {
    const story = new Story().read(0, 'available');
    for (let at = 2; at < 30; at += 4) story.read(at, 'charging').read(at + 2, 'paused');
    const stops = () => story.kinds().filter((kind) => kind === 'chargeStopped:paused');
    expect(stops()).toHaveLength(2);
    for (let at = 30; at < 60; at += 2) story.read(at, 'paused');
    expect(stops()).toHaveLength(3);
  });

  it('is two where power comes back later', () => {
    const story = new Story().read(0, 'charging').read(1, silent).read(7, 'charging');
    expect(story.read(8, silent).kinds()).toEqual([
      'chargeEnded:notSaid',
      'chargeStarted',
      'chargeEnded:notSaid',
    ]);
  });
});
