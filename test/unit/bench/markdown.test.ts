import { describe, expect, it } from 'vitest';
import type { Figure } from '../../bench/figures.ts';
import { readOptions } from '../../bench/options.ts';
import { performanceMarkdown } from '../../bench/report/markdown.ts';
import type { Run } from '../../bench/report/run.ts';
import { aFigure, anAloneFigure, aRun } from './a-run.ts';

const lines = (run: Run) => performanceMarkdown(run, {}).split('\n');
/** The cells of the table's only row. */
const cells = (figure: Figure) =>
  lines(aRun([figure]))
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .flatMap((line) => line.split(/(?<!\\)\|/).slice(1, -1))
    .map((cell) => cell.trim());
const part = (run: Run, heading: string, known = {}) =>
  performanceMarkdown(run, known).split(`## ${heading}\n\n`)[1]?.split('\n\n## ')[0]?.trim();

describe('the head', () => {
  it.each([
    'Begun 2025-05-06 07:08 UTC, took 41 min.',
    'Electron 45.4.1',
    '2 × Some Processor 9000, 7.8 GiB',
    'Linux 6.1.0, Debian GNU/Linux 12; Node 20.20.2',
    'Load before: 0.12. The machine was quiet (3 % busy).',
  ])('says %s', (words) => {
    expect(performanceMarkdown(aRun([]))).toContain(words);
  });

  it('says when the machine was not quiet', () => {
    const run = aRun([], { quiet: { isQuiet: false, busyPercent: 44.4 } });
    expect(performanceMarkdown(run)).toContain('The machine was not quiet (44 % busy)');
    expect(performanceMarkdown(run)).not.toContain('was quiet');
  });

  it('says plainly when the run was quick, before anything else', () => {
    const quick = lines(aRun([], { options: readOptions(['--quick']) }));
    expect(quick[0]).toBe('# Performance');
    expect(quick[2]).toMatch(/^\*\*This was a quick run: fewer .* for orientation only\.\*\*$/);
    expect(lines(aRun([])).join()).not.toContain('quick');
  });
});

describe('a row', () => {
  it('has floor, ours, ratio, goals and a mark for each', () => {
    const figure = aFigure({
      goals: [
        { kind: 'ratio', atMost: 1.05 },
        { kind: 'value', atMost: 1200 },
        { kind: 'ratio', atMost: 1.2 },
      ],
    });
    expect(cells(figure)).toEqual([
      'start to tray item <sup>1</sup>',
      '100 ms (99 to 104) n 3',
      '120 ms (118 to 130) n 3',
      '1.20',
      '≤ 1.05 ×, ≤ 1,200 ms, ≤ 1.2 ×',
      '✗ ✓ ✓',
    ]);
  });

  it.each<[string, Partial<Figure>, readonly string[]]>([
    ['one value', { ours: [8.316] }, ['', '8.32 ms n 1', '']],
    ['counts', { ours: [1, 2], unit: 'count' }, ['', '1.50 (1 to 2) n 2', '']],
    ['sizes', { ours: [12345], unit: 'kB' }, ['', '12,345 kB n 1', '']],
    ['shares', { ours: [42.25], unit: 'percent' }, ['', '42.3 % n 1', '']],
    ['less than nothing', { ours: [-3, 4], unit: 'KiB' }, ['', '0.50 KiB (-3 to 4) n 2', '']],
    ['no values', { ours: [] }, ['', '– n 0', '']],
    [
      'an empty floor',
      { ours: [2], floor: { name: 'x', values: [0] } },
      ['0 ms n 1', '2 ms n 1', '–'],
    ],
  ])('tells %s', (_, told, expected) => {
    expect(cells(anAloneFigure(told)).slice(1, 4)).toEqual(expected);
  });

  it('keeps bars in their cell', () => {
    expect(cells(anAloneFigure({ what: 'a | b' }))[0]).toBe('a \\| b');
  });
});

describe('a chapter', () => {
  it('tells how it was measured, and below the table what a name does not say', () => {
    const figures = [
      aFigure({ id: 'one' }),
      aFigure({ id: 'two', what: 'second' }),
      anAloneFigure({ id: 'three', what: 'third', how: 'By hand.' }),
      anAloneFigure({ id: 'four', what: 'fourth' }),
    ];
    const text = part(aRun(figures), 'Start') ?? '';
    expect(text.split('\n')[0]).toBe('Each app in turn.');
    expect(text).toContain('| second <sup>1</sup> |');
    expect(text).toContain('| third <sup>2</sup> |');
    expect(text).toContain('| fourth |');
    expect(text.split('|\n\n')[1]).toBe(
      '<sup>1</sup> Floor: bare app with a tray item.\n\n<sup>2</sup> By hand.',
    );
  });
});

describe('what was not reached', () => {
  const missed = aFigure({ goals: [{ kind: 'ratio', atMost: 1.05 }] });
  const reached = aFigure({ id: 'fine', what: 'fine', goals: [{ kind: 'ratio', atMost: 2 }] });
  const unknown = anAloneFigure({
    id: 'gone',
    what: 'gone',
    goals: [{ kind: 'ratio', atMost: 2 }],
  });

  it('is told with its reason and what was tried', () => {
    const known = { 'start-to-tray': { why: 'Keys are read.', tried: 'reading them later.' } };
    expect(part(aRun([reached, missed]), 'Not reached', known)).toBe(
      '- **start to tray item** is 1.2 ×, goal ≤ 1.05 ×. Keys are read. Tried: reading them later.',
    );
  });

  it('is told without a reason too', () => {
    const far = anAloneFigure({
      id: 'far',
      what: 'far',
      goals: [{ kind: 'value', atMost: 119.5 }],
    });
    const known = { other: { why: 'No.', tried: 'no.' } };
    expect(part(aRun([missed, reached, far]), 'Not reached', known)?.split('\n')).toEqual([
      '- **start to tray item** is 1.2 ×, goal ≤ 1.05 ×. Not explained yet.',
      '- **far** is 120 ms, goal ≤ 119.5 ms. Not explained yet.',
    ]);
  });

  it('is not mixed with what was not measured', () => {
    expect(part(aRun([reached, unknown]), 'Not reached')).toBe(
      'No goal that was measured was missed.\n\nNot measured: **gone**, goal ≤ 2 ×.',
    );
  });

  it('is counted', () => {
    expect(lines(aRun([missed, reached, unknown]))).toContain(
      '1 of 3 goals reached, 1 missed, 1 not measured.',
    );
  });
});

describe('the noise', () => {
  it('is told by kind, with the figure it was worst at', () => {
    const floor = { name: 'bare', values: [110, 100, 110, 100] };
    const run = aRun([aFigure({ floor, what: 'looked at' })]);
    expect(part(run, 'How noisy this run was')?.split('\n').slice(-3)).toEqual([
      '- Times: 1.100 (looked at)',
      '- Memory: not known',
      '- Counts, shares and sizes of files: not known',
    ]);
  });
});
