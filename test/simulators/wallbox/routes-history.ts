import { asObject } from '../shared/read-body.ts';
import type { Reply } from '../shared/reply.ts';
import { errorReply } from './errors.ts';
import {
  chargingElement,
  type LoggedSession,
  lastElement,
  logElement,
} from './payload-sessions.ts';
import { type Payload, seconds } from './payload-style.ts';
import { lenientNumber, type Route, type Visit, withCharger } from './route-kit.ts';
import { type Group, ownershipOf } from './world.ts';

/** Past sessions. */
export const HISTORY_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: /^\/v4\/sessions\/stats$/, answer: stats },
  {
    method: 'GET',
    pattern: /^\/v4\/groups\/(\d+)\/charger-charging-sessions$/,
    answer: groupSessions,
  },
  { method: 'GET', pattern: /^\/v4\/charger-last-sessions$/, answer: lastSessions },
];

function stats(visit: Visit): Reply {
  const { query, world } = visit;
  const id = Number(query.get('charger'));
  return withCharger({ ...visit, id }, 'sessions', ({ charger, ownership }) => {
    const from = Number(query.get('start_date') ?? 0);
    const to = Number(query.get('end_date') ?? Number.POSITIVE_INFINITY);
    const all = charger.history
      .map((session) => ({ charger, session, ownership }))
      .filter(({ session }) => session.startAt >= from * 1_000 && session.startAt <= to * 1_000);
    return listReply(visit, all, (entry, index) =>
      world.settings.sessionTypes === 'mixed' && index % 2 === 1
        ? chargingElement(entry)
        : logElement(entry),
    );
  });
}

function groupSessions(visit: Visit): Reply {
  const group = visit.account.groups.find((other) => other.id === visit.id);
  if (group === undefined) return errorReply('sessions', 403, 'Access denied');
  const wanted = filters(visit.query.get('filters'));
  if (wanted === undefined) return errorReply('sessions', 400, 'Malformed filters');
  const all = sessionsOf(visit, group).filter(({ session, charger }) =>
    wanted.every(({ field, operator, value }) => {
      const has = {
        start_time: seconds(session.startAt),
        end_time: seconds(session.endAt),
        charger_id: charger.spec.id,
      }[field];
      return has !== undefined && compare(has, operator, value);
    }),
  );
  return listReply(visit, all, chargingElement);
}

function lastSessions(visit: Visit): Reply {
  const all = visit.account.groups.flatMap((group) => sessionsOf(visit, group));
  return listReply(visit, all, lastElement);
}

function sessionsOf({ world, account }: Visit, group: Group): readonly LoggedSession[] {
  return group.members.flatMap(({ chargerId }) => {
    const charger = world.chargers.get(chargerId);
    if (charger === undefined) return [];
    const ownership = ownershipOf(account, group);
    return charger.history.map((session) => ({ charger, session, ownership }));
  });
}

/** Newest first, one page, with links that name the vendor's internal host. */
function listReply(
  visit: Visit,
  all: readonly LoggedSession[],
  element: (entry: LoggedSession, index: number) => Payload,
): Reply {
  const limit = Number(visit.query.get('limit') ?? 1_000);
  const offset = Number(visit.query.get('offset') ?? 0);
  const sorted = [...all].sort((a, b) => b.session.startAt - a.session.startAt);
  const more = offset + limit < sorted.length;
  return {
    status: 200,
    body: {
      meta: { count: sorted.length },
      links: {
        self: link(visit, offset),
        ...(more ? { next: link(visit, offset + limit) } : {}),
      },
      data: sorted.map(element).slice(offset, offset + limit),
    },
  };
}

function link({ world, path, query }: Visit, offset: number): string {
  const next = new URLSearchParams(query);
  next.set('offset', String(offset));
  return `${world.linkOrigin()}${path}?${next}`;
}

interface Filter {
  readonly field: string;
  readonly operator: string;
  readonly value: number;
}

/** `{"filters":[{field, operator, value}]}`; undefined when it cannot be read. */
function filters(text: string | null): readonly Filter[] | undefined {
  if (text === null) return [];
  try {
    const list = asObject(JSON.parse(text))?.filters;
    if (!Array.isArray(list)) return undefined;
    return list.map((item) => {
      const { field, operator, value } = asObject(item) ?? {};
      const number = lenientNumber(value) ?? Number.NaN;
      return { field: String(field), operator: String(operator), value: number };
    });
  } catch {
    return undefined;
  }
}

function compare(has: number, operator: string, value: number): boolean {
  switch (operator) {
    case 'gte':
      return has >= value;
    case 'gt':
      return has > value;
    case 'lte':
      return has <= value;
    case 'lt':
      return has < value;
    case 'eq':
      return has === value;
    default:
      return false;
  }
}
