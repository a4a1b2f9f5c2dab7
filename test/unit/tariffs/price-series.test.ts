import { describe, expect, it } from 'vitest';
import { type PriceRow, seriesOf } from '../../../electron/tariffs/sources/kit/series.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

const minute = 60_000;

/** Rows from `[start, end or -, price]`, times in minutes. */
function rowsOf(...rows: readonly [number, number | undefined, string | null][]): PriceRow[] {
  return rows.map(([from, until, price]) => ({
    from: from * minute,
    ...(until === undefined ? {} : { until: until * minute }),
    price,
  }));
}

function read(rows: readonly PriceRow[], currency = 'EUR', log = new RecordedLog()) {
  const wanted = { from: 0, until: 1440 * minute };
  const read = seriesOf(rows, { source: 'own', currency, unit: 'kWh', wanted, log });
  if (!read.ok) return read.failure;
  return read.value.slots.map(({ from, until, perKwh }) => [from / minute, until / minute, perKwh]);
}

describe('rows of prices', () => {
  it('end where the next one starts, but no later than is common', () => {
    expect(
      read(
        rowsOf(
          [0, undefined, '0.1'],
          [15, undefined, '0.2'],
          [30, undefined, '0.3'],
          [90, undefined, '0.4'],
        ),
      ),
    ).toEqual([
      [0, 15, '0.1'],
      [15, 30, '0.2'],
      [30, 45, '0.3'],
      [90, 105, '0.4'],
    ]);
  });

  it('of half and whole hours keep their length', () => {
    const halves = rowsOf([0, undefined, '0.1'], [30, undefined, '0.2'], [60, undefined, '0.3']);
    expect(read(halves)).toContainEqual([60, 90, '0.3']);
    const hours = rowsOf([0, undefined, '0.1'], [60, undefined, '0.2'], [120, undefined, '0.3']);
    expect(read(hours)).toContainEqual([120, 180, '0.3']);
  });

  it('whose neighbour is unknown do not last longer for it', () => {
    const rows = rowsOf([0, undefined, '0.1'], [15, undefined, null], [30, undefined, '0.3']);
    expect(read(rows)).toEqual([
      [0, 15, '0.1'],
      [30, 45, '0.3'],
    ]);
  });

  it('that reach into the next one are cut, and one that begins anew replaces it', () => {
    expect(read(rowsOf([0, 60, '0.1'], [15, 30, '0.2'], [30, 30, '0.3']))).toEqual([
      [0, 15, '0.1'],
      [15, 30, '0.2'],
    ]);
  });

  it('in any order come out in the order of time', () => {
    expect(read(rowsOf([60, 120, '0.2'], [0, 60, '0.1']))).toEqual([
      [0, 60, '0.1'],
      [60, 120, '0.2'],
    ]);
  });

  it('that come twice are said to contradict each other only where they do', () => {
    const log = new RecordedLog();
    expect(read(rowsOf([0, 60, '0.1'], [0, 60, '0.1']), 'EUR', log)).toEqual([[0, 60, '0.1']]);
    expect(log.lines).toEqual([]);
    expect(read(rowsOf([0, 60, '0.1'], [0, 60, '0.2']), 'EUR', log)).toEqual([[0, 60, '0.2']]);
    expect(log.lines).toMatchObject([{ level: 'warn', facts: { contradictions: 1 } }]);
  });

  it('of no time at all are left out', () => {
    const never = rowsOf([1e15, undefined, '0.2'], [-5, 5, '0.3'], [120, 1e15, '0.4']);
    expect(read([...never, ...rowsOf([0, 60, '0.1'])])).toEqual([[0, 60, '0.1']]);
  });

  it('come with what their source wants said, in one harmless line', () => {
    const about = { source: 'own', currency: 'EUR', unit: 'kWh', log: new RecordedLog() } as const;
    const wanted = { from: 0, until: 60 * minute };
    const attribution = `CC BY\n4.0\u202e${'!'.repeat(1000)}`;
    const read = seriesOf(rowsOf([0, 60, '0.1']), { ...about, wanted, attribution });
    expect(read.ok && read.value.attribution).toMatch(/^CC BY 4\.0!{491}$/);
  });

  it('of another time alone are not published', () => {
    expect(read(rowsOf([1440, 1500, '0.1']))).toEqual({ kind: 'notPublished' });
    expect(read(rowsOf([-60, 0, '0.1']))).toEqual({ kind: 'notPublished' });
    expect(read(rowsOf([0, 60, null]))).toEqual({ kind: 'notPublished' });
  });
});

describe('a price', () => {
  const priced = (amount: string, unit: 'kWh' | 'MWh' | 'hundredthsPerKwh') => {
    const wanted = { from: 0, until: 1 };
    const about = { source: 'own', currency: 'EUR', unit, wanted, log: new RecordedLog() } as const;
    const read = seriesOf([{ from: 0, until: 1, price: amount }], about);
    return read.ok ? read.value.slots[0]?.perKwh : read.failure;
  };

  it.each([
    ['94.37', 'MWh', '0.09437'],
    ['-0.5', 'MWh', '-0.0005'],
    ['0', 'MWh', '0'],
    ['-0.00', 'MWh', '0'],
    ['0.000001', 'MWh', '0'],
    ['24.885', 'hundredthsPerKwh', '0.24885'],
    ['0.1234567891', 'kWh', '0.12345679'],
  ] as const)('%s per %s is %s per kWh', (amount, unit, perKwh) => {
    expect(priced(amount, unit)).toBe(perKwh);
  });
});

describe('a price that cannot be', () => {
  const day = (price: string) =>
    rowsOf(
      ...Array.from({ length: 24 }, (_, hour) => [hour * 60, undefined, price] as const).map(
        ([from, until, amount]): [number, undefined, string] => [from, until, amount],
      ),
    );

  it.each([
    ['EUR', '5.01'],
    ['EUR', '-5.01'],
    ['SEK', '60.1'],
    ['CZK', '126'],
    ['XTS', '1000000'],
  ])('is doubted alone: in %s, %s', (currency, price) => {
    expect(read(rowsOf([0, 60, price]), currency)).toEqual({ kind: 'implausible', perKwh: price });
  });

  it.each([
    ['EUR', '4.99'],
    ['SEK', '11.5'],
    ['CZK', '24'],
    ['XTS', '5000'],
  ])('is not one that was paid: in %s, %s for an hour', (currency, price) => {
    expect(read(rowsOf([0, 60, price]), currency)).toEqual([[0, 60, price]]);
  });

  it('is doubted when half of a day is as dear, though each alone might be', () => {
    expect(read(day('1.01'))).toEqual({ kind: 'implausible', perKwh: '1.01' });
    expect(read(day('0.99'))).toHaveLength(24);
    expect(read(day('7'), 'SEK')).toHaveLength(24);
  });

  it('leaves a dear evening of a usual day alone', () => {
    const evening = rowsOf([1140, 1200, '3.9']);
    expect(read([...day('0.2'), ...evening])).toContainEqual([1140, 1200, '3.9']);
  });
});
