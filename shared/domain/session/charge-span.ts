import type { Reading } from '../charger/reading.ts';
import type { Charge } from './charge.ts';

/**
 * How long a charge has lasted, ms. Where its start was not seen, the charger's own count is the
 * best there is; where that is missing too, nothing is said.
 */
export function chargeSpanMs(charge: Charge, reading: Reading): number | undefined {
  const { startedAt, startSeen, endedAt, connected } = charge;
  if (!startSeen) return connected && sinceCount(connected, endedAt);
  const until = endedAt ?? (reading.certainty === 'never' ? undefined : reading.at);
  return until === undefined ? undefined : Math.max(0, until - startedAt);
}

/** The count goes on while the car stays connected, long after the charge has ended. */
function sinceCount({ ms, at }: NonNullable<Charge['connected']>, endedAt = at): number {
  return Math.max(0, ms + endedAt - at);
}
