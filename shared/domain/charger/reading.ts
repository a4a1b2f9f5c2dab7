import type { Failure } from '../failure.ts';
import type { Observation } from './observation.ts';

/**
 * How sure we are of what we believe. Times are epoch ms; `at` is when the observation was made,
 * `since` when it stopped being renewed. An outdated observation is never shown as fresh.
 */
export type Reading =
  | { readonly certainty: 'never'; readonly because?: Failure | undefined }
  | { readonly certainty: 'current'; readonly at: number; readonly observation: Observation }
  | {
      readonly certainty: 'outdated';
      readonly at: number;
      readonly since: number;
      readonly because?: Failure | undefined;
      readonly observation: Observation;
      /** So many readings failed in a row that the charger counts as gone. */
      readonly away?: true | undefined;
    }
  | {
      readonly certainty: 'signInNeeded';
      readonly at?: number | undefined;
      readonly observation?: Observation | undefined;
    };

/** The last observation, whatever its age. */
export function lastObservation(reading: Reading): Observation | undefined {
  return reading.certainty === 'never' ? undefined : reading.observation;
}
