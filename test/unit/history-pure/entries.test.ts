import { describe, expect, it } from 'vitest';
import { withSeenPrice } from '../../../electron/tariffs/entries.ts';
import { flat } from './prices.ts';

const zone = 'Europe/Berlin';
const said = (perKwh: number, currency = 'EUR') => ({ perKwh, currency });
const charger = (perKwh: string, from: number) => flat(perKwh, { from, origin: 'charger' });

describe('a price that a charger says', () => {
  it('counts from the begin of the charge where it is the first of all', () => {
    const when = { at: 2000, since: 1000, zone };
    expect(withSeenPrice([], said(0.31), when)).toEqual([charger('0.31', 1000)]);
  });

  it('counts from the look that saw it change', () => {
    const before = [charger('0.1', 500)];
    const when = { at: 2000, since: 1000, zone };
    expect(withSeenPrice(before, said(0.4), when)).toEqual([...before, charger('0.4', 2000)]);
  });

  it.each([
    ['is the same', [charger('0.31', 0)], said(0.31)],
    ['is not in money', [charger('0.31', 0)], said(0.4, 'credits')],
    ['comes after one of its owner', [flat('0.1', { from: 500 })], said(0.31)],
  ])('changes nothing where it %s', (_what, before, price) => {
    expect(withSeenPrice(before, price, { at: 2000, since: 1000, zone })).toBe(before);
  });

  it('counts until a price of its owner begins, and leaves that alone', () => {
    const later = flat('0.1', { from: 9000 });
    const before = [charger('0.2', 0), later];
    expect(withSeenPrice(before, said(0.4), { at: 2000, since: 1000, zone })).toEqual([
      charger('0.2', 0),
      charger('0.4', 2000),
      later,
    ]);
  });
});
