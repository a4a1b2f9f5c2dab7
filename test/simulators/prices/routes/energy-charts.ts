import { json, type PriceRoute } from '../route.ts';

const ZONES = (
  'AT BE BG CH CZ DE-LU DK1 DK2 EE ES FI FR GR HR HU IT-Calabria IT-Centre-North ' +
  'IT-Centre-South IT-North IT-SACOAC IT-SACODC IT-Sardinia IT-Sicily IT-South LT LV ME NL NO1 ' +
  'NO2 NO2NSL NO3 NO4 NO5 PL PT RO RS SE1 SE2 SE3 SE4 SI SK'
).split(' ');

/**
 * Energy-Charts: two lists side by side, both days included. Its unit cannot be relied on (EPEX#179),
 * and where nothing is there it answers 404 (EVCC#33597).
 */
export const energyChartsRoute: PriceRoute = {
  hosts: ['api.energy-charts.info'],
  path: /^\/price$/,
  method: 'GET',
  answer({ query, market }) {
    const area = query.get('bzn') ?? 'DE-LU';
    if (!ZONES.includes(area))
      return { status: 422, body: { detail: [{ loc: ['query', 'bzn'] }] } };
    const [start, end] = [query.get('start') ?? '', query.get('end') ?? ''];
    const [from, until] = [market.dayStart(start), market.dayEnd(end)];
    if (Number.isNaN(from) || Number.isNaN(until)) {
      return { status: 422, body: { detail: [{ loc: ['query', 'start'] }] } };
    }
    const rows = market.rows({ area, from, until });
    if (rows.length === 0 && !market.spoils.has('empty')) {
      return { status: 404, body: { detail: 'no content available' } };
    }
    const price = rows.map((row) => row.price);
    return json({
      license_info: 'CC BY 4.0 (creativecommons.org/licenses/by/4.0) from the made-up exchange',
      unix_seconds: rows.map((row) => row.from / 1000),
      price: market.spoils.has('unevenArrays') ? price.slice(0, -1) : price,
      unit: 'No Unit',
      deprecated: false,
    });
  },
};
