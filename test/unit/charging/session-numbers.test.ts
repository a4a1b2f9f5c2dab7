import { describe, expect, it } from 'vitest';
import { needsSecondOpinion } from '../../../electron/charging/record.ts';
import { reduce } from '../../../electron/charging/reduce.ts';
import { reduceSession } from '../../../electron/charging/reduce-session.ts';
import { stayOf } from '../../../electron/charging/stay.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { cloudPatience } from '../../fixtures/patience.ts';
import { hour, minute, noon, Story } from './story.ts';

const kwh = (n: number) => ({ energyWh: n * 1000 });

describe('the end of a charge', () => {
  it('is not before power was last seen, though its counter was corrected', () => {
    const { record } = new Story()
      .read(0, 'waiting', kwh(4))
      .read(2, 'charging', { ...kwh(5), powerW: 7000 })
      .read(4, 'paused', { ...kwh(4.95), powerW: 0 });
    expect(record.session?.endedAt).toBe(noon + 2 * minute);
  });

  it('is not later than now, though the clock was set back', () => {
    const { record } = new Story()
      .read(0, 'waiting')
      .read(60, 'charging', { powerW: undefined })
      .read(2, 'complete');
    expect(record.session?.endedAt).toBe(noon + 2 * minute);
  });

  it('was seen by nobody where nothing was read for long before', () => {
    const session = { startedAt: noon, startSeen: true, lastPowerAt: noon, samples: [] };
    const known = { validForMs: 0, outwards: false, flowed: false };
    const step = { session, before: undefined, ...known };
    const reasonAt = (at: number) =>
      reduceSession({ ...step, observation: anObservation('available'), at })?.endReason;
    expect(reasonAt(noon + hour)).toBe('unseen');
    expect(reasonAt(noon + minute)).toBe('unplugged');
  });
});

it('a car that comes after another one whose charge was interrupted was not seen to begin', () => {
  const { record } = new Story()
    .read(0, 'charging', kwh(5))
    .read(2, 'queued', kwh(5))
    .read(9, 'charging', kwh(0.2));
  expect(record.session).toMatchObject({ startedAt: noon + 9 * minute, startSeen: false });
});

it('a car that was full a moment ago is asked about again only while it waits', () => {
  const waiting = new Story().read(0, 'charging', kwh(1)).read(2, 'waiting', kwh(1));
  expect(needsSecondOpinion(waiting.record)).toBe(true);
  expect(needsSecondOpinion(waiting.read(4, 'offline').record)).toBe(false);
});

it('the picture of a charge knows the limit of its time', () => {
  const { record } = new Story()
    .read(0, 'charging', { limitA: 16 })
    .read(2, 'charging', { limitA: undefined });
  expect(record.session?.samples.map(({ limitA }) => limitA)).toEqual([16, undefined]);
});

it("a car that came just before the last look, by the charger's clock, is another one", () => {
  const before = {
    at: noon,
    knownAt: noon,
    observation: anObservation('charging', { durationMs: hour }),
  };
  const connectedFor = (ms: number) =>
    stayOf({
      before,
      observation: anObservation('charging', { durationMs: ms }),
      at: noon + 10 * minute,
    });
  expect(connectedFor(10.5 * minute)).toBe('new');
  // Its own count went back, but not to where another car could have come.
  expect(connectedFor(12 * minute)).toBe('same');
});

it('a charger that asks for a sign-in is as old as its last reading', () => {
  const { record } = new Story()
    .read(0, 'charging')
    .fail(2, { kind: 'signInNeeded', cause: 'refused' });
  expect(record.reading).toMatchObject({ certainty: 'signInNeeded', at: noon });
});

it('a reply to a wish changes settings, and not what the charger does', () => {
  const { record } = new Story().read(0, 'charging', { vendorCode: '194', limitA: 16 });
  const observation = anObservation('paused', { vendorCode: '182', limitA: 10 });
  const { reading } = reduce(record, { kind: 'replied', observation }, cloudPatience);
  expect(reading).toMatchObject({
    observation: { limitA: 10, vendorCode: '194', status: { state: 'charging' } },
  });
});
