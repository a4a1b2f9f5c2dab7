import { describe, expect, it } from 'vitest';
import type { Figure, Unit } from '../../bench/figures.ts';
import { noiseOf, worstNoise } from '../../bench/report/noise.ts';
import { aFigure, anAloneFigure, aRun } from './a-run.ts';

const withFloor = (...values: readonly number[]) =>
  aFigure({ floor: { name: 'bare app', values } });

describe('noiseOf', () => {
  it.each<[string, Figure, number | undefined]>([
    ['the odd-numbered over the even-numbered', withFloor(150, 100, 150, 100), 1.5],
    ['the other way round', withFloor(50, 100, 50, 100), 0.5],
    ['medians of both', withFloor(110, 100, 9000, 100, 110), 1.1],
    ['a quiet one', withFloor(7, 7, 7, 7, 7), 1],
    ['too few', withFloor(1, 2, 3), undefined],
    ['half of them nothing', withFloor(5, 0, 5, 0), undefined],
    ['no floor', anAloneFigure(), undefined],
  ])('%s', (_, figure, noise) => {
    expect(noiseOf(figure)).toBe(noise);
  });
});

describe('worstNoise', () => {
  const noisy = (id: string, unit: Unit, odd: number): Figure => ({
    ...withFloor(odd, 100, odd, 100),
    id,
    unit,
  });
  const worst = (...figures: readonly Figure[]) =>
    Object.entries(worstNoise(aRun(figures).chapters)).map(([kind, found]) => [
      kind,
      found.figure.id,
      found.ratio,
    ]);

  it('is kept for each kind of unit', () => {
    const found = worst(
      noisy('start', 'ms', 104),
      noisy('look', 'ms', 110),
      noisy('own', 'MiB', 101),
      noisy('growth', 'KiB', 103),
      noisy('switches', 'count', 120),
      noisy('size', 'kB', 100),
      noisy('share', 'percent', 125),
    );
    expect(found).toEqual([
      ['times', 'look', 1.1],
      ['memory', 'growth', 1.03],
      ['counts', 'share', 1.25],
    ]);
  });

  it('counts too little as much as too much', () => {
    expect(worst(noisy('half', 'ms', 50), noisy('more', 'ms', 180))).toEqual([
      ['times', 'half', 0.5],
    ]);
  });

  it('says nothing of what was measured too few times', () => {
    expect(worst(aFigure())).toEqual([]);
  });
});
