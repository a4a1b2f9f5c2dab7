import { describe, expect, it } from 'vitest';
import type { PlanView } from '../../../shared/domain/price/charge-plan.ts';
import { anObservation } from '../../fixtures/observations.ts';
import { brokenRules } from '../../simulators/broker/home-assistant-rules.ts';
import { aRecord, PublisherKit } from './publisher-kit.ts';

const at = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;
const charging = anObservation('charging', { powerW: 7200, locked: false, limitA: 16 });
const current = (observation = charging, when = at) =>
  aRecord({ certainty: 'current', at: when, observation });

describe('what is said of a charger', () => {
  it('is said at once, and only once', () => {
    const kit = new PublisherKit();
    kit.read(current());
    const before = kit.said.length;
    const record = current({ ...charging, powerW: 3600 });
    kit.read(record);
    kit.read(record);
    kit.show();
    expect(kit.said.slice(before).map(({ topic }) => topic)).toEqual([
      'chargetray/k3x9q2/a_1/state',
    ]);
    expect(kit.all('a_1/state').at(-1)).toMatchObject({
      power: 3600,
      as_of: '2026-11-21T12:00:00.000Z',
    });
  });

  it('of how long a car has been there is nothing that changes every second', () => {
    const kit = new PublisherKit();
    kit.read(current({ ...charging, durationMs: 1000 }));
    const before = kit.said.length;
    kit.read(current({ ...charging, durationMs: 2000 }));
    expect(kit.said).toHaveLength(before);
  });

  it('that is no longer current is not there to be taken, but for how old it is', () => {
    const kit = new PublisherKit();
    kit.read(current());
    kit.read(aRecord({ certainty: 'outdated', at, since: at, observation: charging }));
    expect(kit.words('availability')).toEqual(['online', 'offline']);
    expect(kit.all('a_1/state').at(-1)).toMatchObject({ certainty: 'outdated', state: 'charging' });
    const { components } = kit.all('a_1/config').at(-1) as {
      components: Record<string, { availability?: unknown }>;
    };
    expect(components.as_of?.availability).toEqual([{ topic: 'chargetray/k3x9q2/status' }]);
    expect(components.power?.availability).toBeUndefined();
  });

  it('stays there for as long as the last reading speaks for it, and one lost answer is nothing', async () => {
    const kit = new PublisherKit();
    const now = kit.clock.now();
    const read = { at: now, observation: charging };
    const more = { validForMs: 5 * minute };
    kit.read(aRecord({ certainty: 'current', ...read }, more));
    kit.read(aRecord({ certainty: 'outdated', since: now, ...read }, more));
    await kit.clock.advance(4 * minute);
    kit.read(aRecord({ certainty: 'current', ...read, at: now + 4 * minute }, more));
    await kit.clock.advance(4 * minute);
    expect(kit.words('availability')).toEqual(['online']);
    kit.read(aRecord({ certainty: 'outdated', since: now, ...read, at: now + 4 * minute }, more));
    await kit.clock.advance(minute);
    expect(kit.words('availability')).toEqual(['online', 'offline']);
    kit.read(aRecord({ certainty: 'current', ...read, at: now + 9 * minute }, more));
    kit.read(aRecord({ certainty: 'outdated', since: now, ...read, away: true }, more));
    expect(kit.words('availability')).toEqual(['online', 'offline', 'online', 'offline']);
  });

  it('that is out of reach has no values', () => {
    const kit = new PublisherKit();
    kit.read(
      current(anObservation('offline', { powerW: 0, energyWh: 0, limitA: 16, locked: true })),
    );
    expect(kit.all('a_1/state')).toEqual([
      expect.objectContaining({
        ...{ state: 'offline', power: null, session_energy: null, limit: null, lock: null },
        ...{ fault: null, plugged_in: null, charging: null },
      }),
    ]);
  });

  it('keeps what can be set while it is out of reach, and loses what an account may not', () => {
    const kit = new PublisherKit();
    kit.read(current());
    kit.read(current(anObservation('offline', { abilities: {} })));
    expect(Object.keys(kit.all('a_1/config').at(-1)?.components ?? {})).toContain('lock');
    kit.read(current({ ...charging, mayCommand: false }));
    const { components } = kit.all('a_1/config').at(-1) as { components: object };
    expect(Object.keys(components)).not.toContain('lock');
    expect(Object.keys(components)).toContain('locked');
    expect(brokenRules(kit.said)).toEqual([]);
  });

  it('is its session as it was measured, whatever its owner corrects', () => {
    const kit = new PublisherKit();
    const session = {
      ...{ startedAt: at - 60 * minute, startSeen: true, lastPowerAt: at, samples: [] },
      ...{ energyWh: 12_000, baseWh: 1010, endedAt: at },
    };
    const numbers = { startedAt: at - 60 * minute, endedAt: at, energyWh: 5000 };
    const ownersWord = { kind: 'corrected', ...numbers } as const;
    kit.read({ ...current(), session: { ...session, ownersWord } });
    kit.read({ ...current(), session: { ...session, ownersWord: { kind: 'deleted' } } });
    const energies = kit.all('a_1/state').map((one) => one.session_energy);
    expect(energies).toEqual([10.99, null]);
  });

  it('is when it charges next, by its plan or its schedule', () => {
    const kit = new PublisherKit();
    const { now } = { now: kit.clock.now() };
    const waits = anObservation({ state: 'scheduled', nextStartAt: now + minute });
    kit.read(current(waits));
    const block = { from: now + 2 * minute, until: now + 3 * minute };
    const status = { kind: 'waiting', keptBy: 'computer' } as const;
    kit.plans.set('a/1', { status, blocks: [block] } as unknown as PlanView);
    kit.show();
    expect(kit.all('a_1/state').map(({ plan, next_start }) => [plan, next_start])).toEqual([
      ['off', new Date(now + minute).toISOString()],
      ['waiting', new Date(now + 2 * minute).toISOString()],
    ]);
  });
});

it('the price of the hour moves on by itself', async () => {
  const kit = new PublisherKit();
  const now = kit.clock.now();
  const slots = [
    { from: now, until: now + 60 * minute, perKwh: '0.2134' },
    { from: now + 60 * minute, until: now + 120 * minute, perKwh: '-0.01' },
  ];
  const market = { area: 'NL', source: 'energyCharts' } as const;
  kit.known = { market, series: { currency: 'EUR', vatIncluded: true, slots } };
  kit.show();
  await kit.clock.advance(60 * minute);
  await kit.clock.advance(60 * minute);
  expect(kit.all('k3x9q2/state')).toEqual([
    { price: null, currency: null, vat_included: null },
    { price: 0.2134, currency: 'EUR', vat_included: true },
    { price: -0.01, currency: 'EUR', vat_included: true },
    { price: null, currency: 'EUR', vat_included: true },
  ]);
  expect(JSON.stringify(kit.all('chargetray_k3x9q2/config').at(-1))).toContain('EUR/kWh');
  expect(brokenRules(kit.said)).toEqual([]);
});
