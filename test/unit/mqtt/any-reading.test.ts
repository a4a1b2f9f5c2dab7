import { expect, it } from 'vitest';
import type { ChargerRecord } from '../../../electron/charging/record.ts';
import { stateNames } from '../../../electron/mqtt/charger-message.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { Reading } from '../../../shared/domain/charger/reading.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { fc } from '../../fixtures/properties.ts';
import { brokenRules } from '../../simulators/broker/home-assistant-rules.ts';
import { aRecord, PublisherKit } from './publisher-kit.ts';

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const at = Date.UTC(2026, 10, 21, 12);
const yes = fc.constant(true as const);

const abilities = fc.record({
  pause: maybe(yes),
  schedule: maybe(yes),
  lock: maybe(yes),
  limit: maybe(fc.constant({ minA: 6, maxA: 32 })),
});

const observation: fc.Arbitrary<Observation> = fc
  .record({
    state: fc.constantFrom(...(stateNames as ChargerStatus['state'][])),
    name: fc.string(),
    model: maybe(fc.string()),
    powerW: maybe(fc.double({ min: -50_000, max: 50_000, noNaN: true })),
    limitA: maybe(fc.integer({ min: -40, max: 80 })),
    locked: maybe(fc.boolean()),
    plugged: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    mayCommand: maybe(fc.boolean()),
    abilities,
  })
  .map(({ state, ...more }) => anObservation(state, more));

const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.constant<Reading>({ certainty: 'never' }),
  observation.map((one): Reading => ({ certainty: 'current', at, observation: one })),
  observation.map((one): Reading => ({ certainty: 'outdated', at, since: at, observation: one })),
  maybe(observation).map((one): Reading => ({ certainty: 'signInNeeded', at, observation: one })),
);

const session: fc.Arbitrary<ChargerRecord['session']> = maybe(
  fc.record({
    startedAt: fc.constant(at - 3_600_000),
    startSeen: fc.boolean(),
    lastPowerAt: fc.constant(at),
    energyWh: maybe(fc.double({ min: 0, max: 200_000, noNaN: true })),
    baseWh: maybe(fc.double({ min: -1000, max: 100_000, noNaN: true })),
    samples: fc.constant([]),
  }),
);

const record = fc
  .record({ reading, session })
  .map(({ reading: one, session: two }) => aRecord(one, two ? { session: two } : {}));

it('whatever is read of a charger, Home Assistant takes all that is said of it', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 8 }), fc.boolean(), (records, commands) => {
      const kit = new PublisherKit({ commands });
      for (const one of records) kit.read(one);
      expect(brokenRules(kit.said)).toEqual([]);
    }),
  );
});

it('what is not known is null, and never 0', () => {
  fc.assert(
    fc.property(record, (one) => {
      const kit = new PublisherKit();
      kit.read(one);
      const [said] = kit.all('a_1/state');
      const seen = one.reading.certainty === 'never' ? undefined : one.reading.observation;
      if (seen?.powerW === undefined) expect(said?.power).toBeNull();
      if (one.session?.energyWh === undefined) expect(said?.session_energy).toBeNull();
      if (seen?.limitA === undefined) expect(said?.limit).toBeNull();
      if (seen === undefined) {
        expect(said).toMatchObject({ state: null, plugged_in: null, fault: null, lock: null });
      }
      const isThere = one.reading.certainty === 'current';
      expect(kit.words('availability')).toEqual([isThere ? 'online' : 'offline']);
    }),
  );
});
