import { bounds } from '../../shared/domain/bounds.ts';
import { stateNameSchema } from '../../shared/schema/charger/status.ts';

/** What of a value is sound although it does not look so, by the names of its fields. */
export interface Exceptions {
  /** Texts that nobody shows, or that are as long as they are. */
  readonly raw?: readonly string[];
  /** Numbers that may be below zero although their name says that they measure. */
  readonly signed?: readonly string[];
  /** Its owner hears that it ends before it begins. */
  readonly turned?: true;
  /** What another door looks into. */
  readonly unread?: readonly string[];
  /** The longest text, UTF-16 units; else 4000. */
  readonly longest?: number;
}

const states: readonly string[] = stateNameSchema.options;
const steering = /[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u;
/** By how a name ends. */
const mostOf = [
  ['Ms', bounds.durationMs.most],
  ['Wh', bounds.energyWh.most],
  ['powerW', bounds.powerW.most],
  ['limitA', bounds.limitA.most],
  ['currentA', bounds.currentA.most],
  ['perKwh', bounds.pricePerKwh.most],
] as const;
/** No list of ours is longer, no document deeper. */
const mostItems = 20_000;
const deepest = 60;

/** Names of spans of time that end after they have begun. */
const spans = [
  ['startedAt', 'endedAt'],
  ['from', 'until'],
  ['validFrom', 'until'],
] as const;

/**
 * What in a value that has come through a door is unsound: a number that is none, a time that no
 * calendar has, a length or an energy below zero, a state that is not in the list, a text that could
 * steer what shows it or has no end, an object that is more than its own fields.
 */
export function faultsIn(value: unknown, except: Exceptions = {}): readonly string[] {
  return found(value, { name: '', path: '', depth: 0, isRaw: false }, except);
}

interface Place {
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly isRaw: boolean;
}

function found(value: unknown, place: Place, except: Exceptions): readonly string[] {
  const fault = (what: string) => [`${place.path || 'it'}: ${what}`];
  if (except.unread?.includes(place.name)) return [];
  if (place.depth > deepest) return fault('has no bottom');
  switch (typeof value) {
    case 'number':
      return numberFaults(value, place.name, except).flatMap(fault);
    case 'string':
      return textFaults(value, place, except).flatMap(fault);
    case 'object':
      return value === null ? [] : objectFaults(value, place, except);
    case 'boolean':
    case 'undefined':
      return [];
    default:
      return fault(typeof value);
  }
}

function numberFaults(value: number, name: string, { signed = [] }: Exceptions): string[] {
  if (!Number.isFinite(value)) return [String(value)];
  if (/At$/.test(name) && Math.abs(value) > bounds.date.most) return [`no moment: ${value}`];
  const measures = /(Ms|Wh)$|^(ms|wh|count|charges)$/.test(name) && !signed.includes(name);
  if (measures && value < 0) return [`below zero: ${value}`];
  const most = mostOf.find(([ending]) => name.endsWith(ending))?.[1] ?? Number.MAX_VALUE;
  return Math.abs(value) > most ? [`too much: ${value}`] : [];
}

function textFaults(value: string, { name, isRaw }: Place, except: Exceptions): string[] {
  if (name === 'state' && !isRaw && !states.includes(value)) return ['no state'];
  if (isRaw || except.raw?.includes(name)) return [];
  if (value.length > (except.longest ?? 4000)) return [`${value.length} characters`];
  return steering.test(value) ? [`steers: ${JSON.stringify(value)}`] : [];
}

function objectFaults(value: object, place: Place, except: Exceptions): readonly string[] {
  const inside = (name: string, one: unknown) =>
    found(
      one,
      {
        name,
        path: `${place.path}.${name}`,
        depth: place.depth + 1,
        isRaw: place.isRaw || (except.raw?.includes(name) ?? false),
      },
      except,
    );
  if (value instanceof Map) return [...value].flatMap(([key, one]) => inside(String(key), one));
  if (Array.isArray(value)) {
    const all = value.flatMap((one) => inside(place.name, one));
    return value.length > mostItems ? [`${place.path}: ${value.length} items`, ...all] : all;
  }
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) return [`${place.path}: is more than its fields`];
  const names = Object.keys(value).flatMap((name) =>
    found(name, { ...place, name: 'name', path: `${place.path} name` }, except),
  );
  const turned = spans.flatMap(([first, last]) => {
    const [from, to] = [Reflect.get(value, first), Reflect.get(value, last)];
    const isTurned =
      !except.turned && typeof from === 'number' && typeof to === 'number' && to < from;
    return isTurned && from > 1e9 ? [`${place.path}: ${last} is before ${first}`] : [];
  });
  const { startedAt, endedAt } = value as { readonly [name: string]: unknown };
  const lasted = Number(endedAt ?? startedAt) - Number(startedAt);
  const endless = !except.turned && lasted > bounds.sessionMs.most ? ['a session without end'] : [];
  return [
    ...names,
    ...turned,
    ...endless,
    ...Object.entries(value).flatMap(([key, one]) => inside(key, one)),
  ];
}
