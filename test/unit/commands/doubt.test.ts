import { describe, expect, it } from 'vitest';
import {
  type Doubt,
  doubtAfter,
  isContradicted,
  isMissed,
  noDoubt,
} from '../../../electron/commands/doubt.ts';
import { anObservation } from '../../fixtures/observations.ts';

const second = 1000;

/** A good reading against the command so many seconds after it, with the charger's report of then. */
type Reading = readonly [at: number, reportedAt?: number];

function after(readings: readonly Reading[], before?: number): Doubt {
  const observed = (reportedAt?: number) =>
    anObservation('charging', reportedAt === undefined ? {} : { reportedAt });
  return readings.reduce(
    (doubt, [at, reportedAt]) =>
      doubtAfter(doubt, {
        observation: observed(reportedAt),
        now: at * second,
        validForMs: 60 * second,
      }),
    noDoubt(0, observed(before)),
  );
}

describe('a command is contradicted', () => {
  const table: { why: string; readings: readonly Reading[]; at: number; is: boolean }[] = [
    { why: 'not by time alone', readings: [], at: 3600, is: false },
    { why: 'not by one reading', readings: [[200]], at: 3600, is: false },
    { why: 'by two', readings: [[70], [130]], at: 130, is: true },
    { why: 'not by two of the same moment', readings: [[130], [131], [135]], at: 3600, is: false },
    { why: 'not before two minutes', readings: [[40], [80], [119]], at: 119, is: false },
    {
      why: 'not by readings that came before the charger can have obeyed',
      readings: [[1], [9], [29], [130]],
      at: 130,
      is: false,
    },
    {
      why: 'not by readings that repeat what the charger reported before',
      readings: [
        [60, 7],
        [120, 7],
        [180, 7],
        [240, 7],
      ],
      at: 240,
      is: false,
    },
    {
      why: 'by two reports that are new',
      readings: [
        [60, 7],
        [120, 8],
        [180, 9],
      ],
      at: 180,
      is: true,
    },
    {
      why: 'by many readings, also of a charger that reports no more',
      readings: [
        [60, 7],
        [120, 7],
        [180, 7],
        [240, 7],
        [300, 7],
      ],
      at: 300,
      is: true,
    },
  ];

  it.each(table)('$why', ({ readings, at, is }) => {
    expect(isContradicted(after(readings, 7), at * second)).toBe(is);
  });
});

describe('a restart', () => {
  it('can only be read while the charger is away', () => {
    const doubt = noDoubt(0, undefined);
    expect(isMissed({ kind: 'reboot' }, doubt, 90 * second)).toBe(false);
    expect(isMissed({ kind: 'reboot' }, doubt, 91 * second)).toBe(true);
    expect(isMissed({ kind: 'pause' }, doubt, 3600 * second)).toBe(false);
  });
});
