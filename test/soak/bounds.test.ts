import { describe, expect, it } from 'vitest';
import { bounds, judge } from './bounds.ts';
import { slopeOf } from './growth.ts';
import type { Look } from './look.ts';

const hours = Array.from({ length: 60 }, (_, index) => index / 180);
const names = Object.keys(bounds) as (keyof Look)[];
const flat = Object.fromEntries(names.map((name) => [name, 100])) as Look;

/** A run in which one figure follows a course, by the hour, and all others stay. */
function run(figure: keyof Look, course: (hour: number) => number) {
  return hours.map((hour) => ({ ...flat, hour, [figure]: course(hour) }));
}

const beyond = (looks: Parameters<typeof judge>[0]) =>
  judge(looks).flatMap(({ figure, isWithin }) => (isWithin ? [] : [figure]));

describe('a slope', () => {
  it.each([
    ['of a line', (hour: number) => 3 + 7 * hour, 7],
    ['of what falls', (hour: number) => -2 * hour, -2],
    ['of what stays', () => 5, 0],
    ['of what swings', (hour: number) => 4 * hour + Math.sin(2 * Math.PI * 180 * hour), 4],
  ])('%s', (_name, course, slope) => {
    const points = hours.map((hour) => ({ hour, value: course(hour) }));
    expect(slopeOf(points)).toBeCloseTo(slope, 6);
  });

  it('of a single point is none', () => {
    expect(slopeOf([{ hour: 1, value: 2 }])).toBe(0);
  });
});

describe('a run', () => {
  it.each(names)('finds %s that grows by more than it may', (name) => {
    const { mostAnHour } = bounds[name];
    expect(beyond(run(name, (hour) => 100 + 1.01 * mostAnHour * hour))).toEqual([name]);
    expect(beyond(run(name, (hour) => 100 + 0.99 * mostAnHour * hour))).toEqual([]);
  });

  it('lets everything be loaded first', () => {
    expect(beyond(run('heapMiB', (hour) => (hour < 0.06 ? 10 : 16)))).toEqual([]);
  });

  it('takes no figure for one that is none', () => {
    expect(beyond(run('timers', () => Number.NaN))).toEqual(['timers']);
  });
});
