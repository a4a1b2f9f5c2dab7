import {
  type ChargerSchedules,
  mostWritesADay,
  type PlanEntry,
  type ScheduleFailure,
} from '../../../../shared/domain/charger/schedule.ts';
import type { Failure } from '../../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { OwnersChange, RequestOptions, ScheduleChange } from '../../connection.ts';
import type { ReadRequest, WallboxClient } from '../client.ts';
import { readList, type ScheduleList, toSchedules } from './list.ts';
import { isStored, nextList, notStored, type SentList } from './next-list.ts';
import { type NextStart, nextStartOf } from './next-start.ts';
import { ownersList } from './owners-list.ts';

/** Whose schedules, and by which means. */
export interface ScheduleParts {
  readonly client: Pick<WallboxClient, 'read' | 'write'>;
  readonly clock: Clock;
  readonly chargerId: string;
  /** Why they need not even be sent. */
  readonly blockedReason: () => Failure | undefined;
  readonly explain: (status: 403 | 409) => Failure;
  /** A list was read. */
  readonly seen: (next: NextStart | undefined) => void;
}

/** All schedules of a charger, once. */
export async function readAll(
  parts: ScheduleParts,
  remembered: readonly PlanEntry[],
  options: RequestOptions,
): Promise<Result<ChargerSchedules, Failure>> {
  const list = await ask(parts, options, 'details');
  return list.ok ? success(toSchedules(list.value, remembered)) : list;
}

/** Has a plan's entries stand in the charger, and the owner's as they were. */
export function writeAll(
  parts: ScheduleParts,
  change: ScheduleChange,
  options: RequestOptions,
): Promise<Result<ChargerSchedules, Failure>> {
  const next = (list: ScheduleList, now: number) => {
    const found = nextList(list, change, now);
    const isTooOften = change.writesToday >= mostWritesADay;
    return found.ok && found.value && isTooOften ? notStored('tooOften') : found;
  };
  return write(parts, { ...change, next }, options);
}

/** Has one of the owner's entries be as they want it, and all others as they were. */
export function changeOwners(
  parts: ScheduleParts,
  change: OwnersChange,
  options: RequestOptions,
): Promise<Result<ChargerSchedules, ScheduleFailure>> {
  const next = (list: ScheduleList, now: number) => ownersList(list, change, now);
  return write(parts, { ...change, next }, options);
}

/** A list in the place of the one that is read. */
interface Writing<Failed> extends Pick<ScheduleChange, 'keep' | 'remembered'> {
  readonly next: (list: ScheduleList, now: number) => Result<SentList | undefined, Failed>;
}

/** Reads, writes and reads again: the reply to the write says the same whether it was taken or not. */
async function write<Failed>(
  parts: ScheduleParts,
  { keep, remembered, next }: Writing<Failed>,
  options: RequestOptions,
): Promise<Result<ChargerSchedules, Failed | Failure>> {
  const blocked = parts.blockedReason();
  if (blocked) return failed(blocked);
  const before = await ask(parts, options, 'details');
  if (!before.ok) return before;
  const list = next(before.value, parts.clock.now());
  if (!list.ok) return list;
  if (!list.value) return success(toSchedules(before.value, remembered));
  const known = [...remembered, ...list.value.plans];
  await keep(known);
  const after = await send(parts, list.value, options);
  return after.ok ? success(toSchedules(after.value, known)) : after;
}

/** The list as it was read back. */
async function send(
  parts: ScheduleParts,
  list: SentList,
  options: RequestOptions,
): Promise<Result<ScheduleList, Failure>> {
  const { client, chargerId, blockedReason, explain } = parts;
  const { signal } = options;
  const order = { kind: 'schedules', schedules: list.body } as const;
  const written = await client.write({ order, chargerId, signal, blockedReason, explain });
  if (signal.aborted) return failed({ kind: 'unreachable', sent: true });
  if (!written.ok && !mayBeThere(written.failure)) return written;
  const after = await ask(parts, options, 'confirmation');
  if (!after.ok) return failed(maybeSent(after.failure));
  if (isStored(after.value, list)) return after;
  return written.ok ? notStored('ignored') : written;
}

function ask(
  { client, chargerId, seen }: ScheduleParts,
  { signal, purpose }: RequestOptions,
  turn: ReadRequest<unknown>['turn'],
): Promise<Result<ScheduleList, Failure>> {
  const template = '/chargers/{id}/schedules';
  const understand = (body: string) => {
    const list = readList(body);
    if (list) seen(nextStartOf(body));
    return list;
  };
  return client.read({ template, chargerId, signal, turn: purpose ?? turn, understand });
}

function mayBeThere(failure: Failure): boolean {
  return 'sent' in failure && failure.sent === true;
}

/** The list has left, whatever became of the reading after it. */
function maybeSent(failure: Failure): Failure {
  switch (failure.kind) {
    case 'rateLimited':
    case 'unreachable':
    case 'timedOut':
    case 'serverError':
    case 'notUnderstood':
      return { ...failure, sent: true };
    default:
      return failure;
  }
}
