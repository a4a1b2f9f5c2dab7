import { describe, expect, test } from 'vitest';
import { FLOOR, missingAfter, msUntilFull, powerAt } from './power.ts';

const CURVE = { fullW: 7_360, taperWh: 2_000 };
const HOUR = 3_600_000;

describe('how a car draws', () => {
  test('fully, then less and less, never under the floor, then nothing', () => {
    expect(powerAt(20_000, CURVE)).toBe(7_360);
    expect(powerAt(2_000, CURVE)).toBe(7_360);
    expect(powerAt(1_000, CURVE)).toBe(3_680);
    expect(powerAt(1, CURVE)).toBe(7_360 * FLOOR);
    expect(powerAt(0, CURVE)).toBe(0);
  });

  test('one long look equals many short ones', () => {
    for (const missing of [9_000, 2_500, 900, 250]) {
      let stepped = missing;
      for (let i = 0; i < 400; i += 1) stepped = missingAfter(stepped, CURVE, HOUR / 400);
      expect(missingAfter(missing, CURVE, HOUR)).toBeCloseTo(stepped, 6);
    }
  });

  test('the energy is the integral of the power', () => {
    const steps = 200_000;
    const stepMs = (2 * HOUR) / steps;
    let [missing, sum] = [9_000, 0];
    for (let i = 0; i < steps; i += 1) {
      sum += (powerAt(missing, CURVE) * stepMs) / HOUR;
      missing = missingAfter(missing, CURVE, stepMs);
    }
    expect(sum).toBeCloseTo(9_000 - missing, 0);
  });

  test.each([9_000, 2_000, 900, 300, 10])('%d Wh are there when it says so', (missing) => {
    const ms = msUntilFull(missing, CURVE);
    expect(missingAfter(missing, CURVE, ms + 1)).toBe(0);
    expect(missingAfter(missing, CURVE, ms - 1_000)).toBeGreaterThan(0);
  });

  test('no power, no progress', () => {
    expect(missingAfter(500, { fullW: 0, taperWh: 2_000 }, HOUR)).toBe(500);
    expect(msUntilFull(500, { fullW: 0, taperWh: 2_000 })).toBe(Number.POSITIVE_INFINITY);
  });
});
