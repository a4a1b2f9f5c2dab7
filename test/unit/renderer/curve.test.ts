import { describe, expect, test } from 'vitest';
import { type Curve, curveOf, wholeOf } from '../../../renderer/charts/curve.ts';
import { downsampled } from '../../../renderer/charts/downsample.ts';
import type { SessionDetail } from '../../../shared/domain/session/history.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';
import { aBareDetail, aDetail } from '../../fixtures/history-rows.ts';

const sample = (at: number, parts: Partial<Sample> = {}): Sample => ({
  at,
  state: 'charging',
  ...parts,
});
const detail = (...samples: Sample[]): SessionDetail => aDetail({ samples });

describe('the curve of a charge', () => {
  test('is its samples as columns', () => {
    const curve = curveOf(
      detail(
        sample(0, { powerW: 7_000, energyWh: 0, limitA: 32 }),
        sample(60_000, { powerW: 7_400, energyWh: 120 }),
      ),
    );
    expect(curve).toMatchObject({
      at: [0, 60],
      powerKw: [7, 7.4],
      energyKwh: [0, 0.12],
      limitA: [32, null],
      topKw: 8,
      topKwh: 0.2,
    });
  });

  test('has a hole where nobody looked, and does not shade it', () => {
    const curve = curveOf(aDetail());
    const hole = curve?.powerKw.indexOf(null) ?? -1;
    expect(curve?.energyKwh[hole]).toBeNull();
    expect(curve?.limitA[hole]).toBeNull();
    expect(curve?.interruptions.map(({ kind }) => kind)).toEqual(['queue']);
  });

  test('is none without numbers, or with too few', () => {
    expect(curveOf(aBareDetail())).toBeUndefined();
    expect(curveOf(detail(sample(0, { powerW: 1 })))).toBeUndefined();
    expect(curveOf(detail())).toBeUndefined();
  });

  test.each([
    ['one phase', 7_300, 32, 8 / 0.23],
    ['three phases', 11_000, 16, 12 / 0.69],
    ['a car that takes less', 3_600, 32, 32 * 1.02],
  ])('draws the limit as the power it allows: %s', (_, powerW, limitA, topA) => {
    const points = [0, 60_000].map((at) => sample(at, { powerW, limitA }));
    expect(curveOf(detail(...points))?.topA).toBeCloseTo(topA);
  });
});

/** A second apart, with a wave, a spike up, a spike down and a hole. */
function longCurve(count: number): Curve {
  const at = Array.from({ length: count }, (_, second) => second);
  const odd: Record<number, number | null> = { 3333: 11, 9017: null, 15151: 0.5 };
  const powerKw = at.map((second) =>
    second in odd ? (odd[second] ?? null) : 7 + Math.sin(second / 200),
  );
  return {
    at,
    powerKw,
    energyKwh: at.map((second) => second * 0.002),
    limitA: at.map((second) => (second < 12_345 ? 32 : 16)),
    topKw: 12,
    topKwh: 40,
    topA: 40,
    interruptions: [],
  };
}

describe('thinning', () => {
  const curve = longCurve(20_000);
  const whole = wholeOf(curve);
  const pixels = 500;
  const thin = downsampled(curve, whole, pixels);

  test('leaves a few points for each pixel', () => {
    expect(thin.at.length).toBeGreaterThan(pixels);
    expect(thin.at.length).toBeLessThan(8 * pixels);
  });

  test('keeps both ends and the order', () => {
    expect(thin.at[0]).toBe(0);
    expect(thin.at.at(-1)).toBe(19_999);
    expect(thin.at).toEqual([...thin.at].sort((one, other) => one - other));
    expect(new Set(thin.at).size).toBe(thin.at.length);
  });

  test('keeps the lowest and the highest point of every column of pixels', () => {
    expect(extremesBy(thin, pixels)).toEqual(extremesBy(curve, pixels));
  });

  test('keeps gaps, and the step of the limit where it is', () => {
    expect(thin.powerKw[thin.at.indexOf(9_017)]).toBeNull();
    const step = thin.limitA.indexOf(16);
    expect(thin.at[step]).toBe(12_345);
  });

  test('takes values with their moments', () => {
    for (const [index, second] of thin.at.entries()) {
      expect(thin.powerKw[index]).toBe(curve.powerKw[second]);
      expect(thin.energyKwh[index]).toBe(curve.energyKwh[second]);
    }
  });

  test('of what never changes keeps both ends of every column', () => {
    const flat = withPower(() => 7);
    const kept = downsampled(flat, whole, pixels).at;
    expect([kept[0], kept.at(-1)]).toEqual([0, 19_999]);
    expect(kept).toHaveLength(2 * pixels + 1);
  });

  test('of a part shows all its points and one beyond each end', () => {
    const part = downsampled(curve, { from: 100.5, to: 200.5 }, pixels);
    expect(part.at).toEqual(Array.from({ length: 102 }, (_, place) => 100 + place));
    expect(downsampled(curve, { from: 19_950, to: 19_999 }, pixels).at.at(-1)).toBe(19_999);
  });

  test('leaves a short curve alone', () => {
    const short = longCurve(300);
    expect(downsampled(short, wholeOf(short), pixels)).toEqual(short);
  });
});

/** The same length with another power, and nothing else known. */
function withPower(power: () => number): Curve {
  const { at, ...rest } = longCurve(20_000);
  const nothing = at.map(() => null);
  return { ...rest, at, powerKw: at.map(power), energyKwh: nothing, limitA: nothing };
}

/** The lowest and the highest power of each column of pixels. */
function extremesBy({ at, powerKw }: Curve, pixels: number): readonly (readonly number[])[] {
  const columns: number[][] = Array.from({ length: pixels + 1 }, () => []);
  for (const [index, second] of at.entries()) {
    const power = powerKw[index] ?? null;
    if (power !== null) columns[Math.floor((second / 19_999) * pixels)]?.push(power);
  }
  return columns.map((powers) => [Math.min(...powers), Math.max(...powers)]);
}
