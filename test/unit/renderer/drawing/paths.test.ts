import { expect, test } from 'vitest';
import {
  areaUnder,
  type Places,
  type Run,
  steppedRuns,
  straightRuns,
} from '../../../../renderer/charts/drawing/paths.ts';

type Column = Places['y'];

/** `0,5 10,5`: short enough for a table. */
const written = (runs: readonly Run[]) =>
  runs.map((run) => run.map(({ x, y }) => `${x},${y}`).join(' '));
const places = (y: Column): Places => ({ x: y.map((_, index) => index * 10), y });

test.each<[string, Column, readonly string[]]>([
  ['nothing', [], []],
  ['nothing known', [null, null], []],
  ['a single point', [5], ['0,5']],
  ['a value that stays', [5, 5, 5, 5], ['0,5 30,5']],
  ['a value that stays, then falls', [5, 5, 5, 2, 2, 2], ['0,5 30,5 30,2 50,2']],
  ['up and down', [5, 2, 5], ['0,5 10,5 10,2 20,2 20,5']],
  ['nothing known at first', [null, 5, 2], ['10,5 20,5 20,2']],
  ['a gap', [5, null, 2, 2], ['0,5 10,5', '20,2 30,2']],
  ['a level part before a gap', [5, 5, null, 2], ['0,5 20,5', '30,2']],
  ['two empty places', [5, 4, null, null, 2, 2], ['0,5 10,5 10,4 20,4', '40,2 50,2']],
  ['nothing known at last', [5, 2, null], ['0,5 10,5 10,2 20,2']],
  ['a point between gaps holds until nothing is known', [null, 5, null], ['10,5 20,5']],
])('steps: %s', (_, column, runs) => {
  expect(written(steppedRuns(places(column)))).toEqual(runs);
});

test.each<[string, Column, readonly string[]]>([
  ['nothing', [], []],
  ['a line', [5, 2, 1], ['0,5 10,2 20,1']],
  ['a level line', [5, 5, 5], ['0,5 20,5']],
  ['nothing known at first', [null, 5, 2], ['10,5 20,2']],
  ['a gap', [5, 4, null, 2, 1], ['0,5 10,4', '30,2 40,1']],
  ['a gap behind the first', [5, null, 2, 1], ['0,5', '20,2 30,1']],
])('straight lines: %s', (_, column, runs) => {
  expect(written(straightRuns(places(column)))).toEqual(runs);
});

test('an area goes down to zero at both ends', () => {
  const [run = []] = steppedRuns(places([5, 2]));
  expect(written([areaUnder(run, 90)])).toEqual(['0,5 10,5 10,2 10,90 0,90']);
  expect(areaUnder([], 90)).toEqual([]);
});
