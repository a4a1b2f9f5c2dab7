import { describe, expect, it } from 'vitest';
import { performanceJson, readRun } from '../../bench/report/json.ts';
import { performanceMarkdown } from '../../bench/report/markdown.ts';
import { aFigure, anAloneFigure, aRun } from './a-run.ts';

const tray = aFigure({
  floor: { name: 'bare', values: [110, 100, 110, 100] },
  ours: [140, 126, 120],
  how: 'From the start [  1,  2 ] on.',
  goals: [
    { kind: 'ratio', atMost: 1.05 },
    { kind: 'value', atMost: 200 },
  ],
});
const lost = anAloneFigure({
  id: 'lost',
  ours: [1, Number.NaN, 0],
  goals: [{ kind: 'value', atMost: 9 }],
});
const run = aRun([tray, lost]);

describe('performanceJson', () => {
  const text = performanceJson(run);
  const told = JSON.parse(text);

  it('has every value and what was reckoned from them', () => {
    const { id, what, unit, how, ours } = tray;
    expect(told.chapters[0].figures[0]).toEqual({
      ...{ id, what, unit, how, ours },
      median: 126,
      floor: { name: 'bare', values: [110, 100, 110, 100], median: 105 },
      ratio: 1.2,
      floorAgainstItself: 1.1,
      goals: [
        { kind: 'ratio', atMost: 1.05, verdict: { kind: 'missed', value: 1.2 } },
        { kind: 'value', atMost: 200, verdict: { kind: 'reached', value: 126 } },
      ],
    });
  });

  it('says of what run it tells', () => {
    const { options, machine, quiet, startedAt, tookS } = run;
    expect(told).toMatchObject({ version: 1, options, machine, quiet, startedAt, tookS });
    expect(told.date).toBe('2025-05-06T07:08:00.000Z');
    expect(told.goals).toEqual({ reached: 1, missed: 1, notMeasured: 1 });
    expect(told.noise).toEqual({ times: { id: 'start-to-tray', ratio: 1.1 } });
  });

  it('has the values of a figure in one line', () => {
    expect(text).toContain('"ours": [140, 126, 120],\n');
    expect(text).toContain('"ours": [1, null, 0],\n');
  });
});

describe('readRun', () => {
  const again = readRun(performanceJson(run));

  it('reads what both reports are made from', () => {
    expect(performanceMarkdown(again)).toBe(performanceMarkdown(run));
    expect(performanceJson(again)).toBe(performanceJson(run));
  });

  it('judges a value that is no number neither before nor after', () => {
    expect(performanceMarkdown(again)).toContain('1 of 3 goals reached, 1 missed, 1 not measured.');
  });

  it('refuses another version', () => {
    const next = performanceJson(run).replace('"version": 1', '"version": 2');
    expect(() => readRun(next)).toThrow('version 2');
  });
});
