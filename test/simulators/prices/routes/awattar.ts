import { HOUR_MS } from '../market.ts';
import { json, type PriceRoute } from '../route.ts';

/** aWATTar: hours, and whatever exists of the time that was asked for (EVCC, EPEX). */
export const awattarRoute: PriceRoute = {
  hosts: ['api.awattar.de', 'api.awattar.at'],
  path: /^\/v1\/marketdata$/,
  method: 'GET',
  answer({ host, query, market }) {
    const from = Number(query.get('start') ?? market.now());
    const until = Number(query.get('end') ?? from + 24 * HOUR_MS);
    if (Number.isNaN(from) || Number.isNaN(until)) return { status: 400, body: { error: 'time' } };
    const area = host.endsWith('.at') ? 'AT' : 'DE-LU';
    const rows = market.rows({ area, from, until, stepMs: HOUR_MS });
    const data = rows.map((row) => ({
      start_timestamp: row.from,
      end_timestamp: row.until,
      marketprice: row.price,
      unit: 'Eur/MWh',
    }));
    const { pathname, search } = new URL(`https://${host}/v1/marketdata?${query}`);
    return json({ object: 'list', data, url: `${pathname}${search}` });
  },
};
