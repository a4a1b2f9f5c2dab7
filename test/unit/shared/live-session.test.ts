import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { LiveSession } from '../../../shared/domain/session/live-session.ts';
import { sessionSpanMs } from '../../../shared/domain/session/session-span.ts';
import { anObservation } from '../../fixtures/observations.ts';

const minute = 60_000;
const session: LiveSession = { startedAt: 0, startSeen: true, lastPowerAt: 0, samples: [] };
const connected = { ms: 99 * minute, at: 14 * minute };
const observation = anObservation('charging', { durationMs: 99 * minute });
const current: Reading = { certainty: 'current', at: 14 * minute, observation };

describe('how long a charge has lasted', () => {
  const table: Record<
    string,
    { session: LiveSession; reading: Reading; minutes: number | undefined }
  > = {
    'until the last look': { session, reading: current, minutes: 14 },
    'until the last look, also when that is long ago': {
      session,
      reading: { certainty: 'outdated', at: 14 * minute, since: 20 * minute, observation },
      minutes: 14,
    },
    'until its end': { session: { ...session, endedAt: 5 * minute }, reading: current, minutes: 5 },
    'as the charger counts, when nobody saw it begin': {
      session: { ...session, startSeen: false, connected },
      reading: current,
      minutes: 99,
    },
    'as the charger counted until the end, however long the car stays after it': {
      session: { ...session, startSeen: false, connected, endedAt: 12 * minute },
      reading: { certainty: 'current', at: 500 * minute, observation },
      minutes: 97,
    },
    'unknown, when nobody saw it begin and the charger does not count': {
      session: { ...session, startSeen: false },
      reading: { certainty: 'current', at: 14 * minute, observation: anObservation('charging') },
      minutes: undefined,
    },
    'unknown without a reading': { session, reading: { certainty: 'never' }, minutes: undefined },
    'unknown before a sign-in': {
      session,
      reading: { certainty: 'signInNeeded' },
      minutes: undefined,
    },
    'never less than nothing, whatever the clocks say': {
      session: { ...session, startedAt: 20 * minute },
      reading: current,
      minutes: 0,
    },
  };

  it.each(Object.entries(table))('%s', (_name, given) => {
    const expected = given.minutes === undefined ? undefined : given.minutes * minute;
    expect(sessionSpanMs(given.session, given.reading)).toBe(expected);
  });
});
