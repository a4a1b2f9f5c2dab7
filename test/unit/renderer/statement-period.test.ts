import { describe, expect, it } from 'vitest';
import {
  periodFileName,
  periodOfSpan,
  periodTitle,
  periodWith,
  type StatementPeriod,
  shiftedPeriod,
} from '../../../renderer/components/statement/period.ts';

const days = { unit: 'range', from: '2026-02-03', to: '2026-02-14' } as const;

describe('the period of a statement', () => {
  it.each<[StatementPeriod['unit'], string, string, string]>([
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-06-30'],
    ['year', '2000-02-29', '2000-01-01', '2000-12-31'],
    ['range', '2026-02-03', '2026-02-01', '2026-02-28'],
  ])('%s with %s', (unit, day, from, to) => {
    expect(periodWith(unit, day)).toEqual({ unit, from, to });
  });

  it.each<[StatementPeriod, number, string, string]>([
    [periodWith('month', '2026-01-15'), -1, '2025-12-01', '2025-12-31'],
    [periodWith('quarter', '2026-01-15'), -1, '2025-10-01', '2025-12-31'],
    [periodWith('year', '2026-01-15'), 1, '2027-01-01', '2027-12-31'],
    [days, 1, days.from, days.to],
  ])('%j, %i on', (period, by, from, to) => {
    expect(shiftedPeriod(period, by)).toEqual({ unit: period.unit, from, to });
  });

  it.each<[StatementPeriod, string, string]>([
    [periodWith('month', '2026-02-03'), 'February 2026', '2026-02'],
    [periodWith('quarter', '2026-02-03'), 'Q1 2026', '2026-Q1'],
    [periodWith('year', '2026-02-03'), '2026', '2026'],
    [days, '3 Feb 2026 – 14 Feb 2026', '2026-02-03 2026-02-14'],
  ])('%j is called %s', (period, title, file) => {
    expect(periodTitle(period, { locale: 'en-IE' })).toBe(title);
    expect(periodFileName(period)).toBe(file);
  });

  it('is that of the history, in the zone of its owner', () => {
    const zone = 'Europe/Berlin';
    const now = Date.UTC(2026, 11, 31, 23, 30);
    expect(periodOfSpan({ unit: 'month', year: 2026, month: 5 }, now, zone).to).toBe('2026-05-31');
    expect(periodOfSpan({ unit: 'year', year: 2025 }, now, zone).unit).toBe('year');
  });
});
