import { describe, expect, it } from 'vitest';
import { counted, newTotals, sessionOf } from '../../../electron/history/record/session-totals.ts';
import type { Sample } from '../../../shared/domain/session/sample.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 1);
const minutes = 96;

/** A charge that was looked at once a minute, with whatever power was said. */
function session(wholeWh: number | undefined, powerW: number | undefined, startSeen = true) {
  const samples = Array.from({ length: minutes + 1 }, (_, at): Sample => {
    const power = powerW === undefined ? {} : { powerW };
    return { at: start + at * minute, state: 'charging', ...power };
  });
  const endedAt = start + minutes * minute;
  const totals = samples.reduce((sum, sample) => counted(sum, sample), newTotals(start));
  const energy = wholeWh === undefined ? {} : { energyWh: wholeWh };
  const live = { startedAt: start, startSeen, lastPowerAt: endedAt, endedAt, samples: [] };
  return sessionOf({ ...live, ...energy }, totals);
}

describe('the power of a session', () => {
  it('is what was said while the counter agrees', () => {
    expect(session(8000, 5000)).toMatchObject({ averageW: 5000, peakW: 5000 });
    expect(session(7000, 5000)).toMatchObject({ averageW: 5000, peakW: 5000 });
  });

  it.each([
    ['0', 0],
    ['far too little', 230],
    ['far too much', 50_000],
    ['nothing', undefined],
  ])('has its average from the counter, and no peak, when %s was said', (_what, powerW) => {
    const told = session(8000, powerW);
    expect(told.averageW).toBe(5000);
    expect(told).not.toHaveProperty('peakW');
  });

  it.each<[string, number | undefined]>([
    ['is not known', undefined],
    ['is nothing', 0],
  ])('is not known, rather than 0, where 0 was said and the energy %s', (_what, energyWh) => {
    const told = session(energyWh, 0);
    expect(told).not.toHaveProperty('averageW');
    expect(told).not.toHaveProperty('peakW');
  });

  it('is what was said, or nothing, where most of the energy came before the first look', () => {
    expect(session(60_000, 5000, false)).toMatchObject({ averageW: 5000, peakW: 5000 });
    expect(session(60_000, 0, false)).not.toHaveProperty('averageW');
  });

  it('is what was said where the energy is too small to prove anything', () => {
    expect(session(100, 5000)).toMatchObject({ averageW: 5000, peakW: 5000 });
  });
});

it('counts no time before a look, though the charge ended earlier by reckoning', () => {
  const at = (minutes: number): Sample => ({ at: start + minutes * minute, state: 'charging' });
  const totals = counted(counted(newTotals(start), at(0)), at(10));
  expect(counted(totals, at(12), start + 5 * minute).chargingMs).toBe(10 * minute);
});

it('is known to be that of a plan', () => {
  const live = { startedAt: start, startSeen: true, lastPowerAt: start, samples: [] };
  const planned = { ...live, plannedSince: start - 5 };
  expect(sessionOf(planned, newTotals(start))).toMatchObject({ plannedSince: start - 5 });
  expect(sessionOf(live, newTotals(start))).not.toHaveProperty('plannedSince');
});
