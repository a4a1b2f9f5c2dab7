import type { ChargerStatus } from './status.ts';

/**
 * What a charger can be asked to do at all. Absent means the charger cannot, and nobody offers it.
 * What may be asked right now is another question: see `permission.ts`.
 */
export interface Abilities {
  /** Pause and resume the charge. */
  readonly pause?: true | undefined;
  /** Give control back to the schedule after a manual pause or start. */
  readonly schedule?: true | undefined;
  readonly lock?: true | undefined;
  /** Keeps schedules of its own, which can be shown and changed. */
  readonly ownSchedules?: true | undefined;
  /** Whole amperes, both ends included; below zero for what the vehicle gives back. */
  readonly limit?: { readonly minA: number; readonly maxA: number } | undefined;
  readonly solarMode?: true | undefined;
  readonly price?: true | undefined;
  readonly reboot?: true | undefined;
  /** Versions as the maker writes them. Present only while an update is offered. */
  readonly update?: { readonly from: string; readonly to: string } | undefined;
}

export type SolarMode = 'off' | 'eco' | 'solar';

/** Everything one reading of a charger saw. What the charger did not say is absent, never zero. */
export interface Observation {
  readonly name: string;
  /** The model as its owner would call it. */
  readonly model?: string | undefined;
  readonly status: ChargerStatus;
  /** The maker's own code, kept beside the state because people ask for it. */
  readonly vendorCode: string;
  /** When the charger itself last reported to its cloud, epoch ms by the cloud's clock. */
  readonly reportedAt?: number | undefined;
  readonly plugged: 'yes' | 'no' | 'unknown';
  /** W; out of the car is negative. */
  readonly powerW?: number | undefined;
  /** Wh, of the running or last charge. May stay after the car has left. */
  readonly energyWh?: number | undefined;
  /** Wh: the part of `energyWh` that came from the sun. */
  readonly greenEnergyWh?: number | undefined;
  /** Wh that the vehicle gave back since it was plugged in. */
  readonly dischargedEnergyWh?: number | undefined;
  /** How long the car has been connected, ms, as the charger counts it. */
  readonly durationMs?: number | undefined;
  readonly phases?: 1 | 3 | undefined;
  /** What flows through each phase, A; out of the car is negative. */
  readonly currentA?: number | undefined;
  /** The set current limit, A; below zero for what the vehicle gives back. */
  readonly limitA?: number | undefined;
  readonly locked?: boolean | undefined;
  readonly solarMode?: SolarMode | undefined;
  /** Whether it has a schedule of its own to follow. Absent: not known. */
  readonly hasSchedule?: boolean | undefined;
  /** What the charger itself reckons with. */
  readonly price?: { readonly perKwh: number; readonly currency: string } | undefined;
  /** What an inverter that can feed the house sees of the grid; absent without one. */
  readonly grid?: 'present' | 'powerCut' | 'unknown' | undefined;
  /** Another central system commands this charger; its maker's cloud cannot. */
  readonly foreignControl?: true | undefined;
  /** Whether the signed-in person may command it. Absent: not known yet. */
  readonly mayCommand?: boolean | undefined;
  readonly abilities: Abilities;
}
