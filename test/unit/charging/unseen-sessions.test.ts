import { describe, expect, it } from 'vitest';
import { sessionEnergyWh } from '../../../electron/charging/energy-counter.ts';
import { liveSession } from '../../../electron/charging/live-session.ts';
import { runningSession } from '../../../electron/charging/record.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { minute, noon, Story } from './story.ts';

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

  it('are two also where they took the same and the second one came as the first one left', () => {
    const story = new Story()
      .read(0, 'available', { ...kwh(1.6), ...connected(70) })
      .gap()
      .read(35, 'error', { ...kwh(1.6), ...connected(35) })
      .read(40, 'available', { ...kwh(1.6), ...connected(36) });
    expect(ends(story)).toEqual([['unplugged', 1600]]);
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

describe('when a session ended that went on unseen', () => {
  const endedAt = (story: Story) =>
    story.told.flatMap((event) =>
      'session' in event ? [((event.session.endedAt ?? 0) - noon) / minute] : [],
    );
  const strong = { powerW: 6000 };

  it('is after its counter was last read, however long it was held back before that', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0), ...strong })
      .read(5, 'scheduled', kwh(0.3))
      .read(1200, 'scheduled', kwh(0.3))
      .gap()
      .read(1500, 'complete', kwh(6.3));
    expect(endedAt(story)).toEqual([1250]);
  });

  it('is by what a reading found it to have, although a later one finds its end', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0), ...strong })
      .gap()
      .read(300, 'error', kwh(6))
      .read(305, 'available', kwh(6));
    expect(endedAt(story)).toEqual([60]);
  });

  it('is not by a counter that its cloud shows while the charger is away', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0), ...strong })
      .read(300, 'offline', kwh(0))
      .read(600, 'complete', kwh(6));
    expect(endedAt(story)).toEqual([60]);
  });
});

describe('the numbers of a session', () => {
  it('are without those of a car that has come and gone since', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0.2), ...connected(60) })
      .gap()
      .read(120, 'available', { ...kwh(0.4), ...connected(2) });
    expect(ends(story)).toEqual([['unseen', 200]]);
  });

  it('do not count the time for which its car has been gone', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(6), ...connected(60), powerW: 6000 })
      .read(10, 'available', { ...kwh(6.1), ...connected(61) });
    const [end] = story.told;
    const session = end && 'session' in end ? liveSession(end.session) : undefined;
    expect(session && sessionSpanMs(session, story.record.reading)).toBe(61 * minute);
  });

  it('stand under a start of its own, also where another one began in the same moment', () => {
    const story = new Story()
      .read(0, 'charging', kwh(0))
      .read(0, 'available', kwh(0.6))
      .read(0, 'charging', kwh(0));
    const [first] = story.told.flatMap((event) => ('session' in event ? [event.session] : []));
    expect(runningSession(story.record)?.startedAt).not.toBe(first?.startedAt);
  });
});

describe('a session of minutes between two readings that follow each other soon', () => {
  const rested = () =>
    new Story()
      .read(0, 'charging', { ...kwh(0), powerW: 22_000 })
      .read(10, 'complete', kwh(3.6))
      .read(15, 'available', kwh(3.6))
      .read(30, 'available', kwh(3.6));

  it('is told once no counter lags behind any more', () => {
    const story = rested()
      .read(35, 'available', { ...kwh(1.1), ...connected(3) })
      .read(39, 'available', { ...kwh(1.1), ...connected(3) });
    expect(ends(story)).toHaveLength(1);
    story.read(44, 'available', { ...kwh(1.1), ...connected(3) });
    story.read(60, 'available', { ...kwh(1.1), ...connected(3) });
    expect(ends(story)).toEqual([
      ['complete', 3600],
      ['unseen', 1100],
    ]);
  });

  it('is one with what is seen to flow before that', () => {
    const story = rested()
      .read(32, 'waiting', { ...kwh(0), ...connected(1) })
      .read(36, 'waiting', { ...kwh(0.9), ...connected(5) })
      .read(38, 'charging', { ...kwh(1.4), ...connected(7) })
      .read(60, 'complete', { ...kwh(5), ...connected(29) });
    expect(ends(story).at(-1)).toEqual(['complete', 5000]);
  });

  it('is none where a full car has taken a little before it left', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0), ...connected(1) })
      .read(40, 'complete', { ...kwh(0.8), ...connected(41) })
      .read(60, 'complete', { ...kwh(0.8), ...connected(61) })
      .read(65, 'available', { ...kwh(0.95), ...connected(65) })
      .read(78, 'available', { ...kwh(0.95), ...connected(65) });
    expect(ends(story)).toEqual([['complete', 800]]);
  });

  it('is none where the counter may lag behind the session before', () => {
    const story = new Story()
      .read(0, 'charging', { ...kwh(0), powerW: 22_000 })
      .read(10, 'complete', kwh(3))
      .read(15, 'complete', kwh(6))
      .read(30, 'complete', kwh(6));
    expect(ends(story)).toEqual([['complete', 3000]]);
  });
});
