import { Temporal } from 'temporal-polyfill';
import { objectBody } from '../../shared/read-body.ts';
import type { Reply } from '../../shared/reply.ts';
import { type MarketRow, rateOf, type WrittenPrice } from '../market.ts';
import { type Asked, json, type PriceRoute } from '../route.ts';

export const TIBBER_TOKEN = 'a-made-up-token-of-tibber';

const HOME = 'SE3';
const TAX = 0.25;

/** Tibber: what the holder of a token pays in the first home and in another one (EVCC, TIB). */
export const tibberRoute: PriceRoute = {
  hosts: ['api.tibber.com'],
  path: /^\/v1-beta\/gql$/,
  method: 'POST',
  answer(asked) {
    const query = String(objectBody(asked.body)?.query ?? '').replaceAll(/\s/g, '');
    if (asked.headers.authorization !== `Bearer ${TIBBER_TOKEN}`) {
      return refusal(401, 'UNAUTHENTICATED');
    }
    if (!query.includes('{viewer{homes{') || !isBalanced(query)) {
      return refusal(400, 'GRAPHQL_PARSE_FAILED');
    }
    // Without a resolution it would be hours, which nobody here asks for.
    if (!query.includes('priceInfo(resolution:QUARTER_HOURLY)')) {
      return refusal(400, 'GRAPHQL_VALIDATION_FAILED');
    }
    const homes = [
      { currentSubscription: null },
      { currentSubscription: { priceInfo: priceInfo(asked) } },
    ];
    return json({ data: { viewer: { homes } } });
  },
};

function refusal(status: number, code: string): Reply {
  const error = { message: 'refused', path: ['viewer'], extensions: { code } };
  return { status, body: { errors: [error], data: null } };
}

function isBalanced(query: string): boolean {
  return query.split('{').length === query.split('}').length;
}

function priceInfo({ market }: Asked) {
  const rowsOf = (day: number) =>
    market.rows({ area: HOME, from: market.dayDistant(day), until: market.dayDistant(day + 1) });
  const [today, tomorrow] = [rowsOf(0).map(priceIn), rowsOf(1).map(priceIn)];
  const now = market.now();
  const current = today.find(({ startsAt }) => Date.parse(startsAt) > now - 900_000) ?? null;
  return { current, today, tomorrow };
}

/** SEK per kWh, as a customer pays it. */
export function kronorFor(price: number): number {
  const energy = Math.round(price * rateOf('SEK') * 10) / 1e4;
  return Math.round(energy * (1 + TAX) * 1e4) / 1e4;
}

function priceIn({ from, price }: MarketRow) {
  return { currency: 'SEK', startsAt: localTime(from), total: totalOf(price) };
}

function totalOf(price: WrittenPrice): WrittenPrice {
  if (price === null) return null;
  const total = kronorFor(Number(price));
  return typeof price === 'string' ? String(total) : total;
}

/** By the clock of the home, to the millisecond. */
function localTime(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({
    timeZone: 'Europe/Stockholm',
    fractionalSecondDigits: 3,
  });
}
