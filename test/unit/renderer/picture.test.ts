import { expect, test } from 'vitest';
import { pictureOf, rowsOf, summaryOf } from '../../../renderer/charts/picture.ts';
import type { LiveSession } from '../../../shared/domain/session/live-session.ts';
import type { LiveSample } from '../../../shared/domain/session/sample.ts';
import { aCharge } from '../../fixtures/app-states.ts';

const session = (...samples: LiveSample[]): LiveSession => ({
  startedAt: 0,
  startSeen: true,
  lastPowerAt: 0,
  samples,
});

test('samples become columns in kW and kWh', () => {
  const picture = pictureOf(
    session({ at: 0, powerW: 7_000, energyWh: 0 }, { at: 60_000, powerW: 7_400, energyWh: 120 }),
  );
  expect(picture).toEqual({
    at: [0, 60],
    powerKw: [7, 7.4],
    energyKwh: [0, 0.12],
    topKw: 8,
    topKwh: 0.2,
  });
});

test('a gap stays a gap', () => {
  const picture = pictureOf(session({ at: 0, powerW: 1 }, { at: 60_000, powerW: 1, gap: true }));
  expect(picture?.at).toEqual([0, 0.001, 60]);
  expect(picture?.powerKw).toEqual([0.001, null, 0.001]);
});

test('what is not known is not drawn as zero', () => {
  const picture = pictureOf(session({ at: 0, powerW: 1_000 }, { at: 60_000, energyWh: 10 }));
  expect(picture?.powerKw).toEqual([1, null]);
  expect(picture?.energyKwh).toEqual([null, 0.01]);
});

test.each<[string, LiveSession]>([
  ['nothing', session()],
  ['one sample', session({ at: 0, powerW: 1 })],
  ['samples that say nothing', session({ at: 0, limitA: 16 }, { at: 60_000 })],
])('%s is too little for a picture', (_, little) => {
  expect(pictureOf(little)).toBeUndefined();
});

test.each([
  [150, 0.2],
  [430, 0.5],
  [3_400, 4],
  [10_990, 12],
  [45_100, 50],
])('%i Wh end under %d kWh', (energyWh, top) => {
  const picture = pictureOf(session({ at: 0, energyWh: 0 }, { at: 60_000, energyWh }));
  expect(picture?.topKwh).toBe(top);
});

test('the summary tells the span, the highest power and the energy', () => {
  const samples = session({ at: 5, powerW: 9 }, { at: 7, powerW: 3, energyWh: 2 }, { at: 9 });
  expect(summaryOf(samples)).toEqual({ from: 5, to: 9, highestW: 9, energyWh: 2 });
  expect(summaryOf(session({ at: 5 }))).toEqual({ from: 5, to: 5 });
  expect(summaryOf(session())).toBeUndefined();
});

test('the table is short and keeps both ends', () => {
  const long = aCharge();
  const rows = rowsOf(long, 8);
  expect(rows).toHaveLength(8);
  expect(rows[0]).toBe(long.samples[0]);
  expect(rows.at(-1)).toBe(long.samples.at(-1));
  expect(rowsOf(session({ at: 0, powerW: 1 }), 8)).toHaveLength(1);
});
