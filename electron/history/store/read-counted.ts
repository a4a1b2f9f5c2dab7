import { type Bounds, bounds, within } from '../../../shared/domain/bounds.ts';
import type { HistoryQuery } from '../../../shared/domain/session/history.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { currency, exactAmount } from '../../../shared/schema/sound.ts';
import { consistent } from '../edits/edits.ts';
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
      `SELECT started_at, ended_at, energy_wh, green_energy_wh, charging_ms, cost, currency,
         cost_origin, saved, owner_saved, owner_started_at, owner_ended_at, owner_energy_wh, owner_cost,
         owner_currency, owner_cost_origin
       FROM sessions JOIN chargers ON chargers.id = sessions.charger WHERE ${where}
       ORDER BY told_start`,
      ...values,
    )
    .flatMap(countedOf);
}

/** As the list has it: none of a row that is not in it, and no number that cannot be. */
function countedOf(row: Row): readonly Counted[] {
  const startedAt = known(bounds.instant, row.started_at);
  const endedAt = known(bounds.instant, row.ended_at);
  if (startedAt === undefined || (row.ended_at !== null && endedAt === undefined)) return [];
  const numbers = {
    endedAt,
    energyWh: known(bounds.energyWh, row.energy_wh),
    greenEnergyWh: known(bounds.energyWh, row.green_energy_wh),
    chargingMs: known(bounds.durationMs, row.charging_ms),
  };
  const cost = costOf(row);
  const corrected = {
    startedAt: known(bounds.instant, row.owner_started_at),
    endedAt: known(bounds.instant, row.owner_ended_at),
    energyWh: known(bounds.energyWh, row.owner_energy_wh),
  };
  const isCorrected =
    row.owner_cost_origin === 'entered' ||
    Object.values(corrected).some((one) => one !== undefined);
  if (!isCorrected) return [{ startedAt, ...omitUndefined(numbers), ...cost }];
  const numbersTold = { startedAt, ...omitUndefined(numbers), ...omitUndefined(corrected) };
  const costTold = costOf({
    cost: row.owner_cost,
    currency: row.owner_currency,
    cost_origin: row.owner_cost_origin,
    saved: row.owner_saved,
  });
  return [{ ...consistent(numbersTold), ...costTold }];
}

function costOf(row: Row): Pick<Counted, 'cost'> {
  const amount = exactAmount.safeParse(row.cost).data;
  const money = currency.safeParse(row.currency).data;
  if (amount === undefined || money === undefined || row.cost_origin === null) return {};
  const saved = exactAmount.safeParse(row.saved).data;
  return { cost: { amount, currency: money, ...omitUndefined({ saved }) } };
}

function known(kind: Bounds, value: unknown): number | undefined {
  return typeof value === 'number' ? within(kind, value) : undefined;
}
