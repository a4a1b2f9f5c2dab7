import { z } from 'zod';
import { failed, success } from '../../../shared/result.ts';
import { coupledAreas } from './kit/areas.ts';
import { askJson, type PriceAnswer } from './kit/ask.ts';
import { priceNumber } from './kit/decimal.ts';
import { type PriceRow, seriesOf } from './kit/series.ts';
import type { PriceRequest, PriceSource, PriceTools } from './price-source.ts';

const host = 'www.smard.de';

/** The number under which an area's prices are kept (EPEX). */
const filters: ReadonlyMap<string, number> = new Map([
  ['DE-LU', 4169],
  ['AT', 4170],
  ['BE', 4996],
  ['NO2', 4997],
  ['DK1', 252],
  ['DK2', 253],
  ['FR', 254],
  ['IT-North', 255],
  ['NL', 256],
  ['PL', 257],
  ['CH', 259],
  ['SI', 260],
  ['CZ', 261],
  ['HU', 262],
]);

const indexShape = z.object({ timestamps: z.array(z.number()) });
/** Epoch ms and EUR/MWh; null for what is still to come. */
const seriesShape = z.object({ series: z.array(z.tuple([z.number(), priceNumber])) });

/**
 * SMARD of the German regulator, for Germany and its neighbours, without a key: quarters, in
 * EUR/MWh. Prices lie in files of about a week each, which an index names by their first moment. A
 * night can lie in two of them (EPEX).
 */
export const smard: PriceSource = {
  id: 'smard',
  areas: coupledAreas([...filters.keys()].join(' ')),
  host,
  async fetch(request, tools, signal) {
    const filter = filters.get(request.area.code);
    if (filter === undefined) return failed({ kind: 'notPublished' });
    const folder = `/app/chart_data/${filter}/DE`;
    const path = `${folder}/index_quarterhour.json`;
    const index = await askJson({ ...question, path, shape: indexShape }, tools, signal);
    if (!index.ok) return index;
    const rows: PriceRow[] = [];
    for (const start of startsFor(request, index.value.timestamps)) {
      const file = `${folder}/${filter}_DE_quarterhour_${start}.json`;
      const found = await rowsIn(file, tools, signal);
      if (found.ok) rows.push(...found.value);
      else if (rows.length === 0) return found;
    }
    const about = { source: 'smard', currency: 'EUR', unit: 'MWh', attribution } as const;
    return seriesOf(rows, { ...about, wanted: request, log: tools.log });
  },
};

const question = { source: 'smard', origin: `https://${host}` } as const;
/** What its terms ask for, in the words they give. */
const attribution = 'Bundesnetzagentur | SMARD.de';

/** The files that hold a time: the last two of those that begin before it ends. */
function startsFor({ from, until }: PriceRequest, starts: readonly number[]): readonly number[] {
  const ordered = starts.filter(Number.isSafeInteger).toSorted((one, other) => one - other);
  return ordered
    .filter((start, index) => start < until && (ordered[index + 1] ?? until) > from)
    .slice(-2);
}

async function rowsIn(
  path: string,
  tools: PriceTools,
  signal: AbortSignal,
): Promise<PriceAnswer<readonly PriceRow[]>> {
  const answer = await askJson({ ...question, path, shape: seriesShape }, tools, signal);
  if (!answer.ok) return answer;
  return success(answer.value.series.map(([from, price]) => ({ from, price })));
}
