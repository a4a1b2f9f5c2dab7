import { describe, expect, it } from 'vitest';
import { energinet } from '../../../../electron/tariffs/sources/energinet.ts';
import { energyZero } from '../../../../electron/tariffs/sources/energy-zero.ts';
import { omie } from '../../../../electron/tariffs/sources/omie.ts';
import { spotHinta } from '../../../../electron/tariffs/sources/spot-hinta.ts';
import { failed } from '../../../../shared/result.ts';
import { askWith, type Canned, day, wire } from './canned.ts';

const dayMs = 24 * 3_600_000;
const twoDays = { from: day.from, until: day.until + dayMs };

describe('Energinet', () => {
  const record = (TimeUTC: string, DKK: unknown, EUR: unknown, PriceArea = 'DK1') => ({
    TimeUTC,
    PriceArea,
    DayAheadPriceDKK: DKK,
    DayAheadPriceEUR: EUR,
  });
  const records = (...all: readonly object[]) => wire({ total: 9, records: all });
  const two = [
    record('2026-11-28T23:00:00', 746.123456, 100.02),
    record('2026-11-28T23:15:00Z', -7.46, -1),
  ];

  it('is asked by Danish dates and without a limit', async () => {
    const { paths, slots, outcome } = await askWith(energinet, { answers: [records(...two)] });
    expect(paths.map(decodeURIComponent)).toEqual([
      'https://api.energidataservice.dk/dataset/DayAheadPrices?start=2026-11-29&end=2026-11-30' +
        '&filter={"PriceArea":["DK1"]}&sort=TimeUTC+asc&limit=0',
    ]);
    expect(slots).toEqual(['11-28T23:00 15 0.74612346', '11-28T23:15 15 -0.00746']);
    expect(outcome).toMatchObject({ value: { currency: 'DKK', vatIncluded: false } });
  });

  it('has prices of one area alone', async () => {
    const other = record('2026-11-28T23:30:00', 1, 1, 'DK2');
    const { slots } = await askWith(energinet, { answers: [records(...two, other)] });
    expect(slots).toHaveLength(2);
  });

  it.each([
    ['in euros where these are wanted', two, 'EUR', ['0.10002', '-0.001'], 'EUR'],
    [
      'in kroner, as far as these are known',
      [...two, record('2026-11-28T23:30:00', null, 1)],
      'DKK',
      ['0.74612346', '-0.00746'],
      'DKK',
    ],
    [
      'in euros before the rate of exchange is known',
      two.map((one) => ({ ...one, DayAheadPriceDKK: null })),
      'DKK',
      ['0.10002', '-0.001'],
      'EUR',
    ],
  ])('has prices %s', async (_, all, currency, prices, said) => {
    const { outcome } = await askWith(energinet, { answers: [records(...all)], currency });
    expect(outcome).toMatchObject({
      value: { currency: said, slots: prices.map((perKwh) => ({ perKwh })) },
    });
  });

  it('has no price where none is known', async () => {
    const answers = [records(record('2026-11-28T23:00:00', null, null))];
    expect((await askWith(energinet, { answers })).outcome).toEqual(
      failed({ kind: 'notPublished' }),
    );
  });
});

describe('spot-hinta.fi', () => {
  it('tells prices without tax, by the clock of the region', async () => {
    const row = (DateTime: string, PriceNoTax: unknown) => ({
      Rank: 1,
      DateTime,
      PriceNoTax,
      PriceWithTax: 9,
    });
    const body = wire([
      row('2026-11-29T02:00:00+02:00', 0.05),
      row('2026-11-29T01:00:00+02:00', -0.00042),
      row('2026-11-29T03:00:00+02:00', null),
    ]);
    const { paths, slots, outcome } = await askWith(spotHinta, { answers: [body] });
    expect(paths).toEqual([
      'https://api.spot-hinta.fi/TodayAndDayForward?region=FI&priceResolution=15',
    ]);
    expect(slots).toEqual(['11-28T23:00 60 -0.00042', '11-29T00:00 60 0.05']);
    expect(outcome).toMatchObject({ value: { currency: 'EUR', vatIncluded: false } });
  });
});

describe('EnergyZero', () => {
  const item = (start: string, end: string, value: unknown) => ({ start, end, price: { value } });
  const lists = (...base: readonly object[]) =>
    wire({ base, base_with_vat: [item('2026-11-29T00:00Z', '2026-11-29T01:00Z', '9')] });
  const today = lists(
    item('2026-11-28T22:45:00Z', '2026-11-28T23:00:00Z', '0.01'),
    item('2026-11-28T23:00:00Z', '2026-11-28T23:15:00Z', '0.07994'),
    item('2026-11-29T22:45:00Z', '2026-11-29T23:00:00Z', '-0.0005'),
    item('2026-11-29T23:00:00Z', '2026-11-29T23:15:00Z', '0.02'),
  );
  const slots = ['11-28T23:00 15 0.07994', '11-29T22:45 15 -0.0005'];

  it('is asked for each date, day first, of which alone it is believed', async () => {
    const asked = await askWith(energyZero, { answers: [today, lists()], ...twoDays });
    const dates = asked.paths.map((path) => new URL(path).searchParams.get('date'));
    expect(dates).toEqual(['29-11-2026', '30-11-2026']);
    expect(asked.slots).toEqual(slots);
    expect(asked.outcome).toMatchObject({ value: { currency: 'EUR', vatIncluded: false } });
  });

  it.each<[string, Canned]>([
    ['is not there', { status: 404, body: '{"code":3,"message":"not found"}' }],
    ['does not come', 'timedOut'],
    ['is an error', { status: 400, body: '{"code":3,"message":"invalid","details":[]}' }],
  ])('gives today where tomorrow %s', async (_, tomorrow) => {
    const asked = await askWith(energyZero, { answers: [today, tomorrow], ...twoDays });
    expect(asked.slots).toEqual(slots);
  });

  it('gives tomorrow where today is not there', async () => {
    const asked = await askWith(energyZero, {
      answers: [{ status: 404, body: '' }, today],
      from: day.from - dayMs,
      until: day.until,
    });
    expect(asked.slots).toEqual(slots);
  });

  it('fails with today where yesterday alone is known', async () => {
    const yesterday = lists(item('2026-11-28T22:30:00Z', '2026-11-28T22:45:00Z', '0.01'));
    const asked = await askWith(energyZero, {
      answers: [yesterday, 'timedOut'],
      from: day.from - dayMs,
      until: day.until,
    });
    expect(asked.outcome).toEqual(failed({ kind: 'timedOut' }));
  });

  it('asks nothing more after a failure, and four days at most', async () => {
    const failing = await askWith(energyZero, { answers: ['unreachable', today], ...twoDays });
    expect(failing.outcome).toEqual(failed({ kind: 'unreachable' }));
    expect(failing.paths).toHaveLength(1);
    const long = await askWith(energyZero, { answers: [], ...day, until: day.until + 30 * dayMs });
    expect(long.outcome).toEqual(failed({ kind: 'notPublished' }));
    expect(long.paths).toHaveLength(4);
  });

  it('is not understood with an error and 200', async () => {
    const { outcome } = await askWith(energyZero, { answers: ['{"code":3,"message":"invalid"}'] });
    expect(outcome).toEqual(failed({ kind: 'notUnderstood' }));
  });
});

describe('OMIE', () => {
  const line = (period: number | string, pt = '61.5', es = '62') =>
    `2026;11;29;${period};${pt};${es};`;
  const file = (...lines: readonly string[]) => ['MARGINALPDBC;', ...lines, '*', ''].join('\r\n');
  const portugal = { code: 'PT', zone: 'Europe/Berlin' };

  it('is asked for the file of a day, whose columns are Portugal and Spain', async () => {
    const answers = [file(line(1), line(26, '-1.51', '-2'))];
    const spain = await askWith(omie, { answers });
    expect(spain.paths).toEqual([
      'https://www.omie.es/es/file-download?parents=marginalpdbc&filename=marginalpdbc_20261129.1',
    ]);
    expect(spain.slots).toEqual(['11-28T23:00 15 0.062', '11-29T05:15 15 -0.002']);
    expect((await askWith(omie, { answers, area: portugal })).slots).toEqual([
      '11-28T23:00 15 0.0615',
      '11-29T05:15 15 -0.00151',
    ]);
    expect(spain.outcome).toMatchObject({ value: { attribution: 'OMIE', vatIncluded: false } });
  });

  it('may have whole hours, and prices that nobody knows', async () => {
    const hours = Array.from({ length: 24 }, (_, hour) =>
      line(hour + 1, '1', hour === 3 ? '' : '2'),
    );
    const { slots } = await askWith(omie, { answers: [file(...hours)] });
    expect(slots).toHaveLength(23);
    expect(slots?.slice(1, 4)).toEqual([
      '11-29T00:00 60 0.002',
      '11-29T01:00 60 0.002',
      '11-29T03:00 60 0.002',
    ]);
  });

  it('counts on over a clock change', async () => {
    const day25 = { from: Date.UTC(2026, 9, 24, 22), until: Date.UTC(2026, 9, 25, 23) };
    const all = Array.from({ length: 100 }, (_, index) => `2026;10;25;${index + 1};1;${index};`);
    const { slots } = await askWith(omie, { answers: [file(...all)], ...day25 });
    expect([slots?.[0], slots?.[99]]).toEqual(['10-24T22:00 15 0', '10-25T22:45 15 0.099']);
  });

  it.each([
    ['a file without its end', 'MARGINALPDBC;\r\n2026;11;29;1;61.5;62;\r\n'],
    ['another file', `PDBC_TOT;\r\n${line(1)}\r\n*`],
    ['a file of another day', file('2026;11;28;1;61.5;62;')],
    ['more quarters than the day has', file(line(1), line(97))],
    ['a quarter that is none', file(line(1), line(0))],
    ['half a quarter', file(line(1), line('1.5'))],
    ['words for a price', file(line(1), line(2, 'n/a', 'n/a'))],
    ['too many lines to hold', file(';'.concat('\n').repeat(900_000))],
  ])('is not understood with %s', async (_, body) => {
    expect((await askWith(omie, { answers: [body] })).outcome).toEqual(
      failed({ kind: 'notUnderstood' }),
    );
  });
});
