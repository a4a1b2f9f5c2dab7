import { describe, expect, it } from 'vitest';
import { effortOf, familyOf, memoryOf, spent } from '../../bench/processes.ts';
import { inkShare } from '../../bench/screen.ts';

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
