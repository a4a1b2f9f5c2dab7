import type { Observation } from '../../../shared/domain/charger/observation.ts';
import { anObservation } from '../../fixtures/observations.ts';

export const powerW = 7200;
export const price = { perKwh: 0.3, currency: 'EUR' };

/** A car that charges since so long, at full power. */
export function charging(sinceMs: number): Observation {
  const energyWh = (powerW * sinceMs) / 3_600_000;
  return anObservation('charging', { powerW, energyWh, price, limitA: 32 });
}
