import type { HistoryQuery } from '../../shared/domain/history.ts';
import type { Connection, Row } from './engine.ts';
import { conditionOf } from './reads.ts';
import type { Counted } from './sums.ts';

/**
 * What counts of the sessions of a query, in the order of time. A year has hundreds of them, and to
 * read each whole takes ten times as long.
 */
export function readCounted(connection: Connection, query: HistoryQuery): readonly Counted[] {
  const { where, values } = conditionOf(query);
  return connection
    .all(
      `SELECT started_at, ended_at, energy_wh, green_energy_wh, charging_ms, cost, currency
       FROM sessions JOIN chargers ON chargers.id = sessions.charger WHERE ${where}
       ORDER BY started_at`,
      ...values,
    )
    .map(countedOf);
}

/** The table is strict: a column holds a number, or letters, or nothing. */
function countedOf(row: Row): Counted {
  const { ended_at, energy_wh, green_energy_wh, charging_ms, cost, currency } = row;
  return {
    startedAt: Number(row.started_at),
    ...(typeof ended_at === 'number' ? { endedAt: ended_at } : {}),
    ...(typeof energy_wh === 'number' ? { energyWh: energy_wh } : {}),
    ...(typeof green_energy_wh === 'number' ? { greenEnergyWh: green_energy_wh } : {}),
    ...(typeof charging_ms === 'number' ? { chargingMs: charging_ms } : {}),
    ...(typeof cost === 'string' && typeof currency === 'string'
      ? { cost: { amount: cost, currency } }
      : {}),
  };
}
