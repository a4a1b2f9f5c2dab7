import { describe, expect, it } from 'vitest';
import { priceSources } from '../../../../electron/tariffs/sources/registry.ts';
import { bounds } from '../../../../shared/domain/bounds.ts';
import { fc } from '../../../fixtures/properties.ts';
import { askWith, day, wire } from './canned.ts';

const [start, later] = [day.from, day.from + 900_000];
const [iso, next] = [new Date(start).toISOString(), new Date(later).toISOString()];

/** What each source may well answer, one question after the other. */
const right: { readonly [Id in keyof typeof priceSources]: readonly unknown[] } = {
  energyCharts: [
    { unix_seconds: [start / 1000, later / 1000], price: [80, -1.5], license_info: 'CC BY 4.0' },
  ],
  awattar: [{ data: [{ start_timestamp: start, end_timestamp: later, marketprice: 80 }] }],
  octopus: [
    { next: null, results: [{ code: 'AGILE-26-10-01', available_from: iso, available_to: null }] },
    { next: 'x', results: [{ value_inc_vat: 20.5, valid_from: iso, valid_to: next }] },
    { next: null, results: [{ value_inc_vat: -1, valid_from: next, valid_to: null }] },
  ],
  energyZero: [{ base: [{ start: iso, end: next, price: { value: '0.08' } }] }],
  spotHinta: [
    [
      { DateTime: iso, PriceNoTax: 0.08 },
      { DateTime: next, PriceNoTax: null },
    ],
  ],
  energinet: [
    { records: [{ TimeUTC: iso, PriceArea: 'DK1', DayAheadPriceDKK: 600, DayAheadPriceEUR: 80 }] },
  ],
  omie: ['MARGINALPDBC;\n2026;11;29;1;61.5;62;\n2026;11;29;96;61.5;62;\n*\n'],
  nordPool: [
    {
      currency: 'SEK',
      multiAreaEntries: [{ deliveryStart: iso, deliveryEnd: next, entryPerArea: { SE1: 800 } }],
    },
  ],
  tibber: [
    {
      data: {
        viewer: {
          homes: [
            {
              currentSubscription: {
                priceInfo: {
                  current: null,
                  today: [{ currency: 'SEK', startsAt: iso, total: 1.5 }],
                  tomorrow: [{ currency: 'SEK', startsAt: next, total: 1.5 }],
                },
              },
            },
          ],
        },
      },
    },
  ],
  own: [
    {
      currency: 'EUR',
      prices: [
        { start: iso, end: next, price: 0.25 },
        { start: later, price: 1 },
      ],
    },
  ],
  smard: [
    { timestamps: [start] },
    {
      series: [
        [start, 80],
        [later, null],
      ],
    },
  ],
  elering: [{ success: true, data: { ee: [{ timestamp: start / 1000, price: 80 }] } }],
};

const numbers = [0, -0, -1, 0.25, 1e300, -1e300, 5e-324, 1e21, start, later / 1000, start + 0.5];
const words = ['', ';', '0,25', '1e5', 'NaN', '-', iso, '2026-11-29T00:00:00', '__proto__', 'EUR'];
const anything = fc.oneof(
  fc.constantFrom(...numbers, ...numbers.map(String), ...words, null, true),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 1 }),
);

/** A body in which some of the values are something else. */
function bodyWith(answer: unknown, changes: readonly (readonly [number, unknown])[]): string {
  if (typeof answer === 'string') {
    const cells = answer.split(/(?<=[;\n])|(?=[;\n])/);
    for (const [at, value] of changes) cells[at % cells.length] = String(value);
    return cells.join('');
  }
  const count = leaves(answer, () => undefined).count;
  return changes.reduce((body, [at, value]) => {
    return wire(
      leaves(JSON.parse(body), (index) => (index === at % count ? { value } : undefined)).value,
    );
  }, wire(answer));
}

/** The same value with some of its leaves replaced, and how many leaves it has. */
function leaves(value: unknown, change: (index: number) => { value: unknown } | undefined) {
  let count = 0;
  const changed: unknown = JSON.parse(wire(value), (_, part: unknown) => {
    if (typeof part === 'object' && part !== null) return part;
    const instead = change(count);
    count += 1;
    return instead ? instead.value : part;
  });
  return { value: changed, count };
}

const changes = fc.array(fc.tuple(fc.nat(99), anything), { maxLength: 3 });

describe('whatever a source answers', () => {
  it.each(Object.values(priceSources))('$id gives sound slots or a failure', async (source) => {
    const address = 'https://prices.example.com/own';
    let understood = 0;
    const property = fc.asyncProperty(changes, fc.nat(2), async (each, which) => {
      const answers = right[source.id]?.map((answer, index, all) =>
        bodyWith(answer, index === which % all.length ? each : []),
      );
      const { outcome } = await askWith(source, { answers: answers ?? [], token: 'a', address });
      if (!outcome.ok) return;
      understood += 1;
      for (const [index, { from, until, perKwh }] of outcome.value.slots.entries()) {
        expect(perKwh).toMatch(/^-?\d{1,6}(\.\d{1,8})?$/);
        expect(from).toBeGreaterThanOrEqual(outcome.value.slots[index - 1]?.until ?? 0);
        expect(until).toBeGreaterThan(from);
        expect(until).toBeLessThanOrEqual(bounds.instant.most);
      }
    });
    await fc.assert(property, { numRuns: 100 });
    expect(understood).toBeGreaterThan(20);
  });
});
