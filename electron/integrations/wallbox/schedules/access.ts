import {
  type ChargerSchedules,
  mostWritesADay,
  type PlanEntry,
} from '../../../../shared/domain/charger/schedule.ts';
import type { Failure, NotStored } from '../../../../shared/domain/failure.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { RequestOptions, ScheduleChange } from '../../connection.ts';
import type { ReadRequest, WallboxClient } from '../client.ts';
import { readList, type ScheduleList, toSchedules } from './list.ts';
import { isStored, nextList, type SentList } from './next-list.ts';

/** Whose schedules, and by which means. */
export interface ScheduleParts {
  readonly client: Pick<WallboxClient, 'read' | 'write'>;
  readonly clock: Clock;
  readonly chargerId: string;
  /** Why they need not even be sent. */
  readonly blockedReason: () => Failure | undefined;
  readonly explain: (status: 403 | 409) => Failure;
  /** A list was read. */
  readonly seen: (body: string) => void;
}

type Read = Promise<Result<ChargerSchedules, Failure>>;

/** All schedules of a charger, once. */
export async function readAll(
  parts: ScheduleParts,
  remembered: readonly PlanEntry[],
  options: RequestOptions,
): Read {
  const list = await ask(parts, options, 'details');
  return list.ok ? success(toSchedules(list.value, remembered)) : list;
}

/** Reads, writes and reads again: the reply to the write says the same whether it was taken or not. */
export async function writeAll(
  parts: ScheduleParts,
  change: ScheduleChange,
  options: RequestOptions,
): Read {
  const blocked = parts.blockedReason();
  if (blocked) return failed(blocked);
  const before = await ask(parts, options, 'details');
  if (!before.ok) return before;
  const next = nextList(before.value, change, parts.clock.now());
  if (next.kind === 'asWanted') return success(toSchedules(before.value, change.remembered));
  if (next.kind === 'refused') return notStored(next.why);
  if (change.writesToday >= mostWritesADay) return notStored('tooOften');
  const remembered = [...change.remembered, ...next.plans];
  await change.keep(remembered);
  return send(parts, { ...next, remembered }, options);
}

async function send(parts: ScheduleParts, list: SentList, options: RequestOptions): Read {
  const { client, chargerId, blockedReason, explain } = parts;
  const { signal } = options;
  const order = { kind: 'schedules', schedules: list.body } as const;
  const written = await client.write({ order, chargerId, signal, blockedReason, explain });
  if (signal.aborted) return failed({ kind: 'unreachable', sent: true });
  if (!written.ok && !mayBeThere(written.failure)) return written;
  const after = await ask(parts, options, 'confirmation');
  if (!after.ok) return failed(maybeSent(after.failure));
  if (isStored(after.value, list)) return success(toSchedules(after.value, list.remembered));
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
    if (list) seen(body);
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

function notStored(why: NotStored): Result<never, Failure> {
  return failed({ kind: 'notStored', why });
}
