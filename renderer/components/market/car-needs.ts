import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { lastObservation } from '../../../shared/domain/charger/reading.ts';
import type { CheapestTimeOrder } from '../../../shared/domain/price/cheapest-time.ts';

/** What is to be charged, as it is entered. */
export interface CarNeeds {
  readonly kwh: number;
  readonly kw: number;
  /** Minutes after midnight. */
  readonly readyBy: number;
  readonly inOneGo: boolean;
}

/** Up to this current a charger at home has three phases as a rule, above it one. */
const mostOfThreeA = 20;
const volts = 230;

/** An evening's charge at the power of the first charger, ready when one leaves in the morning. */
export function usualNeeds({ chargers }: Pick<AppState, 'chargers'>): CarNeeds {
  const seen = chargers.map(({ reading }) => lastObservation(reading));
  const first = seen.find((one) => one?.limitA !== undefined);
  const limitA = first?.limitA ?? 32;
  const phases = first?.phases ?? (limitA <= mostOfThreeA ? 3 : 1);
  const kw = Math.max(1, Math.round((limitA * phases * volts) / 100) / 10);
  return { kwh: 20, kw, readyBy: 7 * 60, inOneGo: true };
}

export function orderOf({ kwh, kw, readyBy, inOneGo }: CarNeeds): CheapestTimeOrder {
  return { wh: kwh * 1000, powerW: kw * 1000, readyBy, inOneGo };
}
