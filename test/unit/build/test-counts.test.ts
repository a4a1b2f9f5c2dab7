import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, summaryLine } from '../../../build/test-counts.mjs';

const vitest = (passed: number, failed: number, success: boolean) =>
  countVitest(
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: failed,
      numPendingTests: 0,
      numTodoTests: 0,
      success,
    }),
  );

const playwright = (stats: object, errors: readonly string[] = []) =>
  countPlaywright(
    JSON.stringify({
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
      errors,
    }),
  );

describe('summaryLine', () => {
  it('adds up the runners', () => {
    const counts = [vitest(10, 1, false), playwright({ expected: 3, unexpected: 1 })];
    expect(summaryLine(counts)).toBe('13 passed, 2 failed');
  });

  it('mentions skipped tests only where there are any', () => {
    expect(summaryLine([playwright({ expected: 3, skipped: 2 })])).toBe(
      '3 passed, 0 failed, 2 skipped',
    );
  });

  it('counts a run that broke before its tests as failed', () => {
    expect(summaryLine([vitest(5, 0, false)])).toBe('5 passed, 1 failed');
    expect(summaryLine([playwright({}, ['no desktop'])])).toBe('0 passed, 1 failed');
  });
});
