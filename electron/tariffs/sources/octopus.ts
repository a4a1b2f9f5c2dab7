import { z } from 'zod';
import { failed, success } from '../../../shared/result.ts';
import { marketZone } from './kit/areas.ts';
import { askJson, type PriceAnswer, pathWith } from './kit/ask.ts';
import { priceNumber } from './kit/decimal.ts';
import { isoInstant } from './kit/instant.ts';
import { type PriceRow, seriesOf } from './kit/series.ts';
import type { PriceRequest, PriceSource, PriceTools } from './price-source.ts';

const host = 'api.octopus.energy';
/** The regions of the British grid by their letters, of which there is no I and no O. */
const regions = [...'ABCDEFGHJKLMNP'];
const prefix = 'GB-';

/** Three pages of the list of products, or of prices, are more than there have ever been. */
const mostPages = 3;
/** The most that is told at once. */
const pageSize = '1500';

/**
 * Agile of Octopus Energy: a price for each half-hour, with tax (EVCC). The product goes by a new
 * code about once a year.
 */
export const octopus: PriceSource = {
  id: 'octopus',
  // Its days end at 23:00 in London, as those of the continent do.
  areas: regions.map((letter) => ({ code: prefix + letter, zone: marketZone })),
  host,
  async fetch(request, tools, signal) {
    const product = await currentProduct(tools, signal);
    if (!product.ok) return product;
    const rows = await ratesOf(product.value, { request, tools, signal });
    if (!rows.ok) return rows;
    return seriesOf(rows.value, {
      source: 'octopus',
      currency: 'GBP',
      unit: 'hundredthsPerKwh',
      vatIncluded: true,
      wanted: request,
      log: tools.log,
    });
  },
};

interface Asking {
  readonly tools: PriceTools;
  readonly signal: AbortSignal;
}

/** All pages of a list. That there is a next one is taken from the answer; its address never is. */
async function pages<T>(
  { path, query, item }: { path: string; query: Record<string, string>; item: z.ZodType<T> },
  { tools, signal }: Asking,
): Promise<PriceAnswer<readonly T[]>> {
  const shape = z.object({ next: z.string().nullish(), results: z.array(item) });
  const found: (readonly T[])[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await askJson(
      {
        source: 'octopus',
        origin: `https://${host}`,
        path: pathWith(path, { ...query, ...(page > 1 ? { page: String(page) } : {}) }),
        // A product or a region that is not there will not come either.
        missing: { kind: 'notUnderstood' },
        shape,
      },
      tools,
      signal,
    );
    if (!answer.ok) return answer;
    found.push(answer.value.results);
    if (!answer.value.next) break;
  }
  return success(found.flat());
}

const product = z.object({
  code: z.string(),
  direction: z.string().nullish(),
  brand: z.string().nullish(),
  is_business: z.boolean().nullish(),
  available_from: isoInstant.nullish(),
  available_to: isoInstant.nullish(),
});

/** The code of the Agile that is sold now: the newest one for homes that buy. */
async function currentProduct(
  tools: PriceTools,
  signal: AbortSignal,
): Promise<PriceAnswer<string>> {
  const query = { is_business: 'false', page_size: pageSize };
  const item = z.unknown();
  const listed = await pages({ path: '/v1/products/', query, item }, { tools, signal });
  if (!listed.ok) return listed;
  const now = tools.clock.now();
  const [newest] = listed.value
    // Most products are not ours, so what is wrong with one of them costs only itself.
    .flatMap((one) => product.safeParse(one).data ?? [])
    .filter(
      (one) =>
        // The code becomes part of a path, so its letters are ours to judge.
        /^AGILE-[A-Z0-9-]{1,40}$/.test(one.code) &&
        (one.direction ?? 'IMPORT') === 'IMPORT' &&
        (one.brand ?? 'OCTOPUS_ENERGY') === 'OCTOPUS_ENERGY' &&
        one.is_business !== true &&
        (one.available_from ?? 0) <= now &&
        (one.available_to ?? Number.POSITIVE_INFINITY) > now,
    )
    .toSorted((one, other) => (other.available_from ?? 0) - (one.available_from ?? 0));
  return newest ? success(newest.code) : failed({ kind: 'notUnderstood' });
}

const rate = z.object({
  value_inc_vat: priceNumber,
  valid_from: isoInstant,
  /** Null: until further notice. */
  valid_to: isoInstant.nullish(),
  /** Null: for everybody. */
  payment_method: z.string().nullish(),
});

async function ratesOf(
  code: string,
  { request, ...asking }: Asking & { readonly request: PriceRequest },
): Promise<PriceAnswer<readonly PriceRow[]>> {
  const tariff = `E-1R-${code}-${request.area.code.replace(prefix, '')}`;
  const rates = await pages(
    {
      path: `/v1/products/${code}/electricity-tariffs/${tariff}/standard-unit-rates/`,
      query: {
        period_from: utc(request.from),
        period_to: utc(request.until),
        page_size: pageSize,
      },
      item: rate,
    },
    asking,
  );
  if (!rates.ok) return rates;
  return success(
    rates.value
      .filter((one) => one.payment_method !== 'NON_DIRECT_DEBIT')
      .map((one) => ({
        from: one.valid_from,
        until: one.valid_to ?? Math.max(request.until, one.valid_from),
        price: one.value_inc_vat,
      })),
  );
}

/** Without the milliseconds. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
