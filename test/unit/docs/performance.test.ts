import { describe, expect, it } from 'vitest';
import { performanceMarkdown } from '../../bench/report/page.ts';
import { performanceJson, type Report, type Run } from '../../bench/report/report.ts';
import { shortfalls } from '../../bench/report/shortfalls.ts';
import { projectPaths, source } from '../../laws/sources.ts';

const kept = ['docs/performance.json', 'docs/performance.md'];
const found = projectPaths().filter((path) => kept.includes(path));

describe('the measured figures', () => {
  it('are kept with their page, or neither is', () => {
    expect([[], kept]).toContainEqual(found.toSorted());
  });
});

describe.runIf(found.length === kept.length)('the page of measured figures', () => {
  const json = found.includes('docs/performance.json') ? source('docs/performance.json').text : '';
  // Read late: without the files there is nothing to read.
  const report = (): Report & Run => JSON.parse(json);

  it('is what the values make; `npx vitest run test/unit/docs -u` makes it anew', async () => {
    await expect(performanceMarkdown(report())).toMatchFileSnapshot('../../../docs/performance.md');
  });

  it('has medians and verdicts that follow from the values', () => {
    expect(json).toBe(performanceJson(report()));
  });

  it('comes from a full run', () => {
    expect(report().options.quick).toBe(false);
  });

  it('explains only what was measured', () => {
    const ids = report().chapters.flatMap(({ figures }) => figures.map(({ id }) => id));
    expect(Object.keys(shortfalls).filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
