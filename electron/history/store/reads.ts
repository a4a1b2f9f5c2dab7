import { z } from 'zod';
import { bounds } from '../../../shared/domain/bounds.ts';
import { leastEnergyWh } from '../../../shared/domain/session/empty-session.ts';
import type {
  HistoryCharger,
  HistoryQuery,
  Session,
  SessionCost,
} from '../../../shared/domain/session/history.ts';
import type { PriceEntry } from '../../../shared/domain/session/price.ts';
import { brandSchema } from '../../../shared/schema/brand.ts';
import { sessionEndSchema } from '../../../shared/schema/session/history.ts';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';
import { instant, line } from '../../../shared/schema/sound.ts';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import type { KnownSession } from '../merge/merged-session.ts';
import type { Connection, Row, Value } from './engine.ts';
import type { CloudMonth, Page } from './history.ts';
import { mark, unknowable } from './schema.ts';

const sessionRowSchema = z.object({
  id: z.number(),
  key: z.string(),
  source: z.enum(['recorded', 'cloud', 'both']),
  started_at: instant,
  start_seen: z.number(),
  ended_at: instant.nullable(),
  ended_how: sessionEndSchema.nullable(),
  energy_wh: unknowable(bounds.energyWh),
  green_energy_wh: unknowable(bounds.energyWh),
  charging_ms: unknowable(bounds.durationMs),
  average_w: unknowable(bounds.powerW),
  peak_w: unknowable(bounds.powerW),
  gaps: mark,
  cost: z.string().nullable(),
  currency: z.string().nullable(),
  cost_origin: z.enum(['own', 'charger', 'cloud']).nullable(),
  cost_estimated: mark,
});

type SessionRow = z.infer<typeof sessionRowSchema>;

const sessionColumns = Object.keys(sessionRowSchema.shape)
  .filter((name) => name !== 'id' && name !== 'key')
  .map((name) => `sessions.${name}`)
  .join(', ');
export const fromSessions = `SELECT sessions.id AS id, chargers.key AS key, ${sessionColumns}
  FROM sessions JOIN chargers ON chargers.id = sessions.charger`;

/** Sessions of a query, the newest first. */
export function readSessions(
  connection: Connection,
  query: HistoryQuery,
  { limit = -1, before }: Page = {},
): readonly Session[] {
  const { where, values } = conditionOf(query);
  const older = before ? 'AND (sessions.started_at, sessions.id) < (?, ?)' : '';
  const rows = connection.all(
    `${fromSessions} WHERE ${where} ${older}
     ORDER BY sessions.started_at DESC, sessions.id DESC LIMIT ?`,
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
    `${fromSessions} WHERE ${where} AND (sessions.started_at, sessions.id) > (?, ?)
     ORDER BY sessions.started_at, sessions.id LIMIT ?`,
    ...values,
    after?.startedAt ?? Number.MIN_SAFE_INTEGER,
    after?.id ?? 0,
    limit,
  );
  return rows.flatMap(sessionsOf);
}

/** The session of a number. */
export function readSession(connection: Connection, id: number): Session | undefined {
  return connection.all(`${fromSessions} WHERE sessions.id = ?`, id).flatMap(sessionsOf)[0];
}

/** Which sessions a query means, for a statement over `sessions` and `chargers`. */
export function conditionOf({ charger, energyOnly, from, to }: HistoryQuery): {
  where: string;
  values: Value[];
} {
  const notEmpty = `AND (sessions.ended_at IS NULL OR sessions.energy_wh IS NULL
    OR sessions.energy_wh >= ${leastEnergyWh})`;
  const isMeant = energyOnly ? notEmpty : '';
  const inTime = `sessions.started_at >= ? AND sessions.started_at < ? ${isMeant}`;
  if (charger === undefined) return { where: inTime, values: [from, to] };
  return { where: `chargers.key = ? AND ${inTime}`, values: [charger, from, to] };
}

/** None for a row that only a later version could have written. */
export function sessionsOf(row: Row): readonly Session[] {
  const parsed = sessionRowSchema.safeParse(row);
  return parsed.success ? [sessionOf(parsed.data)] : [];
}

function sessionOf(row: SessionRow): Session {
  const cost = costOf(row);
  return {
    id: row.id,
    charger: row.key,
    source: row.source,
    startedAt: row.started_at,
    startSeen: row.start_seen === 1,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.ended_how === null ? {} : { end: row.ended_how }),
    ...(row.energy_wh === null ? {} : { energyWh: row.energy_wh }),
    ...(row.green_energy_wh === null ? {} : { greenEnergyWh: row.green_energy_wh }),
    ...(row.charging_ms === null ? {} : { chargingMs: row.charging_ms }),
    ...(row.average_w === null ? {} : { averageW: row.average_w }),
    ...(row.peak_w === null ? {} : { peakW: row.peak_w }),
    ...(cost ? { cost } : {}),
    ...(row.gaps === 1 ? { gaps: true as const } : {}),
  };
}

function costOf({ cost, currency, cost_origin, cost_estimated }: SessionRow) {
  if (cost === null || currency === null || cost_origin === null) return undefined;
  const found: SessionCost = { amount: cost, currency, origin: cost_origin };
  return cost_estimated === 1 ? { ...found, estimated: true as const } : found;
}

const chargerRowSchema = z.object({
  key: z.string(),
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

/** Sessions of a query with the names by which clouds know them, in the order of time. */
export function readKnownSessions(
  connection: Connection,
  query: HistoryQuery,
): readonly KnownSession[] {
  const sessions = readSessionsAfter(connection, query, { after: undefined, limit: -1 });
  return sessions.map((session) => ({ session, cloudIds: readCloudIds(connection, session.id) }));
}

/** The names by which clouds know a session. */
export function readCloudIds(connection: Connection, session: number): readonly string[] {
  return connection
    .all('SELECT cloud_id FROM cloud_ids WHERE session = ? ORDER BY cloud_id', session)
    .map((row) => String(row.cloud_id));
}
