import { describe, expect, it } from 'vitest';
import { octopus } from '../../../../electron/tariffs/sources/octopus.ts';
import { failed } from '../../../../shared/result.ts';
import { askWith, day, wire } from './canned.ts';

const product = { code: 'AGILE-26-10-01', direction: 'IMPORT', brand: 'OCTOPUS_ENERGY' };
const products = (...results: readonly unknown[]) => wire({ next: null, results });

const at = (hours: number) => new Date(day.from + hours * 3_600_000).toISOString();
const rate = (from: number, pence: unknown, more: object = {}) => ({
  value_inc_vat: pence,
  valid_from: at(from),
  valid_to: at(from + 0.5),
  payment_method: null,
  ...more,
});
const rates = (...results: readonly unknown[]) => wire({ next: null, results });

describe('Agile of Octopus', () => {
  it('is asked about by its current code, in one region, in UTC', async () => {
    const area = { code: 'GB-P', zone: 'Europe/Berlin' };
    const answers = [products(product), rates(rate(0, 12.345))];
    const { paths, slots, outcome } = await askWith(octopus, { answers, area });
    expect(paths).toEqual([
      'https://api.octopus.energy/v1/products/?is_business=false&page_size=1500',
      'https://api.octopus.energy/v1/products/AGILE-26-10-01/electricity-tariffs/' +
        'E-1R-AGILE-26-10-01-P/standard-unit-rates/' +
        '?period_from=2026-11-28T23%3A00%3A00Z&period_to=2026-11-29T23%3A00%3A00Z&page_size=1500',
    ]);
    expect(slots).toEqual(['11-28T23:00 30 0.12345']);
    expect(outcome).toMatchObject({ value: { currency: 'GBP', vatIncluded: true } });
  });

  it.each<[string, readonly unknown[]]>([
    [
      'older',
      [{ ...product, code: 'AGILE-24-10-01', available_from: '2024-10-01T00:00:00+01:00' }],
    ],
    ['sold no more', [{ ...product, code: 'AGILE-A', available_to: '2026-11-01T00:00:00Z' }]],
    ['sold later', [{ ...product, code: 'AGILE-B', available_from: '2027-01-01T00:00:00Z' }]],
    ['for what is fed in', [{ ...product, code: 'AGILE-OUTGOING-26', direction: 'EXPORT' }]],
    ['for businesses', [{ ...product, code: 'AGILE-C', is_business: true }]],
    ['of another brand', [{ ...product, code: 'AGILE-D', brand: 'OTHER_ENERGY' }]],
    ['something else', [{ ...product, code: 'VAR-26-11-01' }]],
    ['no code', [{ ...product, code: 'AGILE-26/../..' }, { ...product, code: 7 }, null]],
  ])('is not taken for a product that is %s', async (_, others) => {
    const current = { ...product, available_from: '2026-10-01T00:00:00+01:00' };
    const newest = others.map((one) =>
      typeof one === 'object' ? { available_from: '2026-11-01T00:00:00Z', ...one } : one,
    );
    const answers = [products(...newest, current), rates(rate(0, 10))];
    const { paths } = await askWith(octopus, { answers });
    expect(paths[1]).toContain('/v1/products/AGILE-26-10-01/');
  });

  it('is not understood where no product is it', async () => {
    const { outcome, paths } = await askWith(octopus, { answers: [products()] });
    expect(outcome).toEqual(failed({ kind: 'notUnderstood' }));
    expect(paths).toHaveLength(1);
  });

  it('is read from page to page, wherever the next one is said to be', async () => {
    const elsewhere = 'https://elsewhere.example.com/v1/?page=9';
    const answers = [
      products(product),
      wire({ next: elsewhere, results: [rate(0.5, 20)] }),
      wire({ next: elsewhere, results: [rate(0, 10)] }),
      wire({ next: elsewhere, results: [] }),
      wire({ next: null, results: [rate(1, 30)] }),
    ];
    const { paths, slots } = await askWith(octopus, { answers });
    expect(slots).toEqual(['11-28T23:00 30 0.1', '11-28T23:30 30 0.2']);
    expect(paths.slice(1).map((path) => /[?&]page=(\d)/.exec(path)?.[1])).toEqual([
      undefined,
      '2',
      '3',
    ]);
    expect(paths.every((path) => path.startsWith('https://api.octopus.energy/'))).toBe(true);
  });

  it('holds until further notice, or until the next price', async () => {
    const open = { valid_to: null };
    const answers = [products(product), rates(rate(0, 10, open), rate(22, 20, open))];
    const { slots } = await askWith(octopus, { answers });
    expect(slots).toEqual(['11-28T23:00 1320 0.1', '11-29T21:00 120 0.2']);
  });

  it('is what those pay who let it be collected', async () => {
    const answers = [
      products(product),
      rates(
        rate(0, 10, { payment_method: 'DIRECT_DEBIT' }),
        rate(0, 12, { payment_method: 'NON_DIRECT_DEBIT' }),
        rate(0.5, 11),
      ),
    ];
    const { slots } = await askWith(octopus, { answers });
    expect(slots).toEqual(['11-28T23:00 30 0.1', '11-28T23:30 30 0.11']);
  });

  it('keeps all digits, and prices below zero', async () => {
    const answers = [products(product), rates(rate(0, -0.3), rate(0.5, 28.123456), rate(1, 0))];
    const { slots } = await askWith(octopus, { answers });
    expect(slots).toEqual([
      '11-28T23:00 30 -0.003',
      '11-28T23:30 30 0.28123456',
      '11-29T00:00 30 0',
    ]);
  });
});
