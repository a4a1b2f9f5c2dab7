import { fc } from '../fixtures/properties.ts';

/** JSON knows numbers that no double holds; they cannot be written with `JSON.stringify`. */
const beyond = '@beyond';
/** Stands for a key that an object of this language cannot simply be given. */
const protoKey = '@proto';

const oddNumbers = [0, -0, -1, 0.1, 1.5, 255, 1e6 + 1, 9e15, -9e15, 2 ** 53, 1e21, 1e306, -1e306];
const oddTexts = [
  ...['', ' ', '0', '-1', '1e999', 'NaN', 'Infinity', 'true', 'null', '2026-02-30', '24:00', 'é'],
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '../../etc/passwd', '%s%n', '=1+1'],
  ...['\0', 'a\nb', '\u001b[2J', '\u202egnp', '\ud83d', '🔌', '<b>x</b>', 'charging', 'error'],
];

const oddity: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, beyond),
  fc.constantFrom<unknown>(...oddNumbers, ...oddNumbers.map(String)),
  fc.constantFrom<unknown>(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** What only a call between processes can carry, and no file. */
const cloned: fc.Arbitrary<unknown> = fc.oneof(
  oddity,
  fc.constantFrom<unknown>(undefined, Number.NaN, Number.POSITIVE_INFINITY, 10n, new Date(0)),
  fc.constantFrom<unknown>(new Map([['a', 1]]), new Set([1]), new Uint8Array(), /a/, circle()),
);

function circle(): object {
  const round: { self?: object } = {};
  round.self = round;
  return round;
}

const kinds = [
  ...(['drop', 'put', 'put', 'put', 'turn', 'nest', 'proto', 'double', 'many', 'swap'] as const),
  ...(['long', 'key', 'other', 'other', 'other', 'other'] as const),
];

/** One thing that goes wrong with a document, somewhere in it. */
interface Mutation {
  readonly place: number;
  readonly kind: (typeof kinds)[number];
  readonly value: unknown;
  readonly size: number;
}

const mutations = (values: fc.Arbitrary<unknown>) =>
  fc.array(
    fc.record({
      place: fc.nat(10_000),
      kind: fc.constantFrom(...kinds),
      value: values,
      size: fc.nat(300),
    }),
    { minLength: 1, maxLength: 3 },
  );

/** Documents of which one to three things are odd; most of it is as it should be. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return changed(valid, cloned);
}

/** The same as JSON text, which may have a key twice, and numbers that are none here. */
export function mutatedJson(valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(
      changed(valid, oddity),
      fc.constantFrom(plain, plain, plain, doubled, doubled, bottomless),
    )
    .map(([value, spell]) => spell(asJson(value)));
}

/**
 * A document once for each place in it and each of a few things that may stand there, so that no field
 * is left to chance: what steers and what has no end for a text, too little and too much for a number.
 */
export function everyPlace(document: unknown): readonly unknown[] {
  const count = spotsIn({ document }, new Set()).length;
  return Array.from({ length: count }, (_, place) => {
    const spot = spotsIn({ document }, new Set())[place];
    const before: unknown = spot && Reflect.get(spot.parent, spot.key);
    return oddFor(before).map((value) => {
      const root = { document: structuredClone(document) };
      const same = spotsIn(root, new Set())[place];
      if (same) Reflect.set(same.parent, same.key, value);
      return root.document;
    });
  }).flat();
}

function oddFor(before: unknown): readonly unknown[] {
  if (typeof before === 'string') return [`a\n\u001b[2J\u202e\0 ${before}`, 'x'.repeat(5000)];
  if (typeof before === 'number') return [1, -before - 1, before * 1e6 + 1e17];
  if (typeof before === 'boolean') return ['true', 1];
  const isList = Array.isArray(before) || typeof before !== 'object' || before === null;
  return isList ? [null, 7] : [null, 7, { ...before, 'a\u001b[2J\n': Object.values(before)[0] }];
}

/** A text of which one to three pieces are odd, missing or there twice. */
export function mutatedText(valid: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(valid, mutations(fc.constantFrom(...oddTexts, '"', ';', ',')))
    .map(([text, all]) =>
      all.reduce((now, { place, kind, value, size }) => {
        const parts = now.split(/(?<=[\W_])|(?=[\W_])/);
        const at = place % Math.max(1, parts.length);
        const part = parts[at] ?? '';
        if (kind === 'drop') parts.splice(at, 1 + (size % 5));
        else if (kind === 'many') parts[at] = part.repeat(size);
        else if (kind === 'long') parts[at] = String(value).repeat(size * 20);
        else parts[at] = String(value);
        return parts.join('');
      }, text),
    );
}

/** As it would be written, with what JSON has and this language has not. */
export function asJson(value: unknown): string {
  return (JSON.stringify(value) ?? '')
    .replaceAll(`"${beyond}"`, '1e999')
    .replaceAll(`"${protoKey}"`, '"__proto__"');
}

function plain(text: string): string {
  return text;
}

/** With a value of so many brackets that whoever walks through it runs out of stack. */
function bottomless(text: string): string {
  const deep = 50_000;
  return text.replace('{', `{"later":${'['.repeat(deep)}${']'.repeat(deep)},`).replace(',}', '}');
}

/** The first key of an object once more, with another value. */
function doubled(text: string): string {
  return text.replace(/\{("(?:[^"\\]|\\.)*":)/, '{$1-1e400,$1');
}

function changed(
  valid: fc.Arbitrary<unknown>,
  values: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, valid, mutations(values))
    .map(([document, other, all]) =>
      all.reduce((now, one) => withMutation(now, other, one), structuredClone(document)),
    );
}

interface Spot {
  readonly parent: object;
  readonly key: string | number;
}

/** `other` is another valid document: what stands in the same place there may stand here as well. */
function withMutation(document: unknown, other: unknown, mutation: Mutation): unknown {
  const { place, kind, value, size } = mutation;
  const root = { document };
  const spots = spotsIn(root, new Set());
  const { parent, key } = spots[place % spots.length] ?? { parent: root, key: 'document' };
  const before: unknown = Reflect.get(parent, key);
  if (kind === 'drop') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  } else if (kind === 'other') {
    const its = spotsIn({ document: other }, new Set());
    const same = its.filter((spot) => spot.key === key);
    const spot = same[size % Math.max(1, same.length)];
    if (spot) Reflect.set(parent, key, structuredClone(Reflect.get(spot.parent, spot.key)));
  } else Reflect.set(parent, key, instead(kind, { before, value, size, spots }));
  return root.document;
}

interface Around {
  readonly before: unknown;
  readonly value: unknown;
  readonly size: number;
  readonly spots: readonly Spot[];
}

function instead(kind: Mutation['kind'], { before, value, size, spots }: Around): unknown {
  const isObject = typeof before === 'object' && before !== null;
  switch (kind) {
    case 'turn':
      return typeof before === 'string' ? Number(before) || 7 : isObject ? 'text' : [before];
    case 'nest':
      return nested(before, size);
    case 'proto':
      return isObject && !Array.isArray(before) ? { ...before, [protoKey]: { kind: 'x' } } : value;
    case 'key':
      return isObject && !Array.isArray(before) ? { ...before, [String(value)]: value } : value;
    case 'double':
      return Array.isArray(before) ? [...before, ...before] : value;
    case 'many':
      return Array.isArray(before) ? Array.from({ length: size }, () => before[0]) : value;
    case 'long':
      return typeof before === 'string' ? `${before.slice(0, 100)}x`.repeat(size * 20) : value;
    case 'swap': {
      const other = spots[size % spots.length];
      return structuredClone(other ? Reflect.get(other.parent, other.key) : value);
    }
    default:
      return value;
  }
}

function nested(value: unknown, size: number): unknown {
  let all = value;
  for (let deep = 0; deep < size; deep += 1) all = deep % 2 === 0 ? [all] : { a: all };
  return all;
}

/** Every place in it; of something that goes in circles, each once. */
function spotsIn(parent: object, seen: Set<object>): readonly Spot[] {
  if (seen.has(parent)) return [];
  seen.add(parent);
  return Object.entries(parent).flatMap(([key, inner]) => {
    const inside = typeof inner === 'object' && inner !== null ? spotsIn(inner, seen) : [];
    return [{ parent, key: Array.isArray(parent) ? Number(key) : key }, ...inside];
  });
}
