import type { SessionCost } from '../../../shared/domain/session/history.ts';
import type { Connection, Value } from '../store/engine.ts';
import { flag, whole } from '../store/schema.ts';
import type { Edits } from './edits.ts';

/** Keeps what its owner says of a session in the place of what was said before. */
export function writeEdits(connection: Connection, id: number, edits: Edits): void {
  const { tag, note, corrected = {}, editedAt, deletedAt } = edits;
  const { startedAt, endedAt, energyWh, cost } = corrected;
  const values: Readonly<Record<string, Value>> = {
    tag: tag ?? null,
    note: note ?? null,
    owner_started_at: whole(startedAt),
    owner_ended_at: whole(endedAt),
    owner_energy_wh: whole(energyWh),
    owner_cost: cost?.amount ?? null,
    owner_currency: cost?.currency ?? null,
    owner_cost_origin: cost?.origin ?? null,
    owner_cost_estimated: flag(cost?.estimated),
    owner_saved: cost?.saved ?? null,
    edited_at: whole(editedAt),
    deleted_at: whole(deletedAt),
  };
  const changes = Object.keys(values).map((column) => `${column} = ?`);
  connection.run(
    `UPDATE sessions SET ${changes.join(', ')} WHERE id = ?`,
    ...Object.values(values),
    id,
  );
}

/** Sets what a session cost as it was measured; without a cost, nothing is known of it. */
export function writeCost(connection: Connection, id: number, cost: SessionCost | undefined): void {
  connection.run(
    `UPDATE sessions SET cost = ?, currency = ?, cost_origin = ?, cost_estimated = ?, saved = ?
     WHERE id = ?`,
    cost?.amount ?? null,
    cost?.currency ?? null,
    cost?.origin ?? null,
    flag(cost?.estimated),
    cost?.saved ?? null,
    id,
  );
}

/** Sets what a session costs as its owner has corrected it, unless that was entered. */
export function writeCorrectedCost(
  connection: Connection,
  id: number,
  cost: SessionCost | undefined,
): void {
  connection.run(
    `UPDATE sessions SET owner_cost = ?, owner_currency = ?, owner_cost_origin = ?,
       owner_cost_estimated = ?, owner_saved = ? WHERE id = ? AND owner_cost_origin IS NOT 'entered'`,
    cost?.amount ?? null,
    cost?.currency ?? null,
    cost?.origin ?? null,
    flag(cost?.estimated),
    cost?.saved ?? null,
    id,
  );
}

/** What is left of a session that was deleted long ago: when it was, and its names. */
const wiping = [
  ...['ended_how', 'energy_wh', 'green_energy_wh', 'charging_ms', 'average_w', 'peak_w', 'cost'],
  ...['currency', 'cost_origin', 'cost_estimated', 'tag', 'note', 'owner_started_at'],
  ...['owner_ended_at', 'owner_energy_wh', 'owner_cost', 'owner_currency', 'owner_cost_origin'],
  ...['planned_since', 'saved', 'owner_saved'],
].map((column) => `${column} = NULL`);

/** Wipes what was deleted before a moment (epoch ms), with its samples. Gives how many. */
export function wipeDeleted(connection: Connection, before: number): number {
  return connection.transact(() => {
    const old = connection.all(
      `SELECT id, charger, started_at, coalesce(ended_at, started_at) AS ended_at FROM sessions
       WHERE deleted_at < ? AND wiped IS NULL`,
      before,
    );
    for (const row of old) {
      const span = [Number(row.charger), Number(row.started_at), Number(row.ended_at)] as const;
      // A sample that a session of today shows is not only that one's.
      connection.run(
        `DELETE FROM samples WHERE charger = ?1 AND at BETWEEN ?2 AND ?3 AND NOT EXISTS (
           SELECT 1 FROM sessions WHERE charger = ?1 AND deleted_at IS NULL
           AND samples.at BETWEEN told_start AND
             coalesce(owner_ended_at, ended_at, 9e15))`,
        ...span,
      );
      connection.run(
        `UPDATE sessions SET wiped = 1, ${wiping.join(', ')} WHERE id = ?`,
        Number(row.id),
      );
    }
    return old.length;
  });
}
