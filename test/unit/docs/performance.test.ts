import { describe, expect, it } from 'vitest';
import { performanceJson, readRun } from '../../bench/report/json.ts';
import { performanceMarkdown } from '../../bench/report/markdown.ts';
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
  const [json = '', page = ''] = kept.map((path) =>
    found.includes(path) ? source(path).text : '',
  );
  // Read late: without the files there is nothing to read.
  const run = () => readRun(json);

  it('is what the values make, by `npx tsx test/bench/report/again.ts`', () => {
    expect(page).toBe(performanceMarkdown(run()));
  });

  it('has medians and verdicts that follow from the values', () => {
    expect(json).toBe(performanceJson(run()));
  });

  it('comes from a full run', () => {
    expect(run().options.quick).toBe(false);
  });

  it('explains only what was measured', () => {
    const ids = run().chapters.flatMap(({ figures }) => figures.map(({ id }) => id));
    expect(Object.keys(shortfalls).filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
