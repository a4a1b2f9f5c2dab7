import { omitUndefined } from '../../omit-undefined.ts';
import type { Observation } from '../charger/observation.ts';
import type { ChargerStateName } from '../charger/status.ts';

/**
 * What one reading said while a car was plugged in: epoch ms, W, Wh, A. What the charger did not say
 * is absent, never zero. The history keeps all of it.
 */
export interface Sample {
  readonly at: number;
  readonly state: ChargerStateName;
  readonly powerW?: number | undefined;
  /** Of the charge alone; before the first one of a stay, what the charger counts. */
  readonly energyWh?: number | undefined;
  /** The set current limit. */
  readonly limitA?: number | undefined;
  readonly phases?: 1 | 3 | undefined;
  /** The maker's own code of the state. */
  readonly vendorCode?: string | undefined;
  /** What flows through each phase; out of the car is negative. */
  readonly currentA?: number | undefined;
  /** A plan had the charger rest. */
  readonly byPlan?: true | undefined;
  /** Nothing is known of the time since the sample before. */
  readonly gap?: true | undefined;
}

/** One point of the picture of a charge: what of a sample the card needs. */
export type LiveSample = Pick<Sample, 'at' | 'powerW' | 'energyWh' | 'limitA' | 'gap'>;

/** What a sample has from somewhere else than the observation. */
interface Around extends Pick<Sample, 'at' | 'energyWh'> {
  readonly isAfterGap: boolean;
  readonly isByPlan: boolean;
}

/** The sample that an observation makes, for card and history alike. Pure. */
export function sampleOf(observation: Observation, around: Around): Sample {
  const { status, powerW, limitA, phases, vendorCode, currentA } = observation;
  const { at, energyWh, isAfterGap, isByPlan } = around;
  return {
    at,
    state: status.state,
    ...omitUndefined({ powerW, energyWh, limitA, phases, currentA }),
    ...(vendorCode === '' ? {} : { vendorCode }),
    ...(isByPlan ? { byPlan: true as const } : {}),
    ...(isAfterGap ? { gap: true as const } : {}),
  };
}

/** The part of a sample that the card keeps. Pure. */
export function liveSampleOf({ at, powerW, energyWh, limitA, gap }: Sample): LiveSample {
  return { at, ...omitUndefined({ powerW, energyWh, limitA, gap }) };
}
