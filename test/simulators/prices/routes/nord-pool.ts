import { converted, quoted, rateOf } from '../market.ts';
import { json, type PriceRoute } from '../route.ts';

const AREAS =
  'EE LT LV AT BE FR GER NL PL DK1 DK2 FI NO1 NO2 NO3 NO4 NO5 SE1 SE2 SE3 SE4 BG TEL SYS'.split(
    ' ',
  );
const OWN_NAMES: ReadonlyMap<string, string> = new Map([
  ['GER', 'DE-LU'],
  ['TEL', 'RO'],
]);

/** Nord Pool: one day by its date, in a currency of choice; 204 before it is published (NP). */
export const nordPoolRoute: PriceRoute = {
  hosts: ['dataportal-api.nordpoolgroup.com'],
  path: /^\/api\/DayAheadPrices$/,
  method: 'GET',
  answer({ query, market }) {
    const [date, name] = [query.get('date') ?? '', query.get('deliveryArea') ?? ''];
    const currency = quoted(query.get('currency') ?? '');
    const [from, until] = [market.dayStart(date), market.dayEnd(date)];
    const isAsked = AREAS.includes(name) && query.get('market') === 'DayAhead';
    if (!currency || !isAsked || Number.isNaN(from)) return { status: 400, body: { errors: {} } };
    if (from >= market.publishedUntil()) return { status: 204 };
    const rows = market.rows({ area: OWN_NAMES.get(name) ?? name, from, until });
    const entries = rows.map((row) => ({
      deliveryStart: utc(row.from),
      deliveryEnd: utc(row.until),
      entryPerArea: { [name]: converted(row.price, rateOf(currency)) },
    }));
    return json({
      deliveryDateCET: date,
      version: 3,
      updatedAt: utc(market.now()),
      deliveryAreas: [name],
      market: 'DayAhead',
      multiAreaEntries: entries,
      blockPriceAggregates: [],
      currency,
      exchangeRate: rateOf(currency),
      areaStates: [{ state: 'Final', areas: [name] }],
      areaAverages: [],
    });
  },
};

/** Without milliseconds. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
