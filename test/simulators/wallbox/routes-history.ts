import { asObject } from '../shared/read-body.ts';
import type { Reply } from '../shared/reply.ts';
import { errorReply } from './errors.ts';
import {
  chargingElement,
  type LoggedSession,
  lastElement,
  logElement,
} from './payload-sessions.ts';
import { type Payload, seconds, ulid } from './payload-style.ts';
import { lenientNumber, type Route, type Visit, withCharger, write } from './route-kit.ts';
import type { ScheduleEntry } from './schedule.ts';
import { type Group, ownershipOf, type World } from './world.ts';

/** Past sessions and schedules. */
export const HISTORY_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: /^\/v4\/sessions\/stats$/, answer: stats },
  {
    method: 'GET',
    pattern: /^\/v4\/groups\/(\d+)\/charger-charging-sessions$/,
    answer: groupSessions,
  },
  { method: 'GET', pattern: /^\/v4\/charger-last-sessions$/, answer: lastSessions },
  { method: 'GET', pattern: /^\/chargers\/(\d+)\/schedules$/, answer: schedules },
  { method: 'POST', pattern: /^\/chargers\/(\d+)\/schedules$/, answer: putSchedules },
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

function schedules(visit: Visit): Reply {
  return withCharger(visit, 'config', ({ charger }) => {
    const list = charger.state.schedules.map((entry) => scheduleElement(visit.world, entry));
    return {
      status: 200,
      body: { schedules: list, lastSchedule: seconds(visit.world.wall.now()) },
    };
  });
}

function scheduleElement(world: World, entry: ScheduleEntry): Payload {
  return {
    ...entry,
    uid: ulid('SC', entry.id + 1),
    type: 0,
    created_at: seconds(world.wall.now()) - 86_400,
    user_uid: world.accounts[0]?.uid ?? '',
  };
}

/** Adds entries, or replaces those with the same position. Incomplete ones get 400 (PY#72). */
function putSchedules(visit: Visit): Reply {
  return write(visit, {
    place: 'config',
    kind: 'schedules',
    outcome: ({ state }, body) => {
      const list = Array.isArray(body.schedules) ? body.schedules.map(readEntry) : [];
      const entries = list.filter((entry) => entry !== undefined);
      if (entries.length === 0 || entries.length < list.length) {
        return { kind: 'refused', status: 400, reason: 'Incomplete schedule' };
      }
      const kept = state.schedules.filter((old) => !entries.some(({ id }) => id === old.id));
      return { kind: 'done', state: { ...state, schedules: [...kept, ...entries] } };
    },
    reply: () => schedules(visit),
  });
}

function readEntry(value: unknown): ScheduleEntry | undefined {
  const entry = asObject(value) ?? {};
  const days = asObject(entry.days) ?? {};
  const { id, enable, start, stop, max_current, max_energy } = entry;
  const time = (text: unknown): text is string =>
    typeof text === 'string' && /^([01]\d|2[0-3])[0-5]\d$/.test(text);
  const day = (name: string) => days[name] === true;
  if (typeof id !== 'number' || !time(start) || !time(stop)) return undefined;
  if (typeof max_current !== 'number' || typeof max_energy !== 'number') return undefined;
  if (Object.values(days).filter((flag) => typeof flag === 'boolean').length !== 7) {
    return undefined;
  }
  return {
    id,
    enable: Boolean(enable),
    start,
    stop,
    max_current,
    max_energy,
    days: {
      monday: day('monday'),
      tuesday: day('tuesday'),
      wednesday: day('wednesday'),
      thursday: day('thursday'),
      friday: day('friday'),
      saturday: day('saturday'),
      sunday: day('sunday'),
    },
  };
}
