import type { MeasuredSession, Session } from '../../../shared/domain/session/history.ts';
import { longestNote } from '../../../shared/domain/session/session-change.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { summed } from '../../tariffs/cost.ts';
import { type Corrected, type Edits, fieldsOf, told } from './edits.ts';

interface Part {
  readonly session: MeasuredSession;
  readonly edits?: Edits;
}

/**
 * What its owner says of sessions that turn out to be one. The sums that the owner has seen stay: what
 * was corrected is added up, and what was deleted stays out. Tags that differ leave none.
 */
export function joinedEdits(parts: readonly Part[]): Edits | undefined {
  const edits = parts.flatMap((part) => part.edits ?? []);
  if (edits.length === 0) return undefined;
  const alive = parts.filter((part) => part.edits?.deletedAt === undefined);
  const meant = alive.length > 0 ? alive : parts;
  const tags = new Set(meant.flatMap((part) => part.edits?.tag ?? []));
  const notes = new Set(meant.flatMap((part) => part.edits?.note ?? []));
  const deletedAt = Math.max(...edits.map((one) => one.deletedAt ?? 0));
  return omitUndefined({
    tag: tags.size === 1 ? [...tags][0] : undefined,
    note: [...notes].join('\n').slice(0, longestNote) || undefined,
    corrected: correctedOf(meant, meant.length < parts.length),
    editedAt: Math.max(...edits.map(({ editedAt }) => editedAt)),
    deletedAt: alive.length > 0 ? undefined : deletedAt,
  });
}

function correctedOf(parts: readonly Part[], areSomeDeleted: boolean): Corrected | undefined {
  const fields = new Set(parts.flatMap(({ edits }) => fieldsOf(edits?.corrected)));
  const sessions = parts.map(({ session, edits }) => told(session, edits));
  const counts = (field: 'startedAt' | 'endedAt' | 'energyWh') =>
    areSomeDeleted || fields.has(field);
  const corrected = omitUndefined({
    startedAt: counts('startedAt') ? Math.min(...sessions.map((one) => one.startedAt)) : undefined,
    endedAt: counts('endedAt') ? latestOf(sessions) : undefined,
    energyWh: counts('energyWh') ? energyOf(sessions) : undefined,
    cost: fields.has('cost') ? costOf(sessions) : undefined,
  });
  return fieldsOf(corrected).length > 0 ? corrected : undefined;
}

function latestOf(sessions: readonly Session[]): number {
  return Math.max(...sessions.map(({ startedAt, endedAt }) => endedAt ?? startedAt));
}

/** Known where that of every part is. */
function energyOf(sessions: readonly Session[]): number | undefined {
  const known = sessions.flatMap(({ energyWh }) => energyWh ?? []);
  return known.length < sessions.length ? undefined : known.reduce((sum, one) => sum + one, 0);
}

/** The same, and in one currency. */
function costOf(sessions: readonly Session[]): Corrected['cost'] {
  const known = sessions.flatMap(({ cost }) => cost ?? []);
  const [sum, ...others] = summed(known);
  const isOne = sum && others.length === 0 && known.length === sessions.length;
  return isOne ? { ...sum, origin: 'entered' } : undefined;
}
