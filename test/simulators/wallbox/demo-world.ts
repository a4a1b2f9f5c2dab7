import type { AccountSpec, PastSession } from './types.ts';

/** Serial numbers of the demo's chargers. */
export const DEMO_CHARGERS = { garage: 700_123, driveway: 700_456 } as const;

/** An invented owner. */
export const DEMO_OWNER = { email: 'owner@example.com', password: 'chargetray' } as const;

/** At three phases of 16 A it charges for less than two hours. */
export const DRIVEWAY_CAR = { wantsWh: 18_000 } as const;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Two chargers of one owner: a Pulsar Plus with Power Boost in the garage and a locked Copper SB at
 * the driveway with a car waiting at it. `now` (epoch ms) dates the garage's past charges.
 */
export function demoAccounts(now: number): readonly AccountSpec[] {
  const garage = {
    id: DEMO_CHARGERS.garage,
    name: 'Garage',
    model: 'PulsarPlus',
    phases: 1,
    limitA: 32,
    icpMaxA: 40,
    energyPrice: 0.31,
    software: { current: '6.7.36', latest: '6.8.2' },
    history: pastMonth(now),
  } as const;
  const driveway = {
    id: DEMO_CHARGERS.driveway,
    name: 'Driveway',
    model: 'CopperSB',
    locked: true,
    taperWh: 500,
    car: DRIVEWAY_CAR,
  } as const;
  return [{ ...DEMO_OWNER, name: 'Sam', groups: [{ name: 'Home', chargers: [garage, driveway] }] }];
}

/** A charge every other evening, never twice the same. */
export function pastMonth(now: number): readonly PastSession[] {
  return Array.from({ length: 14 }, (_, index) => {
    const energyWh = 6_200 + ((index * 2_370) % 11_000);
    const chargingMs = Math.round((energyWh / 6_900) * HOUR_MS);
    const startAt = now - (2 * index + 1) * DAY_MS - (index % 5) * HOUR_MS;
    return {
      startAt,
      endAt: startAt + chargingMs + (1 + (index % 3)) * HOUR_MS,
      chargingMs,
      energyWh,
      greenWh: 0,
      dischargedWh: 0,
    };
  });
}
