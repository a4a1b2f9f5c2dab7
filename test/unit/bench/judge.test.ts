import { describe, expect, it } from 'vitest';
import type { Figure, Goal } from '../../bench/figures.ts';
import { judge, judgeAll, ratioOf } from '../../bench/report/judge.ts';
import { median } from '../../bench/report/median.ts';
import { aFigure, anAloneFigure, aRun } from './a-run.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[10, 2], 6],
    [[10, 9, 100], 10],
    [[], Number.NaN],
    [[1, Number.NaN, 2], Number.NaN],
  ])('of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });
});

const against = (...values: readonly number[]): Partial<Figure> => ({
  floor: { name: 'bare app', values },
});

describe('ratioOf', () => {
  it.each<[string, Figure, number | undefined]>([
    ['ours over the floor', aFigure(), 1.2],
    ['medians, not means', aFigure({ ours: [1, 150, 9000], ...against(100) }), 1.5],
    ['less than the floor', aFigure({ ours: [-50] }), -0.5],
    ['no floor', anAloneFigure(), undefined],
    ['a floor without values', aFigure(against()), undefined],
    ['a floor of nothing', aFigure(against(0, 0, 5)), undefined],
    ['a floor that shrank', aFigure(against(-4)), undefined],
    ['nothing of ours', aFigure({ ours: [] }), undefined],
  ])('%s', (_, figure, ratio) => {
    expect(ratioOf(figure)).toBe(ratio);
  });
});

const ratio = (atMost: number): Goal => ({ kind: 'ratio', atMost });
const value = (atMost: number): Goal => ({ kind: 'value', atMost });

describe('judge', () => {
  it.each<[Goal, string, Figure, string, number]>([
    [ratio(1.2), '1.2', aFigure(), 'reached', 1.2],
    [ratio(1.19), '1.2', aFigure(), 'missed', 1.2],
    [ratio(1), '0.5', aFigure({ ours: [50] }), 'reached', 0.5],
    [ratio(1), '2', aFigure({ ours: [200] }), 'missed', 2],
    [value(120), '120 with a floor', aFigure(), 'reached', 120],
    [value(119), '120 alone', anAloneFigure(), 'missed', 120],
    [value(0), 'less than nothing', anAloneFigure({ ours: [-3] }), 'reached', -3],
  ])('%j of %s', (goal, _, figure, kind, held) => {
    expect(judge(goal, figure)).toEqual({ kind, value: held });
  });

  it.each<[string, Goal, Figure]>([
    ['a ratio without a floor', ratio(9), anAloneFigure()],
    ['a ratio to nothing', ratio(9), aFigure({ ours: [0], ...against(0) })],
    ['a ratio of nothing', ratio(9), aFigure({ ours: [] })],
    ['a ratio to an empty floor', ratio(9), aFigure(against())],
    ['a value without values', value(9), anAloneFigure({ ours: [] })],
    ['a value that is no number', value(9), anAloneFigure({ ours: [1, Number.NaN, 2] })],
  ])('does not judge %s', (_, goal, figure) => {
    expect(judge(goal, figure)).toEqual({ kind: 'notMeasured' });
  });
});

describe('judgeAll', () => {
  it('leaves no goal out', () => {
    const figures = [
      aFigure({ goals: [ratio(1.05), value(500)] }),
      anAloneFigure({ id: 'alone', goals: [ratio(1.1)] }),
    ];
    const [chapter] = aRun(figures).chapters;
    const all = judgeAll(chapter ? [chapter, { ...chapter, figures: [] }] : []);
    expect(all.map(({ figure, verdict }) => [figure.id, verdict.kind])).toEqual([
      ['start-to-tray', 'missed'],
      ['start-to-tray', 'reached'],
      ['alone', 'notMeasured'],
    ]);
  });
});
