import { askedSeconds } from '../faults.ts';
import type { OperationSpec } from '../operations.ts';
import type { Outcome, Seen } from '../run.ts';

/** When something is asked by itself again. */
export type Next =
  /** As if nothing had happened. */
  | 'usual'
  /** Later than usual. */
  | 'later'
  /** No sooner than the far end has asked for. */
  | 'asked'
  | 'never';

/** How much is asked in an hour of trouble, by what is asked in one without. */
export type Pressure = 'usual' | 'less' | 'none';

/** What is to be seen where an operation meets a fault. */
export interface Expectation {
  readonly outcome: Outcome;
  readonly shown: Seen['shown'];
  readonly requests: number;
  readonly next: Next;
  readonly hour?: Pressure;
  readonly command?: NonNullable<Seen['command']>;
  readonly recovers: boolean;
}

/** How often a brand asks where all is well: seconds between two readings, and requests in an hour. */
interface Usual {
  readonly seconds: number;
  readonly hour: number;
}

/** Readings of one charger with its list now and then, or with an inverter and tokens. */
const usual: Readonly<Record<'Wallbox' | 'Ford', Usual>> = {
  Wallbox: { seconds: 123, hour: 34 },
  Ford: { seconds: 62, hour: 127 },
};

/** What was seen, in the words of an expectation. */
export function asExpected(
  seen: Seen,
  { brand, command }: Pick<OperationSpec, 'brand' | 'command'>,
): Expectation {
  const { next, hour, ...rest } = seen;
  const { seconds, hour: requests } = usual[brand];
  // A command may cost a token, and that another minute.
  const usualSeconds = command ? seconds + 60 : seconds;
  return {
    ...rest,
    next: nextOf(next, usualSeconds),
    ...(hour === undefined ? {} : { hour: pressureOf(hour / requests) }),
  };
}

function nextOf(next: Seen['next'], usualSeconds: number): Next {
  if (next === 'never') return 'never';
  if (next >= askedSeconds) return 'asked';
  return next > usualSeconds ? 'later' : 'usual';
}

function pressureOf(share: number): Pressure {
  if (share === 0) return 'none';
  return share < 0.8 ? 'less' : 'usual';
}

/** Which fields of an answer are needed for it to be one, and which tell what the charger does. */
export interface FieldsExpectation {
  readonly needed: readonly string[];
  readonly changing?: readonly string[];
}
