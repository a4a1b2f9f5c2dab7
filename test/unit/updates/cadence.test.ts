import { describe, expect, it } from 'vitest';
import { nextCheckMs } from '../../../electron/updates/cadence.ts';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 29, 12);

/** The least and the most that chance makes of it. */
function range(checkedAt: number | undefined): readonly [number, number] {
  const [least, most] = [0, 1].map((chance) => nextCheckMs(checkedAt, now, () => chance));
  return [least ?? 0, most ?? 0];
}

const rest = [5 * minute, 15 * minute] as const;
const late = [5 * minute, 5 * minute + 6 * hour] as const;

describe('the next question whether there is a newer version', () => {
  it.each([
    ['was never asked', undefined, rest],
    ['was asked just now', now, [21 * hour, 27 * hour]],
    ['was asked half a day ago', now - 12 * hour, [9 * hour, 15 * hour]],
    // With luck it is due by now, else in a while.
    ['was asked a day ago', now - 24 * hour, [5 * minute, 3 * hour]],
    ['was asked yesterday, before a night', now - 32 * hour, late],
    ['was asked on Friday, and it is Monday', now - 71 * hour, late],
    ['was asked long ago', now - 100 * hour, [5 * minute, 125 * minute]],
    ['was asked tomorrow, by a wrong clock', now + 24 * hour, rest],
  ] as const)('%s', (_, checkedAt, expected) => {
    expect(range(checkedAt)).toEqual(expected);
  });
});
