import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOptions } from '../../bench/options.ts';
import { performanceJson } from '../../bench/report/json.ts';
import { performanceMarkdown } from '../../bench/report/markdown.ts';
import { writeReport } from '../../bench/report/write.ts';
import { aFigure, aRun } from './a-run.ts';

const run = aRun([aFigure()]);
const quick = aRun([aFigure()], { options: readOptions(['--quick']) });

describe('writeReport', () => {
  let project: string;
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'chargetray-report-'));
  });
  afterEach(() => rm(project, { recursive: true }));
  const text = (path: string) => readFile(join(project, path), 'utf8');

  it('keeps a full run with the documents', async () => {
    expect(await writeReport(run, project)).toBe('docs');
    expect(await text('docs/performance.md')).toBe(performanceMarkdown(run));
    expect(await text('docs/performance.json')).toBe(performanceJson(run));
    expect(await readdir(join(project, 'docs'))).toHaveLength(2);
  });

  it('keeps a quick run apart', async () => {
    expect(await writeReport(quick, project)).toBe('dist/bench');
    expect(await text('dist/bench/performance.md')).toBe(performanceMarkdown(quick));
    expect(await readdir(project)).toEqual(['dist']);
  });

  it('leaves the last report as it was when it cannot write the next whole', async () => {
    await mkdir(join(project, 'docs/performance.md.new'), { recursive: true });
    await writeFile(join(project, 'docs/performance.json'), 'the last one');
    await expect(writeReport(run, project)).rejects.toThrow('EISDIR');
    expect(await text('docs/performance.json')).toBe('the last one');
  });
});
