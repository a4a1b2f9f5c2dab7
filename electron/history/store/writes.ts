import type { HistoryCharger } from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { writeCorrectedCost, writeCost, writeEdits } from '../edits/edit-writes.ts';
import type { MergedSession } from '../merge/merged-session.ts';
import { writeSlots } from '../slots/slot-rows.ts';
import type { Connection, Value } from './engine.ts';
import type { CloudMonth, NewSession } from './history.ts';
import { writeSample } from './sample-rows.ts';
import { flag, whole } from './schema.ts';
import type { Write } from './write-queue.ts';

/** Writes one thing. To be called within a transaction. */
export function apply(connection: Connection, write: Write): void {
  switch (write.kind) {
    case 'charger':
      writeCharger(connection, write.charger);
      break;
    case 'sample':
      writeSample(connection, idOf(connection, write.charger), write.sample);
      break;
    case 'session':
      writeSession(connection, idOf(connection, write.charger), write.session);
      break;
    case 'dropSession':
      dropSession(connection, idOf(connection, write.charger), write.startedAt);
      break;
    case 'endOthers':
      endOthers(connection, idOf(connection, write.charger), write.startedAt);
      break;
    case 'merged':
      writeMerged(connection, idOf(connection, write.charger), write.merged);
      break;
    case 'cost':
      if (write.of === 'corrected') writeCorrectedCost(connection, write.session, write.cost);
      else writeCost(connection, write.session, write.cost);
      break;
    case 'edits':
      writeEdits(connection, write.session, write.edits);
      break;
    case 'prices':
      writePrices(connection, idOf(connection, write.charger), write.entries);
      break;
    case 'cloudMonth':
      writeCloudMonth(connection, idOf(connection, write.charger), write.month);
      break;
    case 'slots':
      writeSlots(connection, write.day, write.how === 'restored');
      break;
  }
}

function writePrices(connection: Connection, charger: number, entries: readonly PriceEntry[]) {
  connection.run('DELETE FROM prices WHERE charger = ?', charger);
  for (const entry of entries) {
    connection.run(
      'INSERT OR REPLACE INTO prices (charger, starts_at, entry) VALUES (?, ?, ?)',
      charger,
      Math.round(entry.from),
      JSON.stringify(entry),
    );
  }
}

function writeCloudMonth(connection: Connection, charger: number, month: CloudMonth): void {
  connection.run(
    'INSERT OR REPLACE INTO cloud_months (charger, month, fetched_at) VALUES (?, ?, ?)',
    charger,
    month.month,
    Math.round(month.fetchedAt),
  );
}

function writeCharger(connection: Connection, charger: HistoryCharger): void {
  connection.run(
    `INSERT INTO chargers (key, brand, name, model, serial) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET brand = excluded.brand, name = excluded.name,
       model = coalesce(excluded.model, model), serial = coalesce(excluded.serial, serial)`,
    charger.key,
    charger.brand,
    charger.name,
    charger.model ?? null,
    charger.serial ?? null,
  );
}

/** A charger whose name was never told, after a backup was brought in, has its key for a name. */
function idOf(connection: Connection, key: string): number {
  const find = () => connection.all('SELECT id FROM chargers WHERE key = ?', key)[0]?.id;
  const known = find();
  if (typeof known === 'number') return known;
  const [brand = '', ...own] = key.split('/');
  connection.run(
    'INSERT INTO chargers (key, brand, name) VALUES (?, ?, ?)',
    key,
    brand,
    own.join('/'),
  );
  return Number(find());
}

/** Columns that looks and clouds both fill. */
const measured = [
  'source',
  'started_at',
  'start_seen',
  'ended_at',
  'ended_how',
  'energy_wh',
  'green_energy_wh',
  'charging_ms',
  'average_w',
  'peak_w',
  'gaps',
  'planned_since',
];
const insertMeasured = measured.join(', ');
const changeMeasured = measured.map((column) => `${column} = ?`).join(', ');
const places = measured.map(() => '?').join(', ');

function valuesOf(session: NewSession): readonly Value[] {
  return [
    session.source,
    Math.round(session.startedAt),
    session.startSeen ? 1 : 0,
    whole(session.endedAt),
    session.end ?? null,
    whole(session.energyWh),
    whole(session.greenEnergyWh),
    whole(session.chargingMs),
    whole(session.averageW),
    whole(session.peakW),
    flag(session.gaps),
    whole(session.plannedSince),
  ];
}

/**
 * A session that was merged with a cloud's stays as it is once it has ended, and a cost stays only
 * with the energy that it was made for.
 */
function writeSession(connection: Connection, charger: number, session: NewSession): void {
  const startedAt = Math.round(session.startedAt);
  if (isDropped(connection, startedAt)) return;
  const sameEnergy = 'coalesce(excluded.energy_wh, energy_wh) IS energy_wh';
  connection.run(
    `INSERT INTO sessions (charger, own_start, ${insertMeasured}) VALUES (?, ?, ${places})
     ON CONFLICT (charger, own_start) DO UPDATE SET
       started_at = min(started_at, excluded.started_at),
       start_seen = max(start_seen, excluded.start_seen),
       ended_at = excluded.ended_at, ended_how = excluded.ended_how,
       energy_wh = coalesce(excluded.energy_wh, energy_wh),
       green_energy_wh = coalesce(excluded.green_energy_wh, green_energy_wh),
       charging_ms = max(coalesce(excluded.charging_ms, charging_ms),
         coalesce(charging_ms, excluded.charging_ms)),
       average_w = iif(excluded.charging_ms < charging_ms,
         coalesce(average_w, excluded.average_w), coalesce(excluded.average_w, average_w)),
       peak_w = max(coalesce(excluded.peak_w, peak_w), coalesce(peak_w, excluded.peak_w)),
       gaps = excluded.gaps,
       planned_since = coalesce(excluded.planned_since, planned_since),
       cost = iif(${sameEnergy}, cost, NULL),
       currency = iif(${sameEnergy}, currency, NULL),
       cost_origin = iif(${sameEnergy}, cost_origin, NULL),
       cost_estimated = iif(${sameEnergy}, cost_estimated, NULL),
       saved = iif(${sameEnergy}, saved, NULL)
     WHERE source = 'recorded' OR ended_at IS NULL OR excluded.ended_at IS NULL`,
    charger,
    startedAt,
    ...valuesOf(session),
  );
  if (!session.cost) return;
  const own = 'SELECT id FROM sessions WHERE charger = ? AND own_start = ?';
  const [row] = connection.all(own, charger, startedAt);
  writeCost(connection, Number(row?.id), session.cost);
}

function dropSession(connection: Connection, charger: number, startedAt: number): void {
  connection.run(
    `DELETE FROM sessions WHERE charger = ? AND own_start = ? AND source = 'recorded'`,
    charger,
    Math.round(startedAt),
  );
}

function endOthers(connection: Connection, charger: number, startedAt: number | undefined): void {
  connection.run(
    `UPDATE sessions SET ended_how = 'unseen', gaps = 1, ended_at = max(started_at, coalesce(
       (SELECT max(at) FROM samples WHERE samples.charger = sessions.charger AND state IN (1, 3)
        AND at >= sessions.started_at AND at < coalesce(?, 9e15)), started_at))
     WHERE charger = ? AND ended_at IS NULL AND own_start IS NOT NULL AND own_start IS NOT ?`,
    startedAt === undefined ? null : Math.round(startedAt),
    charger,
    startedAt === undefined ? null : Math.round(startedAt),
  );
}

function writeMerged(connection: Connection, charger: number, merged: MergedSession): void {
  const { session, edits, ids, cloudIds } = merged;
  const [kept, ...others] = ids;
  // It runs, so what was read of it may be outdated by now.
  if (kept !== undefined && session.endedAt === undefined) return;
  if (kept === undefined && isDropped(connection, session.startedAt)) return;
  for (const id of others) connection.run('DELETE FROM sessions WHERE id = ?', id);
  const id = kept ?? newRow(connection, charger, session);
  const isAlive = ids.length > 1 && edits?.deletedAt === undefined;
  // A session of today may turn out to be one with what was wiped: then it is whole again.
  if (isAlive || !isWiped(connection, id)) {
    connection.run(
      `UPDATE sessions SET ${changeMeasured}, wiped = NULL WHERE id = ?`,
      ...valuesOf(session),
      id,
    );
    writeCost(connection, id, session.cost);
  }
  // Of one row its owner may have said more since.
  if (edits && ids.length !== 1) writeEdits(connection, id, edits);
  connection.run('DELETE FROM cloud_ids WHERE session = ?', id);
  for (const cloudId of cloudIds) {
    connection.run('INSERT INTO cloud_ids (session, cloud_id) VALUES (?, ?)', id, cloudId);
  }
}

function newRow(connection: Connection, charger: number, session: NewSession): number {
  connection.run(
    `INSERT INTO sessions (charger, own_start, ${insertMeasured}) VALUES (?, ?, ${places})`,
    charger,
    // Brought back from a backup: its charge may run still, and be seen again.
    session.source === 'recorded' ? Math.round(session.startedAt) : null,
    ...valuesOf(session),
  );
  return Number(connection.all('SELECT last_insert_rowid() AS id')[0]?.id);
}

function isWiped(connection: Connection, id: number): boolean {
  const sql = 'SELECT 1 FROM sessions WHERE id = ? AND wiped IS NOT NULL';
  return connection.all(sql, id).length > 0;
}

function isDropped(connection: Connection, startedAt: number): boolean {
  const [row] = connection.all(`SELECT before FROM dropped WHERE what = 'sessions'`);
  return typeof row?.before === 'number' && startedAt < row.before;
}
