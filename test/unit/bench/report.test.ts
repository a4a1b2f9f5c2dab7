import { describe, expect, it } from 'vitest';
import type { Figure, Goal, Unit } from '../../bench/figures.ts';
import { readOptions } from '../../bench/options.ts';
import { inColumns, performanceMarkdown } from '../../bench/report/page.ts';
import {
  judge,
  median,
  noiseOf,
  performanceJson,
  type Report,
  type Run,
} from '../../bench/report/report.ts';

const against = (...values: readonly number[]) => ({ floor: { name: 'bare app', values } });
/** Nothing to be held against. */
const alone: Figure = { id: 'tray', what: 'item', unit: 'ms', ours: [120, 118, 130], goals: [] };
const figure: Figure = { ...alone, ...against(100, 99, 104) };
const none = { ...alone, ours: [] };
const noNumber = { ...alone, ours: [1, Number.NaN, 0] };
const ratio = (atMost: number): Goal => ({ kind: 'ratio', atMost });
const value = (atMost: number): Goal => ({ kind: 'value', atMost });

const machine = { electron: '45.4.1', processors: 2, memoryGiB: 7.8, node: '20.20.2' };
const run: Run = {
  options: readOptions([]),
  machine: { ...machine, processor: 'Some 9000', system: 'Linux 6.1.0', loadBefore: 0.12 },
  quiet: { isQuiet: true, busyPercent: 3.4 },
  chapters: [],
  startedAt: Date.UTC(2025, 4, 6, 7, 8),
  tookS: 2460,
};
const runWith = (...figures: readonly Figure[]): Run => {
  return { ...run, chapters: [{ title: 'Start', how: 'Each in turn.', figures }] };
};
const report = (of: Run): Report => JSON.parse(performanceJson(of));
const page = (...figures: readonly Figure[]) => performanceMarkdown(report(runWith(...figures)));

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[10, 2], 6],
    [[10, 9, 100], 10],
    [[], Number.NaN],
    [[1, Number.NaN, 2], Number.NaN],
  ])('of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });
});

describe('judge', () => {
  it.each<[Goal, string, Figure, object]>([
    [ratio(1.2), '1.2', figure, { kind: 'reached', value: 1.2 }],
    [ratio(1.19), '1.2', figure, { kind: 'missed', value: 1.2 }],
    [value(120), '120 with a floor', figure, { kind: 'reached', value: 120 }],
    [value(119), '120 alone', alone, { kind: 'missed', value: 120 }],
    [value(0), 'less than nothing', { ...alone, ours: [-3] }, { kind: 'reached', value: -3 }],
    [ratio(1.5), 'medians', { ...figure, ours: [1, 150, 9000] }, { kind: 'reached', value: 1.5 }],
    [ratio(9), 'no floor', alone, { kind: 'notMeasured' }],
    [ratio(9), 'a floor of nothing', { ...alone, ...against(0, 0, 5) }, { kind: 'notMeasured' }],
    [value(9), 'no values', none, { kind: 'notMeasured' }],
    [value(9), 'no number', noNumber, { kind: 'notMeasured' }],
  ])('%j of %s', (goal, _, of, verdict) => {
    expect(judge(goal, of)).toEqual(verdict);
  });
});

describe('noise', () => {
  it.each<[string, readonly number[], number | undefined]>([
    ['the odd-numbered over the even-numbered', [50, 100, 50, 100], 0.5],
    ['medians of both', [110, 100, 9000, 100, 110], 1.1],
    ['unknown of too few', [1, 2, 3], undefined],
    ['unknown when half of them are nothing', [5, 0, 5, 0], undefined],
  ])('is %s', (_, values, noise) => {
    expect(noiseOf({ ...alone, ...against(...values) })).toBe(noise);
  });

  it('is told by kind where it was worst, too little counting as much as too much', () => {
    const noisy = (what: string, unit: Unit, odd: number) => {
      return { ...alone, ...against(odd, 100, odd, 100), id: what, what, unit };
    };
    const times = [noisy('half', 'ms', 50), noisy('more', 'ms', 180)];
    expect(page(...times, noisy('own', 'MiB', 101), noisy('growth', 'KiB', 103))).toContain(`
- Times: 0.500 (half)
- Memory: 1.030 (growth)
- Counts, shares and sizes of files: not known
`);
  });
});

describe('the report', () => {
  const goals = [ratio(1.05), value(1200)];

  it('has every value and what was reckoned from them', () => {
    const { chapters, goals: counts } = report(runWith({ ...figure, goals }, { ...none, goals }));
    expect(chapters[0]?.figures[0]).toEqual({
      ...{ ...figure, median: 120, ratio: 1.2 },
      floor: { ...figure.floor, median: 100 },
      goals: [
        { ...ratio(1.05), verdict: { kind: 'missed', value: 1.2 } },
        { ...value(1200), verdict: { kind: 'reached', value: 120 } },
      ],
    });
    expect(counts).toEqual({ reached: 1, missed: 1, notMeasured: 2 });
  });

  it('has the values of a figure in one line, and none where there is no number', () => {
    expect(performanceJson(runWith(noNumber))).toContain('"ours": [1, null, 0],\n');
  });

  it('says plainly when the run was quick or the machine was not quiet', () => {
    const options = readOptions(['--quick']);
    const hasty = report({ ...run, options, quiet: { isQuiet: false, busyPercent: 44.4 } });
    expect(performanceMarkdown(hasty)).toMatch(/^# Performance\n\n\*\*This was a quick run: /);
    expect(performanceMarkdown(hasty)).toContain(
      'was not quiet (44 % busy): times may be too long',
    );
    expect(page()).toContain('The machine was quiet (3 % busy).');
    expect(page()).not.toContain('quick run');
  });

  it.each<[string, Figure]>([
    ['|  | 8.32 ms n 1 |  |  |  |', { ...alone, ours: [8.316] }],
    ['|  | 1.50 (1 to 2) n 2 |  |  |  |', { ...alone, ours: [1, 2], unit: 'count' }],
    ['|  | 12,345 kB n 1 |  |  |  |', { ...alone, ours: [12345], unit: 'kB' }],
    ['|  | – n 0 |  | ≤ 1.05 ×, ≤ 1,200 ms | – – |', { ...none, goals }],
    [
      '| 100 ms (99 to 104) n 3 | 120 ms (118 to 130) n 3 | 1.20 | ≤ 9 × | ✓ |',
      { ...figure, goals: [ratio(9)] },
    ],
    ['| 0 ms n 1 | 2 ms n 1 | – |  |  |', { ...alone, ours: [2], ...against(0) }],
  ])('has the row %s', (row, of) => {
    expect(page(of)).toContain(`${row}\n`);
  });

  it('has cells below each other in a terminal', () => {
    const lines = inColumns(page(figure)).split('\n');
    const [head, , row] = lines.slice(lines.findIndex((line) => line.startsWith(' figure')));
    expect(row?.indexOf('120 ms')).toBe(head?.indexOf('ours'));
  });

  it('has what names do not say below the table, once', () => {
    const third = { ...alone, what: 'third', how: 'By hand.' };
    const text = page(figure, { ...figure, what: 'second' }, third, { ...alone, what: 'last' });
    const names = [...text.matchAll(/^\| (.*?) \|/gm)].map(([, name]) => name);
    expect(names.slice(3)).toEqual(['second <sup>1</sup>', 'third <sup>2</sup>', 'last']);
    expect(text).toContain('|\n\n<sup>1</sup> Floor: bare app.\n\n<sup>2</sup> By hand.\n\n##');
  });

  it('tells what was not reached, with its reason if there is one, or not measured', () => {
    const missed = report(
      runWith({ ...figure, goals }, { ...figure, id: 'far', what: 'far', goals }),
    );
    expect(performanceMarkdown(missed, { tray: 'Keys are read. Tried: no.' })).toContain(`
- **item** is 1.2 ×, goal ≤ 1.05 ×. Keys are read. Tried: no.
- **far** is 1.2 ×, goal ≤ 1.05 ×. Not explained yet.
`);
    expect(page({ ...alone, goals })).toContain(`
No goal that was measured was missed.

Not measured: **item**, goal ≤ 1.05 ×.
`);
  });
});
