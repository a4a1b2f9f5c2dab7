import type { Figure, Goal, Unit } from '../figures.ts';
import { judge, ratioOf, type Verdict } from './judge.ts';
import { median } from './median.ts';

/** A figure in the words of a table; what does not exist is empty. */
export interface Cells {
  readonly floor: Spread;
  readonly ours: Spread;
  readonly ratio: string;
  readonly goals: string;
  /** One mark for each goal. */
  readonly marks: string;
}

/** Values in the words of a table. */
export interface Spread {
  /** With its unit. */
  readonly median: string;
  /** Smallest and largest; empty where they are the same. */
  readonly range: string;
  /** How many. */
  readonly n: string;
}

const noSpread: Spread = { median: '', range: '', n: '' };
/** Stands where something could not be measured. */
const nothing = '–';

const marks: Readonly<Record<Verdict['kind'], string>> = {
  reached: '✓',
  missed: '✗',
  notMeasured: nothing,
};

const unitWords: Readonly<Record<Unit, string>> = {
  ms: 'ms',
  MiB: 'MiB',
  KiB: 'KiB',
  kB: 'kB',
  count: '',
  percent: '%',
};

/** The words of one row. */
export function cellsOf(figure: Figure): Cells {
  return {
    floor: figure.floor ? spreadOf(figure.floor.values, figure.unit) : noSpread,
    ours: spreadOf(figure.ours, figure.unit),
    ratio: figure.floor ? (ratioOf(figure)?.toFixed(2) ?? nothing) : '',
    goals: figure.goals.map((goal) => goalWords(goal, figure.unit)).join(', '),
    marks: figure.goals.map((goal) => marks[judge(goal, figure).kind]).join(' '),
  };
}

/** `≤ 1.05 ×` or `≤ 50 ms`. */
export function goalWords(goal: Goal, unit: Unit): string {
  switch (goal.kind) {
    case 'ratio':
      return `≤ ${exact(goal.atMost)} ×`;
    case 'value':
      return `≤ ${withUnit(exact(goal.atMost), unit)}`;
  }
}

/** What was held against a goal, precise enough to be told from it. */
export function valueWords(value: number, goal: Goal, unit: Unit): string {
  return goal.kind === 'value' ? withUnit(exact(value), unit) : `${exact(value)} ×`;
}

function spreadOf(values: readonly number[], unit: Unit): Spread {
  const middle = median(values);
  const n = String(values.length);
  if (Number.isNaN(middle)) return { median: nothing, range: '', n };
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = least === most ? '' : `${short(least)} to ${short(most)}`;
  return { median: withUnit(short(middle), unit), range, n };
}

function withUnit(number: string, unit: Unit): string {
  return `${number} ${unitWords[unit]}`.trimEnd();
}

/** Three digits are more than a run can promise. */
function short(number: number): string {
  const size = Math.abs(number);
  const digits = Number.isInteger(number) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  return number.toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function exact(number: number): string {
  return number.toLocaleString('en-US', { maximumFractionDigits: 4 });
}
