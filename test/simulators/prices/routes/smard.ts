import { QUARTER_MS } from '../market.ts';
import { type Asked, json, type PriceRoute } from '../route.ts';

const AREAS: ReadonlyMap<string, string> = new Map([
  ['4169', 'DE-LU'],
  ['4170', 'AT'],
  ['4996', 'BE'],
  ['4997', 'NO2'],
  ['252', 'DK1'],
  ['253', 'DK2'],
  ['254', 'FR'],
  ['255', 'IT-North'],
  ['256', 'NL'],
  ['257', 'PL'],
  ['259', 'CH'],
  ['260', 'SI'],
  ['261', 'CZ'],
  ['262', 'HU'],
]);
const PATH =
  /^\/app\/chart_data\/(\d+)\/DE\/(?:index_quarterhour|(\d+)_DE_quarterhour_(\d+))\.json$/;

/**
 * SMARD: an index of weeks, and a file for each (EPEX). A week begins on Monday, and that which has
 * not come yet is null.
 */
export const smardRoute: PriceRoute = {
  hosts: ['www.smard.de'],
  path: PATH,
  method: 'GET',
  answer(asked) {
    const [, filter = '', again, start] = PATH.exec(asked.path) ?? [];
    const area = AREAS.get(filter);
    const { market } = asked;
    const weeks = [-3, -2, -1, 0, 1, 2].map((distance) => market.weekStart(distance));
    const begun = weeks.filter((from) => from < market.publishedUntil());
    if (area === undefined || (again ?? filter) !== filter) return { status: 404 };
    if (start === undefined) return json({ timestamps: begun });
    const week = begun.indexOf(Number(start));
    const [from, until] = [begun[week], weeks[week + 1]];
    if (from === undefined || until === undefined) return { status: 404 };
    return json({ meta_data: { version: 1 }, series: seriesOf(asked, { area, from, until }) });
  },
};

interface Week {
  readonly area: string;
  readonly from: number;
  readonly until: number;
}

function seriesOf({ market }: Asked, { area, from, until }: Week): readonly unknown[] {
  const rows = market.rows({ area, from, until });
  const known = rows.map((row) => [row.from, row.price]);
  if (market.spoils.has('empty')) return [];
  const open = Math.max(from, market.publishedUntil());
  const count = Math.max(0, (until - open) / QUARTER_MS);
  return [...known, ...Array.from({ length: count }, (_, at) => [open + at * QUARTER_MS, null])];
}
