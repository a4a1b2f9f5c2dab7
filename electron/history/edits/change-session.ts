import { harmlessLines } from '../../../shared/domain/harmless.ts';
import type { MeasuredSession } from '../../../shared/domain/session/history.ts';
import {
  type ChangeFailure,
  type Corrections,
  correctionFault,
  longestNote,
  type SessionChange,
} from '../../../shared/domain/session/session-change.ts';
import { exhaustive } from '../../../shared/exhaustive.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Pricing } from '../../tariffs/pricing.ts';
import type { KnownSession } from '../merge/merged-session.ts';
import type { History } from '../store/history.ts';
import { type Corrected, type Edits, fieldsOf, told } from './edits.ts';

export interface ChangeParts {
  readonly history: History;
  readonly pricing: Pricing;
  /** Epoch ms. */
  readonly now: () => number;
}

/** Does to a session what its owner asks. It is on the disk when this succeeds. */
export async function changeSession(
  { history, pricing, now }: ChangeParts,
  id: number,
  change: SessionChange,
): Promise<Result<null, ChangeFailure>> {
  try {
    const failure = await history.revise(async (sure) => {
      const known = await sure.knownSession(id);
      if (!known) return { kind: 'gone' } as const;
      const changed = editsAfter(known, change, Math.round(now()));
      if (!changed.ok) return changed.failure;
      const edits = changed.value;
      const { corrected } = edits;
      // Prices may have changed while it was gone.
      if (change.kind === 'restore') await pricing.priceAll([told(known.session, edits)], sure);
      if (fieldsOf(corrected).length === 0) history.saveEdits(id, edits);
      else {
        const session = told(known.session, edits);
        const cost = corrected?.cost ?? (await pricing.correctedCost(session, sure));
        history.saveEdits(id, { ...edits, corrected: omitUndefined({ ...corrected, cost }) });
      }
      return undefined;
    });
    if (failure) return failed(failure);
    return (await history.flush()) ? failed({ kind: 'notKept' }) : success(null);
  } catch {
    // What cannot be read the history itself has told of.
    return failed({ kind: 'notKept' });
  }
}

/** What its owner says of a session after a change. The cost that follows from that is not in it. */
export function editsAfter(
  { session, edits }: Pick<KnownSession, 'session' | 'edits'>,
  change: SessionChange,
  now: number,
): Result<Edits, ChangeFailure> {
  const { deletedAt, ...others } = edits ?? { editedAt: now };
  const before: Omit<Edits, 'editedAt'> = withoutDerived(others);
  const isDeleted = deletedAt !== undefined;
  if (isDeleted !== (change.kind === 'restore')) return failed({ kind: 'gone' });
  const said = (next: { readonly [Key in keyof Edits]?: Edits[Key] | undefined }) =>
    success(omitUndefined({ ...before, ...next, editedAt: now }) as Edits);
  switch (change.kind) {
    case 'tag':
      return said({ tag: change.tag });
    case 'note':
      return said({ note: noteOf(change.note) });
    case 'correct': {
      const corrected = correctedBy(session, change.corrected, now);
      return corrected.ok ? said({ corrected: corrected.value }) : corrected;
    }
    case 'delete':
      return session.endedAt === undefined ? failed({ kind: 'running' }) : said({ deletedAt: now });
    case 'restore':
      return said({});
    default:
      return exhaustive(change);
  }
}

/** A cost that follows from the rest is made anew. */
function withoutDerived(edits: Omit<Edits, 'deletedAt'>): Omit<Edits, 'deletedAt'> {
  const { corrected, ...rest } = edits;
  if (!corrected) return rest;
  const { cost, ...numbers } = corrected;
  return { ...rest, corrected: cost?.origin === 'entered' ? corrected : numbers };
}

function noteOf(typed: string): string | undefined {
  return harmlessLines(typed.trim(), longestNote).slice(0, longestNote).trim() || undefined;
}

/** Only what differs from what was measured is corrected. */
function correctedBy(
  session: MeasuredSession,
  asked: Corrections,
  now: number,
): Result<Corrected | undefined, ChangeFailure> {
  const { endedAt } = session;
  if (endedAt === undefined) return failed({ kind: 'running' });
  const { startedAt = session.startedAt, energyWh } = asked;
  const whole = { startedAt, endedAt: asked.endedAt ?? endedAt, energyWh };
  if (correctionFault(whole, now)) return failed({ kind: 'impossible' });
  const other = <Value>(value: Value | undefined, measured: Value | undefined) =>
    value === measured ? undefined : value;
  const corrected = omitUndefined({
    startedAt: other(asked.startedAt, session.startedAt),
    endedAt: other(asked.endedAt, session.endedAt),
    energyWh: other(asked.energyWh, session.energyWh),
    cost: asked.cost && { ...asked.cost, origin: 'entered' as const },
  });
  return success(fieldsOf(corrected).length > 0 ? corrected : undefined);
}
