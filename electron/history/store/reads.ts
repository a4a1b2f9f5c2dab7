import { z } from 'zod';
import { leastEnergyWh } from '../../../shared/domain/session/empty-session.ts';
import type {
  DeletedSession,
  HistoryCharger,
  HistoryQuery,
  Session,
  SessionDetail,
} from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { brandSchema } from '../../../shared/schema/brand.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { key, line } from '../../../shared/schema/sound.ts';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import { told } from '../edits/edits.ts';
import { editedOf, fromSessions, sessionsOf } from '../edits/session-rows.ts';
import type { KnownSession } from '../merge/merged-session.ts';
import { interruptionsOf } from '../record/interruptions.ts';
import { readSlots } from '../slots/slot-rows.ts';
import type { Connection, Row, Value } from './engine.ts';
import type { CloudMonth, Page, SampleQuery, SureReads } from './history.ts';
import { readSamples } from './sample-rows.ts';

/** Nobody looks through more, and each could be restored from its own page before. */
const mostDeleted = 500;

/** Sessions of a query, the newest first. */
export function readSessions(
  connection: Connection,
  query: HistoryQuery,
  { limit = -1, before }: Page = {},
): readonly Session[] {
  const { where, values } = conditionOf(query);
  const older = before ? 'AND (sessions.told_start, sessions.id) < (?, ?)' : '';
  const rows = connection.all(
    `${fromSessions} WHERE ${where} ${older}
     ORDER BY sessions.told_start DESC, sessions.id DESC LIMIT ?`,
    ...values,
    ...(before ? [before.startedAt, before.id] : []),
    limit,
  );
  return rows.flatMap(sessionsOf);
}

/** The next sessions of a query after one, the oldest first. */
export function readSessionsAfter(
  connection: Connection,
  query: HistoryQuery,
  { after, limit }: { after: Pick<Session, 'startedAt' | 'id'> | undefined; limit: number },
): readonly Session[] {
  const { where, values } = conditionOf(query);
  const rows = connection.all(
    `${fromSessions} WHERE ${where} AND (sessions.told_start, sessions.id) > (?, ?)
     ORDER BY sessions.told_start, sessions.id LIMIT ?`,
    ...values,
    after?.startedAt ?? Number.MIN_SAFE_INTEGER,
    after?.id ?? 0,
    limit,
  );
  return rows.flatMap(sessionsOf);
}

/** A session with what was seen of it, unless it was deleted. */
export function readDetail(connection: Connection, id: number): SessionDetail | undefined {
  const sql = `${fromSessions} WHERE sessions.id = ? AND sessions.deleted_at IS NULL`;
  const [session] = connection.all(sql, id).flatMap(sessionsOf);
  if (!session) return undefined;
  const { charger, startedAt: from, endedAt } = session;
  const to = endedAt === undefined ? Number.MAX_SAFE_INTEGER : endedAt + 1;
  const samples = readSamples(connection, { charger, from, to });
  return {
    session,
    samples,
    interruptions: interruptionsOf(samples, session),
    ...(isEndedByPlan(connection, session) ? { endedByPlan: true as const } : {}),
  };
}

/** At the reading that found its end the charger rested, and a plan had it rest. */
function isEndedByPlan(connection: Connection, { charger, correction, ...told }: Session): boolean {
  const { endedAt: from } = { ...told, ...correction?.original };
  if (from === undefined || (told.end !== 'paused' && told.end !== 'complete')) return false;
  // Where its last power was read at that very moment, the next one.
  const samples = readSamples(connection, { charger, from, to: Number.MAX_SAFE_INTEGER }, 2);
  const isRest = ({ state }: Sample) => state !== 'charging' && state !== 'transferring';
  return samples.find(isRest)?.byPlan === true;
}

/** Which sessions a query means, as they are told, for a statement over `sessions` and `chargers`. */
export function conditionOf({ charger, energyOnly, from, to }: HistoryQuery): {
  where: string;
  values: Value[];
} {
  const energyWh = 'coalesce(sessions.owner_energy_wh, sessions.energy_wh)';
  const notEmpty = `AND (sessions.ended_at IS NULL OR ${energyWh} IS NULL
    OR ${energyWh} >= ${leastEnergyWh})`;
  const isMeant = energyOnly ? notEmpty : '';
  const inTime = `sessions.deleted_at IS NULL AND sessions.told_start >= ?
    AND sessions.told_start < ? ${isMeant}`;
  if (charger === undefined) return { where: inTime, values: [from, to] };
  return { where: `chargers.key = ? AND ${inTime}`, values: [charger, from, to] };
}

const chargerRowSchema = z.object({
  key,
  brand: brandSchema,
  name: line,
  model: line.nullable(),
  serial: line.nullable(),
});

/** All chargers of which anything was ever kept. */
export function readChargers(connection: Connection): readonly HistoryCharger[] {
  const rows = connection.all('SELECT key, brand, name, model, serial FROM chargers ORDER BY id');
  return rows.flatMap(chargersOf);
}

/** None for a row that only a later version could have written. */
export function chargersOf(row: Row): readonly HistoryCharger[] {
  const parsed = chargerRowSchema.safeParse(row);
  if (!parsed.success) return [];
  const { model, serial, ...charger } = parsed.data;
  return [
    {
      ...charger,
      ...(model === null ? {} : { model }),
      ...(serial === null ? {} : { serial }),
    },
  ];
}

/** The prices of a charger in the order of time. */
export function readPrices(connection: Connection, charger: string): readonly PriceEntry[] {
  const rows = connection.all(
    `SELECT entry FROM prices WHERE charger = (SELECT id FROM chargers WHERE key = ?)
     ORDER BY starts_at`,
    charger,
  );
  return rows.flatMap(pricesOf);
}

/** The same for an entry of prices. */
export function pricesOf({ entry }: Row): readonly PriceEntry[] {
  const parsed = priceEntrySchema.safeParse(jsonOf(String(entry)));
  return parsed.success ? [parsed.data] : [];
}

/** The months of a charger that were fetched. */
export function readCloudMonths(connection: Connection, charger: string): readonly CloudMonth[] {
  const rows = connection.all(
    `SELECT month, fetched_at FROM cloud_months
     WHERE charger = (SELECT id FROM chargers WHERE key = ?) ORDER BY month`,
    charger,
  );
  return rows.map((row) => ({ month: String(row.month), fetchedAt: Number(row.fetched_at) }));
}

/**
 * Sessions of a charger by when they were measured to begin, those that were deleted too, with the
 * names by which clouds know them, in the order of time.
 */
export function readKnownSessions(
  connection: Connection,
  { charger, from, to }: SampleQuery,
): readonly KnownSession[] {
  const rows = connection.all(
    `${fromSessions} WHERE chargers.key = ? AND sessions.started_at >= ?
       AND sessions.started_at < ? ORDER BY sessions.started_at, sessions.id`,
    charger,
    from,
    to,
  );
  return rows.flatMap((row) => knownOf(row, connection));
}

/** The same for one number; none whose values were wiped. */
export function readKnownSession(connection: Connection, id: number): KnownSession | undefined {
  const rows = connection.all(
    `${fromSessions} WHERE sessions.id = ? AND sessions.wiped IS NULL`,
    id,
  );
  return rows.flatMap((row) => knownOf(row, connection))[0];
}

/** The same for the one that was seen to begin then (whole epoch ms), whatever it was merged with. */
export function readSeenSession(
  connection: Connection,
  charger: string,
  startedAt: number,
): KnownSession | undefined {
  const rows = connection.all(
    `${fromSessions} WHERE chargers.key = ? AND sessions.own_start = ?`,
    charger,
    startedAt,
  );
  return rows.flatMap((row) => knownOf(row, connection))[0];
}

/** What was deleted since a moment (epoch ms) and is still whole, the last deleted first. */
export function readDeleted(connection: Connection, since: number): readonly DeletedSession[] {
  const rows = connection.all(
    `${fromSessions} WHERE sessions.deleted_at >= ? AND sessions.wiped IS NULL
     ORDER BY sessions.deleted_at DESC, sessions.id DESC LIMIT ?`,
    since,
    mostDeleted,
  );
  return rows.flatMap(editedOf).flatMap(({ session, edits }) => {
    const { deletedAt } = edits ?? {};
    return deletedAt === undefined ? [] : [{ session: told(session, edits), deletedAt }];
  });
}

/** None for a row that only a later version could have written. */
export function knownOf(row: Row, connection: Connection): readonly KnownSession[] {
  return editedOf(row).map((one) => ({
    ...one,
    cloudIds: readCloudIds(connection, one.session.id),
  }));
}

/** The names by which clouds know a session. */
function readCloudIds(connection: Connection, session: number): readonly string[] {
  return connection
    .all('SELECT cloud_id FROM cloud_ids WHERE session = ? ORDER BY cloud_id', session)
    .map((row) => String(row.cloud_id));
}

/** Sure reads that are all done in one way. */
export function readsBy(read: <T>(work: (connection: Connection) => T) => Promise<T>): SureReads {
  return {
    prices: (charger) => read((open) => readPrices(open, charger)),
    sessions: (query, page) => read((open) => readSessions(open, query, page)),
    samples: (query) => read((open) => readSamples(open, query)),
    slots: (query) => read((open) => readSlots(open, query)),
    cloudMonths: (charger) => read((open) => readCloudMonths(open, charger)),
    knownSessions: (query) => read((open) => readKnownSessions(open, query)),
    knownSession: (id) => read((open) => readKnownSession(open, id)),
    seenSession: (charger, startedAt) => read((open) => readSeenSession(open, charger, startedAt)),
  };
}
