import type { Charge } from './charge.ts';
import type { Reading } from './reading.ts';

/**
 * How long a charge has lasted, ms. Where its start was not seen, the charger's own count is the
 * best there is; where that is missing too, nothing is said.
 */
export function chargeSpanMs(charge: Charge, reading: Reading): number | undefined {
  const seen = reading.certainty === 'never' ? undefined : reading.seen;
  if (!charge.startSeen) return seen?.durationMs;
  const until = charge.endedAt ?? (reading.certainty === 'never' ? undefined : reading.at);
  return until === undefined ? undefined : Math.max(0, until - charge.startedAt);
}
