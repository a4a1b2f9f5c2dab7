import { converted } from '../market.ts';
import { json, type PriceRoute } from '../route.ts';

export const OWN_HOST = 'prices.example.com';

/** A list that an owner has made: today and tomorrow, EUR/kWh. */
export const ownRoute: PriceRoute = {
  hosts: [OWN_HOST],
  path: /^\/own\.json$/,
  method: 'GET',
  answer({ market }) {
    const [from, until] = [market.dayDistant(0), market.dayDistant(2)];
    const rows = market.rows({ area: 'DE-LU', from, until });
    return json(
      rows.map((row) => ({
        start: new Date(row.from).toISOString(),
        end: new Date(row.until).toISOString(),
        price: converted(row.price, 0.001),
      })),
    );
  },
};
