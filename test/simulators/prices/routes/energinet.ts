import { Temporal } from 'temporal-polyfill';
import { converted, type MarketRow, rateOf } from '../market.ts';
import { json, type PriceRoute } from '../route.ts';

const DANISH = 'Europe/Copenhagen';
const AREAS = ['DE', 'DK1', 'DK2', 'NO2', 'SE3', 'SE4'];
const PARAMETERS = ['offset', 'start', 'end', 'filter', 'sort', 'limit', 'columns', 'timezone'];

/** Rows that are told where no limit is named; a limit of 0 stands for none. */
const USUAL_LIMIT = 100;

/**
 * Energinet: times are asked for by the Danish clock and told in UTC without a letter, the newest
 * first unless something else is wanted (EVCC).
 */
export const energinetRoute: PriceRoute = {
  hosts: ['api.energidataservice.dk'],
  path: /^\/dataset\/DayAheadPrices$/,
  method: 'GET',
  answer({ query, market }) {
    const [from, until] = [dayStart(query.get('start')), dayStart(query.get('end'))];
    const areas = areasIn(query.get('filter'));
    const isKnown = [...query.keys()].every((name) => PARAMETERS.includes(name));
    if (Number.isNaN(from) || Number.isNaN(until) || !areas || !isKnown) {
      return { status: 400, body: { message: 'Invalid parameter' } };
    }
    const records = areas.flatMap((area) =>
      market.rows({ area, from, until }).map((row) => recordOf(row, area)),
    );
    const [column = 'TimeUTC', order = 'desc'] = (query.get('sort') ?? '').split(' ');
    if (column !== '' && column !== 'TimeUTC') return { status: 400, body: { message: 'sort' } };
    const ordered = order === 'desc' ? records.toReversed() : records;
    const limit = Number(query.get('limit') ?? USUAL_LIMIT) || ordered.length;
    return json({
      total: ordered.length,
      filters: query.get('filter'),
      limit,
      dataset: 'DayAheadPrices',
      records: ordered.slice(0, limit),
    });
  },
};

/** Of a date, `2026-11-29`, by the Danish clock. */
function dayStart(date: string | null): number {
  try {
    return Temporal.PlainDate.from(date ?? '').toZonedDateTime(DANISH).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
}

function areasIn(filter: string | null): readonly string[] | undefined {
  const wanted: { PriceArea?: string[] } = JSON.parse(filter ?? '{}');
  const areas = wanted.PriceArea ?? AREAS;
  return areas.every((area) => AREAS.includes(area)) ? areas : undefined;
}

function recordOf({ from, price }: MarketRow, area: string) {
  const at = Temporal.Instant.fromEpochMilliseconds(from);
  return {
    TimeUTC: at.toString({ smallestUnit: 'second' }).replace('Z', ''),
    TimeDK: at.toZonedDateTimeISO(DANISH).toPlainDateTime().toString({ smallestUnit: 'second' }),
    PriceArea: area,
    DayAheadPriceEUR: price,
    DayAheadPriceDKK: converted(price, rateOf('DKK')),
  };
}
