import { describe, expect, it } from 'vitest';
import { sessionEnergyWh } from '../../../electron/charging/energy-counter.ts';
import { runningSession } from '../../../electron/charging/record.ts';
import { Story } from './story.ts';

const kwh = (n: number) => ({ energyWh: n * 1000 });
const connected = (minutes: number) => ({ durationMs: minutes * 60_000 });

/** Reason and energy of each end that was told. */
function ends(story: Story): (readonly [string | undefined, number | undefined])[] {
  return story.told.flatMap((event) =>
    'session' in event ? [[event.session.endReason, sessionEnergyWh(event.session)] as const] : [],
  );
}

describe('a session of which the first reading after a sleep finds the charger held back', () => {
  const held = ['queued', 'scheduled', 'error', 'offline', 'updating', 'unknown'] as const;
  const found = (state: (typeof held)[number]) =>
    new Story()
      .read(0, 'waiting', { ...kwh(0), ...connected(1) })
      .gap()
      .read(480, state, { ...kwh(8), ...connected(481) });

  it.each(held)('by %s goes on, and is told when its car leaves', (state) => {
    const story = found(state);
    expect(story.kinds().filter((kind) => kind.startsWith('charge'))).toEqual([]);
    expect(runningSession(story.record)).toMatchObject({ startSeen: false, energyWh: 8000 });
    story.read(490, 'available', { ...kwh(8), ...connected(485) });
    story.read(500, 'available', { ...kwh(8), ...connected(485) });
    expect(ends(story)).toEqual([['unplugged', 8000]]);
  });

  it('is one with what flows after it', () => {
    const story = found('scheduled')
      .read(482, 'charging', { ...kwh(8.2), ...connected(483) })
      .read(540, 'complete', { ...kwh(12), ...connected(541) });
    expect(ends(story)).toEqual([['complete', 12_000]]);
  });
});

describe('two cars with nothing but silence between them', () => {
  it('are told apart although the charger said no numbers while it was away', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0), ...connected(0) })
      .read(20, 'charging', { ...kwh(3), ...connected(20) })
      .read(22, 'offline')
      .read(27, 'charging', { ...kwh(0.5), ...connected(4) })
      .read(60, 'complete', { ...kwh(5), ...connected(37) });
    expect(ends(story)).toEqual([
      ['unseen', 3000],
      ['complete', 5000],
    ]);
  });

  it('are two although the first one was read only once', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(6), ...connected(60) })
      .gap()
      .read(300, 'complete', { ...kwh(4), ...connected(120) });
    expect(ends(story)).toEqual([
      ['unseen', 6000],
      ['unseen', 4000],
    ]);
  });

  it('are found by the counter also where the reading before a sleep did not say it', () => {
    const story = new Story()
      .read(0, 'available', kwh(0))
      .read(2, 'offline')
      .gap()
      .read(300, 'complete', kwh(4));
    expect(ends(story)).toEqual([['unseen', 4000]]);
  });
});
