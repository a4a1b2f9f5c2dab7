import { objectBody, type RequestBody } from '../shared/read-body.ts';
import type { Reply } from '../shared/reply.ts';
import type { CommandRecord, SimulatedCharger } from './charger.ts';
import { type Outcome, standingRefusal } from './commands.ts';
import { type ErrorPlace, errorReply } from './errors.ts';
import type { Payload } from './payload-style.ts';
import { type Account, type Ownership, standing, type World } from './world.ts';

/** A request that is signed in and within its limits. */
export interface Visit {
  readonly world: World;
  readonly account: Account;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What the pattern's group caught: a charger's or a group's id. */
  readonly id: number;
  readonly body: RequestBody;
}

/** A path of the api host and what answers there. */
export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly answer: (visit: Visit) => Reply;
}

/** A charger and what the visitor is allowed to know about it. */
export interface Found {
  readonly charger: SimulatedCharger;
  readonly ownership: Ownership;
}

/** Runs `use` on the charger the path names; 404 for an unknown one, 403 for another owner's. */
export function withCharger(visit: Visit, place: ErrorPlace, use: (found: Found) => Reply): Reply {
  const found = standing(visit.world, visit.account, visit.id);
  if (found.kind === 'no-such-charger') return errorReply(place, 404, 'Charger not found');
  if (found.kind === 'stranger') return errorReply(place, 403, 'Access denied');
  return use(found);
}

/** A write: who may, what it asks for, and what is answered when it was taken. */
export interface Write {
  readonly place: ErrorPlace;
  readonly kind: CommandRecord['kind'];
  readonly outcome: (charger: SimulatedCharger, body: Payload) => Outcome;
  readonly reply: (found: Found, body: Payload) => Reply;
  /** Taken in any state, as a reboot in an error is. */
  readonly anyState?: (body: Payload) => boolean;
}

/** Checks rights and state, carries the write out and notes it, refused or not. */
export function write(visit: Visit, rules: Write): Reply {
  const found = standing(visit.world, visit.account, visit.id);
  const reply =
    found.kind === 'member' && found.profile === 'user'
      ? errorReply(rules.place, 403, 'You have no permission for this charger')
      : withCharger(visit, rules.place, (it) => attempt(visit, rules, it));
  if (found.kind === 'member') {
    const body = visit.body.kind === 'json' ? visit.body.value : null;
    found.charger.record({
      at: visit.world.wall.now(),
      kind: rules.kind,
      body,
      status: reply.status,
    });
  }
  return reply;
}

function attempt(visit: Visit, rules: Write, found: Found): Reply {
  const body = objectBody(visit.body);
  if (body === undefined) return errorReply(rules.place, 400, 'Malformed body');
  const { charger } = found;
  if (charger.state.updateUntil !== null) {
    const detail = `${rules.kind} for ${charger.spec.id}`;
    visit.world.blame('command-while-updating', visit.account.email, detail);
  }
  const refusal = rules.anyState?.(body) ? undefined : standingRefusal(charger.state);
  const outcome = refusal ?? rules.outcome(charger, body);
  if (outcome.kind === 'refused') {
    return errorReply(rules.place, outcome.status, outcome.reason);
  }
  charger.carryOut(outcome);
  return rules.reply(found, body);
}

/** A number, also when it comes as a text of digits. */
export function lenientNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}
