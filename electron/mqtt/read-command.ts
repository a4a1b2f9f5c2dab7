import { bounds, within } from '../../shared/domain/bounds.ts';
import type { Command } from '../../shared/domain/charger/command.ts';
import { jsonOf } from '../integrations/kit/json-of.ts';
import { isContent } from '../settings/kept-found.ts';

/** What is to be done, as it came by a broker. */
export interface Order {
  readonly command: Command;
  /** Chosen by whoever sent it, and said again with what becomes of it. */
  readonly id?: string | undefined;
}

/** No command of ours is longer, UTF-16 units. */
const longest = 500;
const longestId = 100;

const plain: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['pause', { kind: 'pause' }],
  ['resume', { kind: 'resume' }],
  ['schedule', { kind: 'backToSchedule' }],
  ['lock', { kind: 'lock' }],
  ['unlock', { kind: 'unlock' }],
]);

/** What the entities of a hub send, by the topic they send it to. */
const set: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['set/charging ON', { kind: 'resume' }],
  ['set/charging OFF', { kind: 'pause' }],
  ['set/lock LOCK', { kind: 'lock' }],
  ['set/lock UNLOCK', { kind: 'unlock' }],
  ['set/schedule PRESS', { kind: 'backToSchedule' }],
]);

/**
 * A command by the rest of its topic: `set/…` for the entities of a hub, `command` for scripts, which
 * send a word or JSON. Undefined where it makes no sense; a restart or an update has no word. Pure.
 */
export function readOrder(rest: string, payload: string | undefined): Order | undefined {
  if (payload === undefined || payload.length > longest) return undefined;
  const text = payload.trim();
  if (rest === 'command') return text.startsWith('{') ? fromJson(text) : fromWord(text, {});
  if (rest === 'set/limit') return limit(text);
  const command = set.get(`${rest} ${text}`);
  return command && { command: { ...command } };
}

/** The word by which a command is asked for and answered. */
export function wordOf({ kind }: Command): string {
  if (kind === 'backToSchedule') return 'schedule';
  return kind === 'setLimit' ? 'limit' : kind;
}

function fromWord(word: string, id: Pick<Order, 'id'>): Order | undefined {
  const command = plain.get(word);
  // A command of its own each time: it is found again by what it is, not by what it says.
  return command && { command: { ...command }, ...id };
}

function fromJson(text: string): Order | undefined {
  const asked = parsed(text);
  if (!asked) return undefined;
  const { command, id, limit: wanted } = asked;
  if (id !== undefined && (typeof id !== 'string' || id.length > longestId)) return undefined;
  const named = id === undefined ? {} : { id };
  if (command === 'limit') {
    const order = typeof wanted === 'number' ? limit(String(wanted)) : undefined;
    return order && { ...order, ...named };
  }
  return typeof command === 'string' ? fromWord(command, named) : undefined;
}

/** Whole amperes; hubs write `16` as well as `16.0`. */
function limit(text: string): Order | undefined {
  if (!/^-?\d{1,3}(\.0+)?$/.test(text)) return undefined;
  const limitA = Number(text);
  const isLimit = limitA !== 0 && within(bounds.limitA, limitA) !== undefined;
  return isLimit ? { command: { kind: 'setLimit', limitA } } : undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = jsonOf(text);
  return isContent(value) ? value : undefined;
}
