import { describe, expect, it } from 'vitest';
import { expectedEnd } from '../../../shared/domain/session/expected-end.ts';
import type { LiveSample } from '../../../shared/domain/session/sample.ts';

const minute = 60_000;
const charging = { status: { state: 'charging' } } as const;
/** Halves every ten minutes after an hour at full power: at a tenth of it after 33 minutes more. */
const tail = (minutes: number): readonly LiveSample[] =>
  Array.from({ length: 30 + minutes / 2 }, (_, index) => ({
    at: index * 2 * minute,
    powerW: index < 30 ? 7400 : 7400 * 0.5 ** ((index - 29) / 5),
  }));
const endedAt = 58 * minute + 10 * minute * Math.log2(10);

describe('when a session will be done', () => {
  it('is known from its tail, and stays what it was as the tail goes on', () => {
    for (const minutes of [12, 16, 24]) {
      const end = expectedEnd(charging, { samples: tail(minutes) });
      expect(Math.abs((end ?? 0) - endedAt)).toBeLessThan(minute);
    }
  });

  const unknown: Readonly<Record<string, readonly LiveSample[]>> = {
    'nothing was measured': [],
    'the power is level': tail(0),
    'the tail has only just begun': tail(6),
    'it rises once more': [...tail(16), { at: 77 * minute, powerW: 6000 }],
    'it fell in one step': [
      ...tail(0),
      ...[60, 62, 64, 66, 68, 70].map((at) => ({ at: at * minute, powerW: 2300 })),
    ],
    'nobody knows what was just before': tail(16).map((sample, index, all) =>
      index === all.length - 2 ? { ...sample, gap: true as const } : sample,
    ),
    'it would be hours': Array.from({ length: 60 }, (_, index) => ({
      at: index * 10 * minute,
      powerW: 7400 * 0.994 ** index,
    })),
  };
  it.each(Object.entries(unknown))('is not said where %s', (_, samples) => {
    expect(expectedEnd(charging, { samples })).toBeUndefined();
  });

  it('is not said of one that does not run', () => {
    const samples = tail(16);
    expect(expectedEnd({ status: { state: 'paused' } }, { samples })).toBeUndefined();
    expect(expectedEnd(charging, { samples, endedAt: 1 })).toBeUndefined();
  });
});
