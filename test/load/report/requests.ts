import { type Asked, perHour } from '../budget.ts';
import type { LoadResult } from '../busy-days.ts';
import { machineLine } from './section.ts';

const kinds = ['reads', 'writes', 'signIns', 'refreshes'] as const;
const names = {
  reads: 'GETs',
  writes: 'writes',
  signIns: 'sign-ins',
  refreshes: 'refreshes',
} as const;

/** What was asked in each hour, as text for a terminal. */
export function hoursTable({ asked, chargers, from, hours, seed }: LoadResult): string {
  const counts = kinds.map((kind) => perHour(asked[kind], from, hours));
  const lines = Array.from({ length: hours }, (_, hour) =>
    [`${hour + 1}`, ...counts.map((count) => `${count[hour]}`)].map((cell) => cell.padStart(9)),
  );
  const head = ['hour', ...kinds.map((kind) => names[kind])].map((cell) => cell.padStart(9));
  const said = `${chargers} chargers, ${hours} hours, seed ${seed}`;
  return [said, head.join(''), ...lines.map((line) => line.join(''))].join('\n');
}

/** The same in short, for the page. */
export function requestsSection(result: LoadResult): string {
  const { asked, chargers, done, from, hours, overruns, seed } = result;
  const happened = Object.entries(done)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, times]) => `${name} ${times}`);
  const rows = kinds.map((kind) => {
    const counts = perHour(asked[kind], from, hours);
    const inAMinute = mostWithin(asked[kind], 60_000);
    return `| ${names[kind]} | ${sum(counts)} | ${Math.max(...counts)} | ${inAMinute} | ${promised(kind, result)} |`;
  });
  return `
${hours} hours of an account with ${chargers} ${chargers === 1 ? 'charger' : 'chargers'}, by chance from seed ${seed}: ${happened.join(', ')}.

| Asked | in all | most in an hour | most in a minute | promised |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

GETs by the hour: ${perHour(asked.reads, from, hours).join(' ')}. Stretches of time with more than was promised: **${overruns.length}**.

${machineLine('npm run test:requests -- --report')}
`;
}

function promised(kind: keyof Asked, { reasons }: LoadResult): string {
  if (kind === 'reads') return '3 at once, and 1 a minute';
  if (kind === 'writes') return '5 in any minute';
  return kind === 'signIns'
    ? `${reasons}: each had a start or a refusal as its reason`
    : 'when one is needed';
}

function mostWithin(times: readonly number[], ms: number): number {
  const counts = times.map(
    (at, last) => times.slice(0, last + 1).filter((other) => other > at - ms).length,
  );
  return Math.max(0, ...counts);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
