import { json, type PriceRoute } from '../route.ts';

/** Elering: four areas at once, both ends of the time included (EVCC). */
export const eleringRoute: PriceRoute = {
  hosts: ['dashboard.elering.ee'],
  path: /^\/api\/nps\/price$/,
  method: 'GET',
  answer({ query, market }) {
    const [from, until] = [
      Date.parse(query.get('start') ?? ''),
      Date.parse(query.get('end') ?? ''),
    ];
    if (Number.isNaN(from) || Number.isNaN(until)) {
      return { status: 400, body: { success: false, message: 'start and end' } };
    }
    const rowsOf = (area: string) =>
      market
        .rows({ area, from, until: until + 1 })
        .map((row) => ({ timestamp: row.from / 1000, price: row.price }));
    const areas = ['EE', 'FI', 'LV', 'LT'];
    const data = Object.fromEntries(areas.map((area) => [area.toLowerCase(), rowsOf(area)]));
    return json({ success: true, data: market.spoils.has('empty') ? {} : data });
  },
};
