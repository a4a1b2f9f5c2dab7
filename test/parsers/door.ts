import { isDeepStrictEqual } from 'node:util';
import { fc } from '../fixtures/properties.ts';
import { type Exceptions, faultsIn } from './faults-in.ts';
import { asJson, everyPlace, mutated, mutatedJson, mutatedText } from './mutated.ts';

/**
 * A function through which something from outside comes in. It never throws: what is not understood
 * is undefined, a failure, a sentence or left out.
 */
export interface Door<Input = never> {
  /** What can come: mostly valid documents with something odd in them, and some nonsense. */
  readonly odd: fc.Arbitrary<Input>;
  /** What has to be taken. */
  readonly valid: fc.Arbitrary<Input>;
  /** A valid one with each of its places odd in turn. */
  readonly every?: () => readonly Input[];
  /** Gives what the app goes on with. */
  readonly enter: (input: Input) => unknown;
  /** Whether something was taken; else whatever is not undefined was. */
  readonly isTaken?: (result: unknown) => boolean;
  /** What the app gives out of it goes in again, and comes out the same. */
  readonly again?: (result: never) => unknown;
  readonly except?: Exceptions;
  /** The least share of odd documents that has to get further than the first check; 0 to 1. */
  readonly least?: number;
}

type Rest<Input> = Omit<Door<Input>, 'odd' | 'valid' | 'every'>;

/** Any text at all, and what makes a careless pattern run for ever. */
const nonsense = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('utf8')),
  fc.constantFrom(
    '',
    '{}',
    '[]',
    'null',
    '0',
    '"',
    '{"a":',
    '\ufeff{}',
    '<html><body>no</body></html>',
  ),
  fc
    .tuple(
      fc.constantFrom('[', '{"a":', ' ', '0', '-', 'a/', 'a.', '"', ';', '1 ', '\\u'),
      fc.nat(20_000),
    )
    .map(([part, times]) => part.repeat(times)),
);

/** A door for JSON. `valid`: documents, or what makes them. */
export function jsonDoor(
  valid: readonly unknown[] | fc.Arbitrary<unknown>,
  rest: Rest<string>,
): Door<string> {
  const made = Array.isArray(valid) ? fc.constantFrom(...valid) : (valid as fc.Arbitrary<unknown>);
  return {
    odd: fc.oneof({ weight: 9, arbitrary: mutatedJson(made) }, nonsense),
    valid: made.map(asJson),
    every: () => fc.sample(made, 1).flatMap(everyPlace).map(asJson),
    ...rest,
  };
}

/** A door for any other text. */
export function textDoor(valid: readonly string[], rest: Rest<string>): Door<string> {
  const made = fc.constantFrom(...valid);
  return {
    odd: fc.oneof({ weight: 6, arbitrary: mutatedText(made) }, nonsense),
    valid: made,
    least: 0.01,
    ...rest,
  };
}

/** A door for values that another process has sent. */
export function valueDoor(valid: fc.Arbitrary<unknown>, rest: Rest<unknown>): Door<unknown> {
  const odd = fc.oneof({ weight: 9, arbitrary: mutated(valid) }, fc.anything({ maxDepth: 2 }));
  return { odd, valid, every: () => fc.sample(valid, 1).flatMap(everyPlace), ...rest };
}

/** What was seen at a door. */
export interface Seen {
  readonly runs: number;
  /** How many odd documents were taken in part or whole. */
  readonly taken: number;
}

/** As they would be written: what is undefined is absent there, and a zero has no sign. */
function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(written(one), written(other));
}

function written(value: unknown): unknown {
  return value === undefined
    ? value
    : JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one)));
}

const taken = (result: unknown): boolean => result !== undefined;

/** Tries a door so many times. Rejects with the smallest input that gets something unsound through it. */
export async function tryDoor<Input>(door: Door<Input>, runs: number): Promise<Seen> {
  const { again, enter, except, isTaken = taken } = door;
  let count = 0;
  const check = async (input: Input, mustTake: boolean): Promise<void> => {
    const result = await enter(input);
    const isIn = isTaken(result);
    if (mustTake && !isIn) throw new Error('A valid document is refused');
    const faults = faultsIn(result, except);
    if (faults.length > 0) throw new Error(`Unsound: ${faults.slice(0, 3).join(' · ')}`);
    if (isIn && again && !isSame(await again(result as never), result)) {
      throw new Error('What came in is another the second time');
    }
    if (isIn && !mustTake) count += 1;
  };
  const few = Math.max(10, Math.round(runs / 10));
  const valid = fc.asyncProperty(door.valid, (input) => check(input, true));
  await fc.assert(valid, { numRuns: few });
  const odd = fc.asyncProperty(door.odd, (input) => check(input, false));
  await fc.assert(odd, { numRuns: runs });
  const every = door.every?.() ?? [];
  for (const input of every) await check(input, false);
  if (Object.hasOwn(Object.prototype, 'kind')) throw new Error('All objects changed');
  return { runs: runs + every.length, taken: count };
}
