import { asObject } from '../shared/read-body.ts';
import type { SimulatedCharger } from './charger.ts';
import type { Outcome } from './commands.ts';
import { type Payload, seconds, ulid } from './payload-style.ts';
import { type Route, type Visit, withCharger, write } from './route-kit.ts';
import { daysOf, type ScheduleEntry, SLOTS, type Weekday } from './schedule.ts';
import type { World } from './world.ts';

const DAY_S = 86_400;

/** The charger's own schedules. */
export const SCHEDULE_ROUTES: readonly Route[] = [
  { method: 'GET', pattern: /^\/chargers\/(\d+)\/schedules$/, answer: schedules },
  { method: 'POST', pattern: /^\/chargers\/(\d+)\/schedules$/, answer: putSchedules },
];

function schedules(visit: Visit) {
  return withCharger(visit, 'config', ({ charger }) => ({
    status: 200,
    body: readBody(visit.world, charger),
  }));
}

function readBody(world: World, { state }: SimulatedCharger) {
  const now = seconds(world.wall.now());
  return {
    schedules: state.schedules.map((entry) => scheduleElement(world, entry)),
    lastSchedule: state.lastSchedule ?? now,
  };
}

function scheduleElement(world: World, entry: ScheduleEntry): Payload {
  return {
    type: 0,
    repeat: 1,
    target: { type: 0, value: 0 },
    created_at: seconds(world.wall.now()) - DAY_S,
    user_uid: world.accounts[0]?.uid ?? '',
    ...entry,
    uid: ulid('SC', entry.id + 1),
  };
}

/**
 * Replaces the whole list; what is left out is deleted. The answer is the same where nothing was
 * changed, as it is for a list with a `uid` in it, or one that is not newer than the present and all
 * that was there. What is malformed, or of another shape than this firmware's, gets 400 (PY#72).
 */
function putSchedules(visit: Visit) {
  const { world } = visit;
  return write(visit, {
    place: 'config',
    kind: 'schedules',
    outcome: (charger, body) => replaced(world, charger, body.schedules),
    reply: () => ({
      status: 200,
      body: { sync_timestamp: seconds(world.wall.now()), error: false },
    }),
  });
}

function replaced(world: World, charger: SimulatedCharger, list: unknown): Outcome {
  const { state } = charger;
  const sent = Array.isArray(list) ? list.map(asObject) : undefined;
  const entries = sent?.map((raw) => raw && readEntry(raw, world.settings.scheduleShape));
  if (!sent || !entries?.every((entry) => entry !== undefined)) {
    return { kind: 'refused', status: 400, reason: 'Incomplete schedule' };
  }
  const before = readBody(world, charger);
  const newerThan = Math.max(
    seconds(world.wall.now()),
    before.lastSchedule,
    ...before.schedules.map(({ created_at }) => Number(created_at)),
  );
  const isIgnored =
    sent.some((raw) => raw !== undefined && 'uid' in raw) ||
    entries.some(({ created_at }) => !(Number(created_at) > newerThan));
  if (isIgnored) return { kind: 'done', state };
  const kept = entries.filter(({ days }) => Object.values(days).includes(true)).slice(0, SLOTS);
  const lastSchedule = seconds(world.wall.now());
  return { kind: 'done', state: { ...state, schedules: kept, lastSchedule } };
}

function readEntry(
  raw: Payload,
  shape: World['settings']['scheduleShape'],
): ScheduleEntry | undefined {
  const { id, enable, start, stop, max_energy } = raw;
  const time = (text: unknown): text is string =>
    typeof text === 'string' && /^([01]\d|2[0-3])[0-5]\d$/.test(text);
  const days = asObject(raw.days) ?? {};
  const names = Object.keys(daysOf([])) as Weekday[];
  if (!Number.isInteger(id) || !time(start) || !time(stop)) return undefined;
  if (typeof enable !== 'boolean' && enable !== 0 && enable !== 1) return undefined;
  if (!names.every((day) => typeof days[day] === 'boolean')) return undefined;
  if (shape === 'maxEnergy' && typeof max_energy !== 'number') return undefined;
  const on = names.filter((day) => days[day] === true);
  return { ...raw, id: Number(id), enable, start, stop, days: daysOf(on) };
}
