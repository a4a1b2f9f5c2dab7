import { describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/options.ts';
import { performanceTable } from '../../bench/report/table.ts';
import { aFigure, anAloneFigure, aRun } from './a-run.ts';

const figures = [
  aFigure({
    goals: [
      { kind: 'ratio', atMost: 1.05 },
      { kind: 'value', atMost: 200 },
    ],
  }),
  anAloneFigure({ id: 'looks', what: 'looks', unit: 'count', ours: [1] }),
  anAloneFigure({ id: 'gone', what: 'gone', goals: [{ kind: 'ratio', atMost: 2 }] }),
];

/** From the heads of the columns to the last row. */
function rowsOf(text: string): readonly string[] {
  return text.split('\nStart\n')[1]?.split('\n\n')[0]?.split('\n') ?? [];
}

describe('performanceTable', () => {
  it('has what the page has, in columns', () => {
    const rows = rowsOf(performanceTable(aRun(figures)));
    expect(rows.map((row) => row.trim().split(/ {2,}/))).toEqual([
      ['floor', 'n', 'ours', 'n', 'ratio', 'goal'],
      [
        'start to tray item',
        '100 ms',
        '99 to 104',
        '3',
        '120 ms',
        '118 to 130',
        '3',
        '1.20',
        '≤ 1.05 ×, ≤ 200 ms',
        '✗ ✓',
      ],
      ['looks', '1', '1'],
      ['gone', '120 ms', '118 to 130', '3', '≤ 2 ×', '–'],
    ]);
  });

  it('puts things of a kind below each other', () => {
    const [, tray = '', , gone = ''] = rowsOf(performanceTable(aRun(figures)));
    expect(gone.indexOf('120 ms')).toBe(tray.indexOf('120 ms'));
    expect(gone.indexOf('≤')).toBe(tray.indexOf('≤'));
  });

  it('ends with the score', () => {
    expect(performanceTable(aRun(figures)).split('\n').at(-1)).toBe(
      '1 of 3 goals reached, 1 missed, 1 not measured.',
    );
  });

  it('begins by saying that the run was quick', () => {
    const quick = performanceTable(aRun(figures, { options: readOptions(['--quick']) }));
    expect(quick).toMatch(/^This was a quick run: .* for orientation only\.\n/);
    expect(performanceTable(aRun(figures))).not.toContain('quick run');
  });
});
