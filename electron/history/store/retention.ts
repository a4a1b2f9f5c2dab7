import type { Connection } from './engine.ts';

/** So many rows go at once that nobody notices a pause. */
const sliceRows = 5000;

/** When the newest sample of all was taken, epoch ms. */
export function latestSample(connection: Connection): number | undefined {
  const [row] = connection.all(
    'SELECT max((SELECT max(at) FROM samples WHERE charger = chargers.id)) AS at FROM chargers',
  );
  return typeof row?.at === 'number' ? row.at : undefined;
}

/** Drops some samples from before a moment and gives how many; 0 when none is left. */
export function dropSamples(connection: Connection, before: number): number {
  return connection.transact(() => {
    let dropped = 0;
    for (const { id } of connection.all('SELECT id FROM chargers')) {
      const charger = Number(id);
      const [last] = connection.all(
        'SELECT at FROM samples WHERE charger = ? AND at < ? ORDER BY at LIMIT 1 OFFSET ?',
        charger,
        before,
        sliceRows,
      );
      const until = typeof last?.at === 'number' ? last.at : before;
      dropped += connection.run('DELETE FROM samples WHERE charger = ? AND at < ?', charger, until);
    }
    return dropped;
  });
}

/** Drops sessions that ended before a moment, and sees to it that none of them comes back. */
export function dropSessions(connection: Connection, before: number): number {
  return connection.transact(() => {
    connection.run(
      `INSERT INTO dropped (what, before) VALUES ('sessions', ?)
       ON CONFLICT DO UPDATE SET before = max(before, excluded.before)`,
      Math.round(before),
    );
    dropSlots(connection, before);
    return connection.run(
      'DELETE FROM sessions WHERE started_at < ? AND coalesce(ended_at, started_at) < ?',
      before,
      before,
    );
  });
}

/** Prices of the market by which no session that stays could be priced anew. */
function dropSlots(connection: Connection, before: number): void {
  connection.run(
    `DELETE FROM price_slots WHERE day < (
       SELECT (min(?, coalesce(min(started_at), ?)) / 86400000) - 1 FROM sessions
       WHERE coalesce(ended_at, started_at) >= ?)`,
    Math.floor(before),
    Math.floor(before),
    before,
  );
}
