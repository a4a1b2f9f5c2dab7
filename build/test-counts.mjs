// @ts-check

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {boolean} success
 */

/**
 * Reads what Vitest reported. A file that cannot even be loaded holds no test, and still failed.
 * @param {string} text its JSON
 * @returns {Counts}
 */
export function countVitest(text) {
  /** @type {VitestReport} */
  const report = JSON.parse(text);
  const failed = report.numFailedTests;
  const broken = failed === 0 && !report.success;
  return {
    passed: report.numPassedTests,
    failed: broken ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors
 */

/**
 * Reads what Playwright reported. A test that passed only at a second try did pass.
 * @param {string} text its JSON
 * @returns {Counts}
 */
export function countPlaywright(text) {
  /** @type {PlaywrightReport} */
  const { stats, errors } = JSON.parse(text);
  const broken = stats.unexpected === 0 && errors.length > 0;
  return {
    passed: stats.expected + stats.flaky,
    failed: broken ? 1 : stats.unexpected,
    skipped: stats.skipped,
  };
}

/**
 * One line for all runners together.
 * @param {readonly Counts[]} counts
 */
export function summaryLine(counts) {
  const { passed, failed, skipped } = counts.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
