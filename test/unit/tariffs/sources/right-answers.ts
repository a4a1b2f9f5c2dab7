import type { priceSources } from '../../../../electron/tariffs/sources/registry.ts';
import { day } from './canned.ts';

const [start, later] = [day.from, day.from + 900_000];
const [iso, next] = [new Date(start).toISOString(), new Date(later).toISOString()];

/** What each source may well answer, one question after the other. */
export const right: { readonly [Id in keyof typeof priceSources]: readonly unknown[] } = {
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
