import { z } from 'zod';
import type {
  MeasuredSession,
  Session,
  SessionCost,
} from '../../../shared/domain/session/history.ts';
import { orderly } from '../../../shared/domain/session/session-span.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { sessionEndSchema, sessionTagSchema } from '../../../shared/schema/session/history.ts';
import { currency, exactAmount, instant, key, lines } from '../../../shared/schema/sound.ts';
import type { Row } from '../store/engine.ts';
import { mark, unknowable } from '../store/schema.ts';
import { type Edits, fieldsOf, told } from './edits.ts';

const instantOrNone = instant.nullable().catch(null);
const exactOrNone = exactAmount.nullable().catch(null);
const currencyOrNone = currency.nullable().catch(null);

const sessionRowSchema = z.object({
  id: z.number(),
  key,
  source: z.enum(['recorded', 'cloud', 'both']),
  started_at: instant,
  start_seen: z.number(),
  ended_at: instant.nullable(),
  ended_how: sessionEndSchema.nullable(),
  energy_wh: unknowable.energyWh,
  green_energy_wh: unknowable.energyWh,
  charging_ms: unknowable.durationMs,
  average_w: unknowable.powerW,
  peak_w: unknowable.powerW,
  gaps: mark,
  cost: exactOrNone,
  currency: currencyOrNone,
  cost_origin: z.enum(['own', 'charger', 'cloud']).nullable(),
  cost_estimated: mark,
  planned_since: instantOrNone,
  saved: exactOrNone,
  tag: sessionTagSchema.nullable().catch(null),
  note: lines.nullable().catch(null),
  owner_started_at: instantOrNone,
  owner_ended_at: instantOrNone,
  owner_energy_wh: unknowable.energyWh,
  owner_cost: exactOrNone,
  owner_currency: currencyOrNone,
  owner_cost_origin: z.enum(['own', 'charger', 'cloud', 'entered']).nullable().catch(null),
  owner_cost_estimated: mark,
  owner_saved: exactOrNone,
  edited_at: instantOrNone,
  deleted_at: instantOrNone,
});

type SessionRow = z.infer<typeof sessionRowSchema>;

const sessionColumns = Object.keys(sessionRowSchema.shape)
  .filter((name) => name !== 'id' && name !== 'key')
  .map((name) => `sessions.${name}`)
  .join(', ');

/** All sessions, those that were deleted too. */
export const fromSessions = `SELECT sessions.id AS id, chargers.key AS key, ${sessionColumns}
  FROM sessions JOIN chargers ON chargers.id = sessions.charger`;

/** A session as it was measured, and what its owner says of it. */
export interface EditedSession {
  readonly session: MeasuredSession;
  readonly edits?: Edits;
}

/** None for a row that only a later version could have written. */
export function editedOf(row: Row): readonly EditedSession[] {
  const { data } = sessionRowSchema.safeParse(row);
  if (!data) return [];
  const edits = editsOf(data);
  return [{ session: measuredOf(data), ...(edits ? { edits } : {}) }];
}

/** The same as it is told. */
export function sessionsOf(row: Row): readonly Session[] {
  return editedOf(row).map(({ session, edits }) => told(session, edits));
}

function measuredOf(row: SessionRow): MeasuredSession {
  const { cost: amount, currency, cost_origin: origin, cost_estimated: estimated, saved } = row;
  const cost = costOf({ amount, currency, origin, estimated, saved });
  return orderly({
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
    ...(row.planned_since === null ? {} : { plannedSince: row.planned_since }),
  });
}

function editsOf(row: SessionRow): Edits | undefined {
  if (row.edited_at === null) return undefined;
  const corrected = omitUndefined({
    startedAt: row.owner_started_at ?? undefined,
    endedAt: row.owner_ended_at ?? undefined,
    energyWh: row.owner_energy_wh ?? undefined,
    cost: costOf({
      amount: row.owner_cost,
      currency: row.owner_currency,
      origin: row.owner_cost_origin,
      estimated: row.owner_cost_estimated,
      saved: row.owner_saved,
    }),
  });
  return omitUndefined({
    tag: row.tag ?? undefined,
    note: row.note ?? undefined,
    corrected: fieldsOf(corrected).length > 0 ? corrected : undefined,
    editedAt: row.edited_at,
    deletedAt: row.deleted_at ?? undefined,
  });
}

interface CostRow {
  readonly amount: string | null;
  readonly currency: string | null;
  readonly origin: SessionCost['origin'] | null;
  readonly estimated: number | null;
  readonly saved: string | null;
}

function costOf({ amount, currency, origin, estimated, saved }: CostRow): SessionCost | undefined {
  if (amount === null || currency === null || origin === null) return undefined;
  return {
    amount,
    currency,
    origin,
    ...(estimated === 1 ? { estimated: true as const } : {}),
    ...(saved === null ? {} : { saved }),
  };
}
