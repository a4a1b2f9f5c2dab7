import { expect, it } from 'vitest';
import { priceEntrySchema } from '../../../shared/schema/session/price.ts';

const band = { days: [6, 7], from: 1320, to: 360, perKwh: '0.05' };
const hourly = (parts: object) => ({
  from: 0,
  currency: 'EUR',
  zone: 'UTC',
  origin: 'own',
  tariff: {
    kind: 'hourly',
    market: { source: 'energyCharts', area: 'DE-LU' },
    factor: '1.05',
    surcharge: '-0.01',
    vatPercent: '19',
    ...parts,
  },
});

it.each<object>([
  {},
  { vatPercent: '0', factor: '10' },
  { vatPercent: '100', factor: '0.00000001' },
  { gridFee: { bands: [band], otherwise: '0' } },
])('an hourly price may have %j', (parts) => {
  expect(priceEntrySchema.safeParse(hourly(parts)).data).toEqual(hourly(parts));
});

it.each<object>([
  { vatPercent: '1900' },
  { vatPercent: '-1' },
  { factor: '0' },
  { factor: '100' },
  { factor: '-1' },
  { surcharge: '0,1' },
  { gridFee: { bands: [], otherwise: '0' } },
  { market: { source: 'somebody', area: 'DE-LU' } },
  { market: { source: 'own', area: 'a\u202eb' } },
])('an hourly price may not have %j', (parts) => {
  expect(priceEntrySchema.safeParse(hourly(parts)).success).toBe(false);
});
