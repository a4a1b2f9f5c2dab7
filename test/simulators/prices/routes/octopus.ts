import { HOUR_MS, type MarketRow, rateOf } from '../market.ts';
import { type Asked, json, type PriceRoute } from '../route.ts';

const HOST = 'https://api.octopus.energy';

/** How many rows are told at once, and how many at most, whatever is asked for. */
const PAGE = { usual: 100, most: 1500 };

export const AGILE = 'AGILE-26-01-01';

const FOR_HOMES = {
  direction: 'IMPORT',
  is_variable: true,
  is_business: false,
  available_to: null,
  brand: 'OCTOPUS_ENERGY',
};

/** One that is sold, and all that could be taken for it. */
const PRODUCTS = [
  { ...FOR_HOMES, code: 'VAR-22-11-01', available_from: '2023-03-28T10:35:00+01:00' },
  {
    ...FOR_HOMES,
    code: 'AGILE-24-10-01',
    available_from: '2024-10-01T00:00:00+01:00',
    available_to: '2026-01-01T00:00:00Z',
  },
  { ...FOR_HOMES, code: 'AGILE-25-01-01', available_from: '2025-01-01T00:00:00Z' },
  { ...FOR_HOMES, code: AGILE, available_from: '2026-01-01T00:00:00Z' },
  { ...FOR_HOMES, code: 'AGILE-99-01-01', available_from: '2099-01-01T00:00:00Z' },
  {
    ...FOR_HOMES,
    code: 'AGILE-OUTGOING-26-05-13',
    direction: 'EXPORT',
    available_from: '2026-05-13T00:00:00+01:00',
  },
  {
    ...FOR_HOMES,
    code: 'AGILE-BUSINESS-26-02-01',
    is_business: true,
    available_from: '2026-02-01T00:00:00Z',
  },
];

/** The list of products, whose codes change. */
export const octopusProductsRoute: PriceRoute = {
  hosts: ['api.octopus.energy'],
  path: /^\/v1\/products\/$/,
  method: 'GET',
  answer: (asked) => json(pageOf(PRODUCTS, asked)),
};

/** The prices of a product in a region: half-hours in pence, the newest first (EVCC). */
export const octopusRatesRoute: PriceRoute = {
  hosts: ['api.octopus.energy'],
  path: /^\/v1\/products\/[\w-]+\/electricity-tariffs\/[\w-]+\/standard-unit-rates\/$/,
  method: 'GET',
  answer(asked) {
    const { path, query, market } = asked;
    const [, , , product = '', , tariff = ''] = path.split('/');
    const region = tariff.at(-1) ?? '';
    const isThere = product === AGILE && tariff === `E-1R-${AGILE}-${region}`;
    if (!isThere || !/^[A-HJ-NP]$/.test(region)) {
      return { status: 404, body: { detail: 'Not found.' } };
    }
    const [from, until] = ['period_from', 'period_to'].map((name) =>
      Date.parse(query.get(name) ?? ''),
    );
    if (!from || !until) return { status: 400, body: { detail: 'Invalid datetime' } };
    const rows = market.rows({ area: `GB-${region}`, from, until, stepMs: HOUR_MS / 2 });
    return json(pageOf(rows.toReversed().map(rateIn), asked));
  },
};

/** Pence per kWh without tax, as the real ones are: with two decimals. */
export function penceFor(price: number): number {
  return Math.round(price * rateOf('GBP') * 10) / 100;
}

/** The same with tax. */
export function penceWithTax(price: number): number {
  return Math.round(penceFor(price) * 1.05 * 1e4) / 1e4;
}

function rateIn({ from, until, price }: MarketRow) {
  const written = (value: number) =>
    price === null ? null : typeof price === 'string' ? String(value) : value;
  return {
    value_exc_vat: written(penceFor(Number(price))),
    value_inc_vat: written(penceWithTax(Number(price))),
    valid_from: utc(from),
    valid_to: utc(until),
    payment_method: null,
  };
}

function utc(at: number): string {
  return new Date(at).toISOString().replace('.000', '');
}

function pageOf<T>(items: readonly T[], { path, query }: Asked) {
  const size = Math.min(Number(query.get('page_size') ?? PAGE.usual), PAGE.most);
  const page = Number(query.get('page') ?? 1);
  const hasNext = items.length > page * size;
  return {
    count: items.length,
    next: hasNext ? `${HOST}${path}?page=${page + 1}` : null,
    previous: page > 1 ? `${HOST}${path}?page=${page - 1}` : null,
    results: items.slice((page - 1) * size, page * size),
  };
}
