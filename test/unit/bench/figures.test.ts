import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../build/bench/options.ts';
import { effortOf, familyOf, memoryOf, spent } from '../../../build/bench/processes.ts';
import { inkShare } from '../../../build/bench/screen.ts';
import { median, tableOf } from '../../../build/bench/table.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[10, 2], 6],
    [[], Number.NaN],
  ])('of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });
});

describe('tableOf', () => {
  it('compares medians, and has no ratio where there is nothing to compare with', () => {
    const lines = tableOf([
      { what: 'start', unit: 'ms', bare: [200, 220, 210], ours: [252, 250, 300] },
      { what: 'looks', unit: '', ours: [1] },
    ]).split('\n');
    expect(lines[1]?.split(/\s+/)).toEqual([
      'start',
      'ms',
      '210',
      '200–220',
      '252',
      '250–300',
      '1.20',
    ]);
    expect(lines[2]?.trim().split(/\s+/)).toEqual(['looks', '1.0']);
  });
});

describe('readOptions', () => {
  it('takes a number of rounds', () => {
    expect(readOptions(['--rounds', '2'])).toMatchObject({ rounds: 2, idleRounds: 2 });
    expect(() => readOptions(['--rounds', 'many'])).toThrow('--rounds');
  });

  it('is shorter when in a hurry', () => {
    expect(readOptions(['--quick']).idleS).toBeLessThan(readOptions([]).idleS);
  });
});

describe('spent', () => {
  it('counts a new thread from its start', () => {
    const before = new Map([['1/1', { cpuMs: 5, switches: 2 }]]);
    const after = new Map([
      ['1/1', { cpuMs: 7, switches: 5 }],
      ['1/2', { cpuMs: 1, switches: 1 }],
    ]);
    expect(spent(before, after)).toEqual({ cpuMs: 3, switches: 4 });
  });
});

describe('inkShare', () => {
  it('is what differs from the ground', () => {
    const pixels = Buffer.alloc(4 * 10, 0xff);
    expect(inkShare(pixels)).toBe(0);
    pixels.writeUInt32LE(0x123456, 8);
    expect(inkShare(pixels)).toBeCloseTo(0.1);
  });
});

describe.runIf(process.platform === 'linux')('a process', () => {
  it('is seen with its memory and its effort', async () => {
    expect(await familyOf(process.pid)).toContain(process.pid);
    const { sharedMiB, ownMiB } = await memoryOf(process.pid);
    expect(ownMiB).toBeGreaterThan(1);
    expect(sharedMiB).toBeGreaterThanOrEqual(ownMiB);
    const effort = await effortOf(process.pid);
    expect(effort.get(`${process.pid}/${process.pid}`)?.cpuMs).toBeGreaterThan(0);
  });
});
