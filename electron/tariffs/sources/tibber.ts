import { z } from 'zod';
import type { PriceFailure } from '../../../shared/domain/price/source.ts';
import { failed } from '../../../shared/result.ts';
import { jsonOf } from '../../integrations/kit/json-of.ts';
import { coupledAreas } from './kit/areas.ts';
import { askJson } from './kit/ask.ts';
import { priceNumber } from './kit/decimal.ts';
import { isoInstant } from './kit/instant.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceSource } from './price-source.ts';

const host = 'api.tibber.com';

const fields = '{currency startsAt total}';
const query =
  '{viewer{homes{currentSubscription{priceInfo(resolution:QUARTER_HOURLY)' +
  `{current${fields}today${fields}tomorrow${fields}}}}}}`;

const price = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  startsAt: isoInstant,
  /** With tax, and with all that Tibber adds. */
  total: priceNumber,
});

const priceInfo = z.object({
  current: price.nullish(),
  today: z.array(price).nullish(),
  tomorrow: z.array(price).nullish(),
});

const home = z.object({
  /** Null for a home whose contract has ended, or not begun. */
  currentSubscription: z.object({ priceInfo: priceInfo.nullish() }).nullish(),
});

const errors = z.array(z.object({ extensions: z.object({ code: z.string() }).nullish() }));

const shape = z.object({
  errors: errors.nullish(),
  data: z.object({ viewer: z.object({ homes: z.array(home.nullable()) }).nullish() }).nullish(),
});

/** What a customer of Tibber pays at home, wherever that is: the token alone decides. */
export const tibber: PriceSource = {
  id: 'tibber',
  areas: coupledAreas('DE-LU NL NO1 NO2 NO3 NO4 NO5 SE1 SE2 SE3 SE4'),
  needs: 'token',
  host,
  async fetch(request, tools, signal) {
    const { token } = request;
    // Anything else cannot stand in a header, so it cannot be a token.
    if (token === undefined || !/^[\x21-\x7e]+$/.test(token)) return refused;
    const question = { source: 'tibber', origin: `https://${host}`, path: '/v1-beta/gql' } as const;
    const answer = await askJson(
      {
        ...question,
        json: { query },
        token,
        refusal: ({ body }) => refusalIn(jsonOf(body)),
        shape,
      },
      tools,
      signal,
    );
    if (!answer.ok) return answer;
    const homes = answer.value.data?.viewer?.homes;
    if (!homes) return failed(refusalIn(answer.value) ?? { kind: 'notUnderstood' });
    const infos = homes.flatMap((one) => one?.currentSubscription?.priceInfo ?? []);
    // No home with a contract: another account may have one.
    if (infos.length === 0) return refused;
    const prices = infos.map(pricesIn).find(({ length }) => length > 0) ?? [];
    return seriesOf(
      prices.map(({ startsAt, total }) => ({ from: startsAt, price: total })),
      {
        source: 'tibber',
        currency: prices[0]?.currency ?? 'EUR',
        unit: 'kWh',
        vatIncluded: true,
        wanted: request,
        log: tools.log,
      },
    );
  },
};

const refused = failed({ kind: 'tokenRefused' } as const);

type Price = z.output<typeof price>;

function pricesIn({ current, today, tomorrow }: z.output<typeof priceInfo>): readonly Price[] {
  const days = [...(today ?? []), ...(tomorrow ?? [])];
  return days.length > 0 || !current ? days : [current];
}

/**
 * What an answer with errors means. They come with any status, 200 too, and have a code (TIB);
 * undefined where there is no error.
 */
function refusalIn(body: unknown): PriceFailure | undefined {
  const found = z.object({ errors: errors.min(1) }).safeParse(body);
  if (!found.success) return undefined;
  const codes = found.data.errors.map(({ extensions }) => extensions?.code ?? 'UNAUTHENTICATED');
  if (codes.some((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')) {
    return { kind: 'tokenRefused' };
  }
  // What they could not do, rather than what we should not have asked.
  return {
    kind: codes.some((code) => code.startsWith('INTERNAL')) ? 'serverError' : 'notUnderstood',
  };
}
