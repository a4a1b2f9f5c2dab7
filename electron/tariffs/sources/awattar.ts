import { z } from 'zod';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { priceNumber } from './kit/decimal.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceSource } from './price-source.ts';

const ms = z.number();
const shape = z.object({
  data: z.array(z.object({ start_timestamp: ms, end_timestamp: ms, marketprice: priceNumber })),
});

function hostOf(code: string): { readonly host?: string } {
  return code === 'AT' ? { host: 'api.awattar.at' } : {};
}

/**
 * aWATTar, without a key: hours, in EUR/MWh. Germany and Austria have a host each. More time may be
 * asked about than there are prices for (EVCC, EPEX).
 */
export const awattar: PriceSource = {
  id: 'awattar',
  areas: coupledAreas('DE-LU AT').map((area) => ({ ...area, ...hostOf(area.code) })),
  host: 'api.awattar.de',
  async fetch(request, tools, signal) {
    const { area, from, until } = request;
    const answer = await askJson(
      {
        source: 'awattar',
        origin: `https://${hostOf(area.code).host ?? 'api.awattar.de'}`,
        path: pathWith('/v1/marketdata', { start: String(from), end: String(until) }),
        shape,
      },
      tools,
      signal,
    );
    if (!answer.ok) return answer;
    const rows = answer.value.data.map((row) => ({
      from: row.start_timestamp,
      until: row.end_timestamp,
      price: row.marketprice,
    }));
    const about = { source: 'awattar', currency: 'EUR', unit: 'MWh' } as const;
    return seriesOf(rows, { ...about, wanted: request, log: tools.log });
  },
};
