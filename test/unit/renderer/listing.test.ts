import { describe, expect, test } from 'vitest';
import { barsOf } from '../../../renderer/charts/bars.ts';
import { historyKeyOf } from '../../../renderer/components/history/charger-key.ts';
import { formatsOf } from '../../../renderer/components/history/formats.ts';
import {
  chunksOf,
  daysOf as groupedByDay,
  narrowed,
} from '../../../renderer/components/history/listing.ts';
import { chargersOf } from '../../../renderer/components/history/use-chargers.ts';
import type { Session, SessionSource } from '../../../shared/domain/session/history.ts';
import { fileNameOf } from '../../../shared/text/file-name.ts';
import { aCharger, anObservation, current } from '../../fixtures/app-states.ts';
import { aSession, daysOf, garage, sessionsOf, totalsOf } from '../../fixtures/history-rows.ts';

describe('a search', () => {
  const words: Record<number, string> = {
    1: 'Garage Tuesday 17 November 2026 Tue, 17 Nov',
    2: 'Garage Sunday 1 November 2026 Sun, 1 Nov',
    3: 'Höhle Thursday 17 December 2026 Thu, 17 Dec',
  };
  const sessions = [1, 2, 3].map((id) => aSession({ id, source: id === 2 ? 'cloud' : 'recorded' }));
  const find = (search: string, source?: SessionSource) =>
    narrowed(sessions, {
      search,
      source,
      wordsOf: ({ id }: Session) => words[id] ?? '',
    }).map(({ id }) => id);

  test.each<[string, number[]]>([
    ['', [1, 2, 3]],
    ['  ', [1, 2, 3]],
    ['garage', [1, 2]],
    ['gar', [1, 2]],
    ['17', [1, 3]],
    ['1', [2]],
    ['17 nov', [1]],
    ['nov garage', [1, 2]],
    ['hohle', [3]],
    ['arage', []],
    ['2025', []],
  ])('for "%s" finds %o', (search, ids) => {
    expect(find(search)).toEqual(ids);
  });

  test('keeps to one source', () => {
    expect(find('', 'cloud')).toEqual([2]);
    expect(find('17', 'cloud')).toEqual([]);
  });
});

describe('days', () => {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

  test('hold their sessions, in their order', () => {
    const [one, two, three] = [1, 2, 3].map((id) =>
      aSession({ id, startedAt: Date.UTC(2026, 4, 20 - Math.floor(id / 2), 12 - id) }),
    );
    const days = groupedByDay(
      [one, two, three].filter((each) => each !== undefined),
      dayOf,
    );
    expect(days.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([[1], [2, 3]]);
  });

  test('of very many sessions go on in another group, and no chunk is large', () => {
    const many = sessionsOf(120).map((one) => ({ ...one, startedAt: Date.UTC(2026, 4, 1) }));
    const days = groupedByDay([...many, ...sessionsOf(60)], dayOf);
    expect(
      days.slice(0, 4).map(({ sessions, isContinued }) => [sessions.length, isContinued]),
    ).toEqual([
      [50, false],
      [50, true],
      [20, true],
      [1, false],
    ]);
    const rows = chunksOf(days).map((chunk) =>
      chunk.reduce((count, { sessions }) => count + sessions.length, 0),
    );
    expect(rows).toEqual([50, 50, 50, 30]);
  });
});

describe('bars', () => {
  test('are parts of the top of their axis', () => {
    const bars = barsOf(daysOf(2026, 5, [10, 20]), totalsOf());
    expect(bars).toMatchObject({ measure: 'energy', scale: { top: 20, step: 10 } });
    expect(bars?.bars).toHaveLength(31);
    expect(bars?.bars[9]?.share).toBe(0.5);
    expect(bars?.bars[10]?.share).toBe(0);
    expect(bars?.bars[19]?.share).toBe(1);
  });

  test('that are small can be seen all the same', () => {
    const [tiny, ...others] = daysOf(2026, 5, [1, 20]);
    const periods = [{ ...totalsOf(), ...tiny, energyWh: 3, from: 0, to: 1 }, ...others];
    expect(barsOf(periods, totalsOf())?.bars[0]?.share).toBe(0.02);
  });

  test('are hours where no energy is known', () => {
    const { energyWh: _none, ...unknown } = totalsOf({ charges: 1, withoutEnergy: 1 });
    const periods = daysOf(2026, 5, [2]).map(({ energyWh: _none, ...day }) => day);
    const bars = barsOf(periods, unknown);
    expect(bars).toMatchObject({ measure: 'time', scale: { top: 4, step: 2 } });
  });

  test('of nothing are none', () => {
    expect(barsOf(daysOf(2026, 5, []), totalsOf({ charges: 0 }))).toBeUndefined();
  });
});

test('a charger has one name in the history whatever its account', () => {
  expect(historyKeyOf({ brand: 'wallbox', id: 'account-7/123' })).toBe('wallbox/123');
  expect(historyKeyOf({ brand: 'fcsp', id: 'station-1/SWA12ABC' })).toBe('fcsp/SWA12ABC');
});

test('a charger that is watched and was never kept is offered too, once', () => {
  const watched = aCharger(current(anObservation({ state: 'available' }, { name: 'New' })));
  const other = { ...watched, id: 'account-1/9' };
  const found = chargersOf([garage], [watched, other]);
  expect(found.map(({ key, name }) => [key, name])).toEqual([
    ['wallbox/charger-1', 'Garage'],
    ['wallbox/9', 'New'],
  ]);
});

test.each([
  ['Garage 2026-05.pdf', 'Garage 2026-05.pdf'],
  ['A/B\\C: "1" <2>|?*.png', 'A B C 1 2.png'],
  ['  Höhle\n links .png', 'Höhle links.png'],
  [`${'x'.repeat(200)}.pdf`, `${'x'.repeat(116)}.pdf`],
  [`${'車'.repeat(100)}.pdf`, `${'車'.repeat(66)}.pdf`],
  ['..\u202efdp.exe.png', 'fdp.exe.png'],
  ['NUL.pdf', 'ChargeTray.pdf'],
  ['.pdf', 'ChargeTray.pdf'],
])('%j becomes the file name %j', (asked, name) => {
  expect(fileNameOf(asked)).toBe(name);
});

test('a charge that ends on another day says so', () => {
  const { times } = formatsOf({ locale: 'en-IE', timeZone: 'UTC' });
  const from = Date.UTC(2026, 4, 16, 22, 10);
  expect(times(from, from + 3_600_000)).toBe('22:10–23:10');
  expect(times(from, from + 8 * 3_600_000)).toBe('22:10–06:10 (+1 day)');
  expect(times(from, from + 56 * 3_600_000)).toBe('22:10–06:10 (+3 days)');
});

test('times of day are written as their reader writes them', () => {
  const american = formatsOf({ locale: 'en-US', timeZone: 'UTC' });
  const [from, to] = [Date.UTC(2026, 4, 16, 7, 5), Date.UTC(2026, 4, 16, 17, 30)];
  expect(american.times(from, to).replaceAll('\u202f', ' ')).toBe('7:05 AM–5:30 PM');
});
