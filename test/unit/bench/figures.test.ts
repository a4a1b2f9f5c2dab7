import { describe, expect, it } from 'vitest';
import { figures } from '../../bench/figures.ts';
import { systemOf, waitForQuiet } from '../../bench/machine.ts';
import { inkShare } from '../../bench/screen.ts';

describe('figures', () => {
  it('are made from what each round gave', () => {
    const rounds = [
      { tray: { floor: 1, ours: 2 }, asked: 0 },
      { tray: { floor: 3, ours: 4 }, asked: 5 },
    ];
    const goals = [
      { kind: 'ratio', atMost: 1.5 },
      { kind: 'value', atMost: 9 },
    ];
    const floor = { name: 'bare', values: [1, 3] };
    expect(
      figures(rounds, {
        tray: ['tray item', { floor: 'bare', ratio: 1.5, atMost: 9 }],
        asked: ['questions', { unit: 'count' }],
      }),
    ).toEqual([
      { id: 'tray', what: 'tray item', unit: 'ms', ours: [2, 4], floor, goals },
      { id: 'asked', what: 'questions', unit: 'count', ours: [0, 5], goals: [] },
    ]);
  });
});

describe('the machine', () => {
  it.each([
    ['6.18.44-garage-pc', 'NAME="Debian"\nPRETTY_NAME="Debian 12"\n', 'Linux 6.18.44, Debian 12'],
    ['6.1.0-2-amd64', '', 'Linux 6.1.0'],
  ])('%s has no name but the maker’s', (release, about, system) => {
    expect(systemOf('Linux', release, about)).toBe(system);
  });

  it.each([
    ['is quiet at ten percent', [50, 10, 90], { isQuiet: true, busyPercent: 10 }],
    ['is not waited for for ever', [90, 80, 70, 0], { isQuiet: false, busyPercent: 70 }],
  ])('%s', async (_, looks, quiet) => {
    const left = [...looks];
    expect(await waitForQuiet(9, async () => left.shift() ?? Number.NaN)).toEqual(quiet);
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
