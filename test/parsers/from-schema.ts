import type { z } from 'zod';
import { fc } from '../fixtures/properties.ts';

/** What a schema says of itself, as far as it is looked at here. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

/** One of these is understood by every text that has a form. */
const words = [
  ...['Garage', 'a/1', 'EUR', '0.25', '-1', 'UTC', 'Europe/Berlin', 'de', 'de-DE', 'DE', 'system'],
  ...['2026-11-01', '2026-11-01T12:00:00Z', 'Ctrl+Alt+C', 'abc123', 'home/cars', 'broker.local'],
  ...['0700', 'AAAA', '0 900000 5 7994 -812', '192.0.2.10', 'a@example.com', '42'],
  'x-1.2.3-x.zip',
  `${'A'.repeat(86)}==`,
];
const numbers = [0, 1, 2, 3, 6, 7, 16, 100, 420, 1000, 1_795_262_370_000, 1.5, -1, 0.5, 86_400];

/**
 * What a schema takes, by what it says of itself, so that a new schema needs nobody to think of examples.
 * A value that is refused all the same, for a reason that only code knows, has to be left out by who asks.
 */
export function fromSchema(schema: z.ZodType): fc.Arbitrary<unknown> {
  const given = schema._zod.def as unknown as Definition;
  const inner = () => fromSchema(needed(given.innerType));
  switch (given.type) {
    case 'string':
    case 'template_literal':
      return taken(schema, words);
    case 'number':
    case 'int':
      return taken(schema, numbers);
    case 'boolean':
      return fc.boolean();
    case 'undefined':
    case 'void':
      return fc.constant(undefined);
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...needed(given.values));
    case 'enum':
      return fc.constantFrom(...Object.values(needed(given.entries)));
    case 'object':
      return fromShape(needed(given.shape));
    case 'array':
      return fc.array(fromSchema(needed(given.element)), { minLength: 1, maxLength: 2 });
    case 'tuple':
      return fc.tuple(...needed(given.items).map(fromSchema));
    case 'record':
      return fc.dictionary(
        fromSchema(needed(given.keyType)).map(String),
        fromSchema(needed(given.valueType)),
        { minKeys: 1, maxKeys: 2, noNullPrototype: true },
      );
    case 'union':
      return fc.oneof(...needed(given.options).map(fromSchema));
    case 'optional':
      return fc.oneof({ weight: 3, arbitrary: inner() }, fc.constant(undefined));
    case 'nullable':
      return fc.oneof({ weight: 3, arbitrary: inner() }, fc.constant(null));
    case 'catch':
    case 'default':
    case 'readonly':
      return inner();
    case 'pipe':
      return fromSchema(fromIn(given));
    default:
      return fc.constantFrom<unknown>(...words, ...numbers);
  }
}

/** A transformation says nothing of what it takes; what comes before or after it does. */
function fromIn(given: Definition): z.ZodType {
  const before = needed(given.in);
  const isMute = ['transform', 'unknown', 'any'].includes(before._zod.def.type);
  return isMute ? needed(given.out) : before;
}

function fromShape(shape: Readonly<Record<string, z.ZodType>>): fc.Arbitrary<unknown> {
  const each = Object.entries(shape).map(([key, schema]) => [key, fromSchema(schema)] as const);
  // An absent key and one without a value are not the same to every reader.
  return fc
    .record(Object.fromEntries(each))
    .map((made) => Object.fromEntries(Object.entries(made).filter(([, one]) => one !== undefined)));
}

function taken(schema: z.ZodType, candidates: readonly unknown[]): fc.Arbitrary<unknown> {
  const good = candidates.filter((one) => schema.safeParse(one).success);
  return fc.constantFrom<unknown>(...(good.length > 0 ? good : candidates));
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('A schema of a kind that is not known here');
  return value;
}
