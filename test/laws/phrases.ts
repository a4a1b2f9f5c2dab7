import type { Messages } from '../../shared/text/messages.ts';

/** What a phrase is given, by the names of its values. */
export type Fill = (name: string) => unknown;

/** What a language says, and by what. */
export interface Phrase {
  /** Where it stands, and what it was called with: `tray.more(count: 2)`. */
  readonly where: string;
  readonly text: string;
}

/** A place of a catalogue: a plain text, or what is made of some values. */
export interface Place {
  readonly where: string;
  readonly names: readonly string[];
  readonly say: (fill: Fill) => readonly Phrase[];
}

/** Values that choose words instead of standing among them. */
export const choices: Readonly<Record<string, readonly unknown[]>> = {
  trend: ['more', 'less', 'same'],
  isRunning: [true, false],
  what: ['sessions', 'samples'],
};

/** What may be unknown, and is then said otherwise. */
const optional = new Set([
  'tray.summary.power',
  'exporting.range.charger',
  'exporting.rangeAll.charger',
  'sessionEdit.form.energyHint.recorded',
]);

/** Where several values are taken at once, and whether there may be none. */
const lists: ReadonlyMap<string, 'some' | 'any'> = new Map([
  ['foundSettings.found.shown', 'any'],
  ['foundSettings.used.secrets', 'any'],
  ['troubles.lostSettings.keys', 'some'],
  ['session.picture.at.parts', 'some'],
]);

/** Values that are numbers, by which words are chosen. */
export const counted: ReadonlySet<string> = new Set([
  ...['charging', 'count', 'days', 'least', 'left', 'most', 'number', 'quarter'],
  ...['samples', 'sessions', 'years'],
]);

/** A value that is found again in a text: `⟦from⟧`. */
export const mark = (name: string) => `⟦${name}⟧`;
export const marks = /⟦[^⟧]*⟧/g;

/** Every place of a catalogue, by where it is. `measure` is the catalogue that all others follow. */
export function placesOf(
  catalogue: Messages,
  measure: Messages = catalogue,
): ReadonlyMap<string, Place> {
  return new Map(placesIn(catalogue, measure, '').map((place) => [place.where, place]));
}

function placesIn(part: unknown, measure: unknown, where: string): readonly Place[] {
  if (typeof part === 'string') return [{ where, names: [], say: () => [{ where, text: part }] }];
  if (typeof part === 'function' && typeof measure === 'function') {
    const { names, isOne } = valuesTakenBy(measure);
    return [{ where, names, say: (fill) => saidBy(part, { where, names, isOne, fill }) }];
  }
  if (typeof part !== 'object' || part === null) throw new Error(`${where} is no phrase`);
  return Object.entries(part).flatMap(([key, one]) =>
    placesIn(one, Reflect.get(Object(measure), key), where ? `${where}.${key}` : key),
  );
}

interface Taken {
  readonly names: readonly string[];
  /** A single value instead of an object of several. */
  readonly isOne: boolean;
}

/** What a phrase takes: what English reads of an object, or its only value. */
function valuesTakenBy(say: CallableFunction): Taken {
  const read = new Set<string>();
  const other = new Set(['length', 'join', 'toString', 'valueOf']);
  const get = (_: object, name: string | symbol) => {
    if (typeof name === 'symbol' || other.has(name)) return () => '';
    read.add(name);
    return [];
  };
  say(new Proxy({}, { get }));
  const isOne = read.size === 0;
  return { names: isOne ? [singleNameOf(say)] : [...read], isOne };
}

/** The name that English gives to the only value of a phrase: `(time) => …`. */
function singleNameOf(say: CallableFunction): string {
  const [, name = 'it'] = /^\(?\s*_?(\w+)/.exec(say.toString()) ?? [];
  return name;
}

interface Call extends Taken {
  readonly where: string;
  readonly fill: Fill;
}

function saidBy(say: CallableFunction, { where, names, isOne, fill }: Call): readonly Phrase[] {
  const value = (name: string) => {
    const one = fill(name);
    return lists.has(`${where}.${name}`) && !Array.isArray(one) ? [one] : one;
  };
  const given = Object.fromEntries(names.map((name) => [name, value(name)]));
  const told = names.map((name) => `${name}: ${String(given[name])}`).join(', ');
  return textsIn(say(isOne ? value(names[0] ?? '') : given), `${where}(${told})`);
}

function textsIn(said: unknown, where: string): readonly Phrase[] {
  if (typeof said !== 'object' || said === null) return [{ where, text: String(said) }];
  return Object.entries(said).flatMap(([key, one]) => textsIn(one, `${where}.${key}`));
}

/** Every way to give a phrase its marked values, with each of its choices and of what is unknown. */
export function markedFills({ where, names }: Place): readonly Fill[] {
  const ways = names.reduce<readonly Readonly<Record<string, unknown>>[]>(
    (all, name) =>
      all.flatMap((one) => valuesOf(where, name).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return ways.map((way) => (name: string) => way[name]);
}

function valuesOf(where: string, name: string): readonly unknown[] {
  const place = `${where}.${name}`;
  const list = lists.get(place);
  if (list) return [[mark(name)], [mark(name), mark(name)], ...(list === 'any' ? [[]] : [])];
  if (optional.has(place)) return [mark(name), undefined];
  return choices[name] ?? [mark(name)];
}

/** Gives all values that choose nothing the same. */
export function allBeing(value: unknown): Fill {
  return (name) => choices[name]?.[0] ?? value;
}

/** Gives all numbers the same, and marks for all other values. */
export function everyCountBeing(count: number): Fill {
  return (name) => choices[name]?.[0] ?? (counted.has(name) ? count : mark(name));
}

/** Gives one value, and marks for all others. */
export function onlyBeing(one: string, value: unknown): Fill {
  return (name) => choices[name]?.[0] ?? (name === one ? value : mark(name));
}
