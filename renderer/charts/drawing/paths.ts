/** In CSS pixels, from the upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line without a gap, from the left to the right. */
export type Run = readonly Point[];

/** Places of values; null where nothing is known. */
export interface Places {
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
}

/** Steps: a value holds until the next one, or until nothing is known any more. */
export function steppedRuns(places: Places): readonly Run[] {
  return runsOf(places, true);
}

/** Straight lines between values that follow each other. */
export function straightRuns(places: Places): readonly Run[] {
  return runsOf(places, false);
}

/** What lies between a run and the height of zero. */
export function areaUnder(run: Run, zero: number): Run {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  return [...run, { x: last.x, y: zero }, { x: first.x, y: zero }];
}

function runsOf({ x, y }: Places, isHeld: boolean): readonly Run[] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [index, place] of x.entries()) {
    const height = y[index] ?? null;
    const last = run.at(-1);
    if (isHeld && last && last.y !== height) extend(run, { x: place, y: last.y });
    if (height === null) {
      run = [];
      continue;
    }
    if (run.length === 0) runs.push(run);
    extend(run, { x: place, y: height });
  }
  return runs;
}

/** A thin line shows where it is pieced together: level parts are of one piece. */
function extend(run: Point[], point: Point): void {
  if (run.at(-1)?.y === point.y && run.at(-2)?.y === point.y) run.pop();
  run.push(point);
}
