import type { Session } from './history.ts';

/** Less than this is written as 0.00 kWh: nothing was charged. */
export const leastEnergyWh = 5;

/** A session that ended without energy: kept, but no charge. One of unknown energy is none. */
export function isEmptySession({ endedAt, energyWh }: Pick<Session, 'endedAt' | 'energyWh'>) {
  return endedAt !== undefined && energyWh !== undefined && energyWh < leastEnergyWh;
}
