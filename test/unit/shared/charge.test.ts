import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { Charge } from '../../../shared/domain/session/charge.ts';
import { chargeSpanMs } from '../../../shared/domain/session/charge-span.ts';
import { observation } from '../../fixtures/observations.ts';

const minute = 60_000;
const charge: Charge = { startedAt: 0, startSeen: true, lastPowerAt: 0, samples: [] };
const connected = { ms: 99 * minute, at: 14 * minute };
const seen = observation('charging', { durationMs: 99 * minute });
const current: Reading = { certainty: 'current', at: 14 * minute, seen };

describe('how long a charge has lasted', () => {
  const table: Record<string, { charge: Charge; reading: Reading; minutes: number | undefined }> = {
    'until the last look': { charge, reading: current, minutes: 14 },
    'until the last look, also when that is long ago': {
      charge,
      reading: { certainty: 'outdated', at: 14 * minute, since: 20 * minute, seen },
      minutes: 14,
    },
    'until its end': { charge: { ...charge, endedAt: 5 * minute }, reading: current, minutes: 5 },
    'as the charger counts, when nobody saw it begin': {
      charge: { ...charge, startSeen: false, connected },
      reading: current,
      minutes: 99,
    },
    'as the charger counted until the end, however long the car stays after it': {
      charge: { ...charge, startSeen: false, connected, endedAt: 12 * minute },
      reading: { certainty: 'current', at: 500 * minute, seen },
      minutes: 97,
    },
    'unknown, when nobody saw it begin and the charger does not count': {
      charge: { ...charge, startSeen: false },
      reading: { certainty: 'current', at: 14 * minute, seen: observation('charging') },
      minutes: undefined,
    },
    'unknown without a reading': { charge, reading: { certainty: 'never' }, minutes: undefined },
    'unknown before a sign-in': {
      charge,
      reading: { certainty: 'signInNeeded' },
      minutes: undefined,
    },
    'never less than nothing, whatever the clocks say': {
      charge: { ...charge, startedAt: 20 * minute },
      reading: current,
      minutes: 0,
    },
  };

  it.each(Object.entries(table))('%s', (_name, given) => {
    const expected = given.minutes === undefined ? undefined : given.minutes * minute;
    expect(chargeSpanMs(given.charge, given.reading)).toBe(expected);
  });
});
