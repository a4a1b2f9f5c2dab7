import { Temporal } from 'temporal-polyfill';
import type { Failure } from '../../../shared/domain/failure.ts';
import type {
  CloudSession,
  HistoryCharger,
  Session,
} from '../../../shared/domain/session/history.ts';
import { omitUndefined } from '../../../shared/omit-undefined.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { brandSchema } from '../../../shared/schema/brand.ts';
import type { ChargerHandle, SessionRange } from '../../integrations/connection.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Pricing } from '../../tariffs/pricing.ts';
import { merged } from '../merge/merge.ts';
import type { KnownSession, MergedSession } from '../merge/merged-session.ts';
import type { History } from '../store/history.ts';

export interface CloudParts {
  readonly clock: Clock;
  readonly history: History;
  readonly pricing: Pricing;
  readonly charger: (key: string) => ChargerHandle | undefined;
  readonly signal: AbortSignal;
}

/** What its account's list tells of a charger, which may never have been read. */
export function listedCharger(
  key: string,
  handle: ChargerHandle | undefined,
): HistoryCharger | undefined {
  const { name, model, serial } = handle ?? {};
  const brand = brandSchema.safeParse(key.split('/')[0]);
  if (!brand.success || !name) return undefined;
  return { key, brand: brand.data, name, ...omitUndefined({ model, serial }) };
}

/** A charge that was recorded may have begun before the range by our clock or the charger's. */
const aroundMs = 2 * 86_400_000;

/**
 * Asks the maker's cloud for the sessions of a range, month by month, and makes one of its account
 * and ours. Gives how many sessions it told of; what came before a failure stays. Rejects, with
 * nothing of that month merged, where the history cannot be read: all would seem to be new.
 */
export async function fetchSessions(
  parts: CloudParts,
  key: string,
  range: SessionRange,
): Promise<Result<{ sessions: number }, Failure>> {
  let sessions = 0;
  for (const month of monthsOf(range)) {
    const fetched = await fetchMonth(parts, key, month);
    if (!fetched.ok) return fetched;
    sessions += fetched.value;
  }
  return success({ sessions });
}

async function fetchMonth(
  { charger, clock, history, pricing, signal }: CloudParts,
  key: string,
  { from, month, to }: Month,
): Promise<Result<number, Failure>> {
  const told = await charger(key)?.sessions?.({ from, to }, { signal });
  if (!told) return failed({ kind: 'notSupported' });
  if (!told.ok) return told;
  const isWhole = () => history.setCloudMonth(key, { month, fetchedAt: clock.now() });
  await merge({ history, pricing }, { key, range: { from, to }, told: told.value, isWhole });
  return success(told.value.length);
}

/**
 * Makes one of what a charger or its cloud tells by itself and what was recorded. Late, twice and in
 * any order is the same. Gives what has to wait because its session runs here still. Rejects where the
 * history cannot be read.
 */
export async function mergeSessions(
  parts: Pick<CloudParts, 'history' | 'pricing'>,
  key: string,
  told: readonly CloudSession[],
): Promise<readonly CloudSession[]> {
  if (told.length === 0) return [];
  const from = Math.min(...told.map(({ startedAt }) => startedAt));
  const to = Math.max(...told.map(({ endedAt }) => endedAt));
  return merge(parts, { key, range: { from, to }, told });
}

interface Told {
  readonly key: string;
  /** All of `told` began in it. */
  readonly range: SessionRange;
  readonly told: readonly CloudSession[];
  /** Nothing of the range had to be held back. */
  readonly isWhole?: () => void;
}

async function merge(
  { history, pricing }: Pick<CloudParts, 'history' | 'pricing'>,
  { key, range, told, isWhole }: Told,
): Promise<readonly CloudSession[]> {
  const around = { charger: key, from: range.from - aroundMs, to: range.to + aroundMs };
  return history.revise(async (sure) => {
    const known = await sure.knownSessions(around);
    const { heldBack, sessions } = merged(key, known, told);
    for (const one of sessions.filter((session) => !isKept(session, known))) {
      history.saveMerged(key, one);
    }
    if (heldBack.length === 0) isWhole?.();
    const unpriced = (await sure.sessions(around)).filter(lacksCost);
    await pricing.priceAll(unpriced, sure);
    return heldBack;
  });
}

/** It has ended, and what it cost is not known: as it is told, or as it was measured. */
function lacksCost({ cost, correction, endedAt }: Session): boolean {
  return (
    endedAt !== undefined && (!cost || (correction !== undefined && !correction.original.cost))
  );
}

/** It stands there already, exactly so. */
function isKept(row: MergedSession, known: readonly KnownSession[]): boolean {
  const [id] = row.ids;
  const same = known.find(({ session }) => session.id === id);
  if (!same || row.ids.length !== 1) return false;
  const { id: _id, ...session } = same.session;
  return equal(session, row.session) && equal([...same.cloudIds], [...row.cloudIds]);
}

function equal(one: object, other: object): boolean {
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  return sorted(one) === sorted(other);
}

interface Month extends SessionRange {
  /** `2026-11`. */
  readonly month: string;
}

/** A range by months of UTC, each as much of it as lies in the range. */
function monthsOf({ from, to }: SessionRange): readonly Month[] {
  const months: Month[] = [];
  const first = Temporal.Instant.fromEpochMilliseconds(Math.floor(from));
  let month = first.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
  for (let begin = from; begin < to; ) {
    const next = month.add({ months: 1 });
    const end = Math.min(to, Date.UTC(next.year, next.month - 1));
    months.push({ month: month.toString(), from: begin, to: end });
    begin = end;
    month = next;
  }
  return months;
}
