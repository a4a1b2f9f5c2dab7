import { describe, expect, it } from 'vitest';
import { own } from '../../../../electron/tariffs/sources/own/own.ts';
import { readOwn } from '../../../../electron/tariffs/sources/own/read.ts';
import { failed } from '../../../../shared/result.ts';
import { askWith } from './canned.ts';

const [one, two] = [Date.UTC(2026, 10, 29, 0), Date.UTC(2026, 10, 29, 1)];

const row = (from: number, price: string | null, more: object = {}) => ({ from, price, ...more });

/** What an owner wrote, and the rows in it. */
const lists: readonly [string, string, object][] = [
  [
    'a list with ends',
    '[{"start":"2026-11-29T01:00:00+01:00","end":"2026-11-29T02:00:00+01:00","price":0.25}]',
    { rows: [row(one, '0.25', { until: two })] },
  ],
  [
    'a list without ends, in other words',
    '[{"startsAt":"2026-11-29 00:00Z","total":-0.01},{"Starts_At":"2026-11-29T01:00Z","value":1e-7}]',
    { rows: [row(one, '-0.01'), row(two, '0.0000001')] },
  ],
  [
    'seconds and milliseconds',
    `[{"time":${one / 1000},"price":"0.1"},{"timestamp":"${two}","per_kwh":null}]`,
    { rows: [row(one, '0.1'), row(two, null)] },
  ],
  [
    'an object that says the currency of its list',
    `{"currency":"gbp","rates":[{"from":${one},"until":${two},"price":0.1}]}`,
    { currency: 'GBP', rows: [row(one, '0.1', { until: two })] },
  ],
  [
    'a unit that says the currency',
    `{"unit":"SEK/kWh","prices":[{"start":${one},"price":2}]}`,
    { currency: 'SEK', rows: [row(one, '2')] },
  ],
  [
    'a table with semicolons and decimal commas',
    '\ufeffStart;End;Price;Currency\r\n2026-11-29T00:00Z;2026-11-29T01:00Z;0,25;DKK\r\n',
    { currency: 'DKK', rows: [row(one, '0.25', { until: two, currency: 'DKK' })] },
  ],
  [
    'a table with semicolons and decimal points',
    `start;price\n${one};0.25\n`,
    { rows: [row(one, '0.25')] },
  ],
  [
    'a table with commas, quotes and other columns',
    `note,valid from,"price"\n"cheap, and windy",2026-11-29T00:00:00+00:00,-0.25\n\n,${two},\n`,
    { rows: [row(one, '-0.25'), row(two, null)] },
  ],
  ['an empty list', '[]', { rows: [] }],
  ['a table of names alone', 'start,price', { rows: [] }],
];

describe('prices of an owner', () => {
  it.each(lists)('are read from %s', (_, text, prices) => {
    expect(readOwn(text)).toEqual(prices);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['a web page', '<!doctype html><html><body><h1>No such page</h1></body></html>'],
    ['half a list', `[{"start":${one},"price":0.25},{"start":1`],
    ['no list', '{"price":0.25}'],
    ['a list of numbers', '[0.25,0.26]'],
    ['a time that could be anywhere', '[{"start":"2026-11-29T00:00:00","price":0.25}]'],
    ['no date', '[{"start":"2026-02-30T00:00Z","price":0.25}]'],
    ['a moment long ago', '[{"start":1700,"price":0.25}]'],
    ['a row without a price', `[{"start":${one}}]`],
    ['a price with a unit', `[{"start":${one},"price":"25 ct"}]`],
    ['a comma in a price of a list', `[{"start":${one},"price":"0,25"}]`],
    ['a price per MWh', `[{"start":${one},"price":25,"unit":"EUR/MWh"}]`],
    ['a price in cents', `{"unit":"ct/kWh","prices":[{"start":${one},"price":25}]}`],
    ['an end that is none', `[{"start":${one},"end":"later","price":0.25}]`],
    ['a currency that is none', `[{"start":${one},"price":0.25,"currency":"money"}]`],
    ['two currencies', `{"currency":"EUR","data":[{"start":${one},"price":1,"currency":"DKK"}]}`],
    ['a table without names', `${one};0,25\n`],
    ['a table whose lines differ in length', `start,price\n${one},0.25,1\n`],
    ['a table with an open quote', `start,price\n"${one},0.25\n`],
    ['a table with a price for thousands', `start;price\n${one};1.000,25\n`],
    ['a table with decimal commas between commas', `start,price\n${one},"0,25"\n`],
  ])('are not understood with %s', (_, text) => {
    expect(readOwn(text)).toBeUndefined();
  });
});

describe('the place where an owner keeps prices', () => {
  const ask = (address: string, files: Readonly<Record<string, string>>, currency?: string) =>
    askWith(own, {
      answers: [],
      readText: async (path) => files[path],
      address,
      from: one,
      until: two,
      ...(currency === undefined ? {} : { currency }),
    });
  const csv = { 'D:/car/prices.csv': `start;price\n${one};0,25` };

  it('may be a file, which is asked for nothing but its text', async () => {
    const { outcome, sent } = await ask('D:/car/prices.csv', csv);
    expect(sent).toEqual([]);
    expect(outcome).toEqual({
      ok: true,
      value: {
        currency: 'EUR',
        vatIncluded: true,
        slots: [{ from: one, until: one + 900_000, perKwh: '0.25' }],
      },
    });
  });

  it('has prices in the currency of its owner where it does not say one', async () => {
    const { outcome } = await ask('D:/car/prices.csv', csv, 'GBP');
    expect(outcome).toMatchObject({ value: { currency: 'GBP' } });
  });

  it('may be an address, of which nothing is told', async () => {
    const address = 'http://prices.example.com:8123/my%20car.json?key=hidden#part';
    const answers = [`[{"start":${one},"price":0.25}]`];
    const { outcome, paths, log } = await askWith(own, { answers, address, from: one, until: two });
    expect(paths).toEqual(['http://prices.example.com:8123/my%20car.json?key=hidden']);
    expect(outcome).toMatchObject({ ok: true });
    expect(log.text).toContain('own');
    expect(log.text).not.toMatch(/example|car|hidden/);
  });

  it.each([
    ['is not there', 'D:/car/gone.csv', 'notFound'],
    ['has no name', ' ', 'notFound'],
    ['is no address', 'https://', 'notFound'],
    ['is nowhere in the network', 'https://prices.example.com/gone', 'notFound'],
    ['holds something else', 'D:/car/letter.txt', 'notUnderstood'],
    ['holds other times alone', 'D:/car/old.csv', 'notPublished'],
  ])('that %s is said', async (_, address, kind) => {
    const files = { 'D:/car/letter.txt': 'Dear', 'D:/car/old.csv': 'start,price\n1700000000,1' };
    expect((await ask(address, files)).outcome).toEqual(failed({ kind }));
  });

  it('may be wrong about its unit', async () => {
    const { outcome } = await ask('a.csv', { 'a.csv': `start,price\n${one},25.5` });
    expect(outcome).toEqual(failed({ kind: 'implausible', perKwh: '25.5' }));
  });
});
