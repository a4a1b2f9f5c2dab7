import { failed, success } from '../../../shared/result.ts';
import { coupledAreas } from './kit/areas.ts';
import { ask, type PriceAnswer, pathWith } from './kit/ask.ts';
import { rowsByDay } from './kit/by-day.ts';
import { daysOf, type MarketDay } from './kit/days.ts';
import { priceNumber } from './kit/decimal.ts';
import { type PriceRow, seriesOf } from './kit/series.ts';
import type { PriceSource } from './price-source.ts';

const host = 'www.omie.es';
/** The days of this market are those of Madrid, also for Portugal. */
const zone = 'Europe/Madrid';
const attribution = 'OMIE';

/** The operator of the Iberian market: a file for each day, with a column for each country. */
export const omie: PriceSource = {
  id: 'omie',
  areas: coupledAreas('ES PT'),
  host,
  async fetch(request, tools, signal) {
    const column = request.area.code === 'PT' ? 4 : 5;
    const rows = await rowsByDay(daysOf(request, zone), tools, async (day) => {
      const question = { source: 'omie', origin: `https://${host}`, path: pathFor(day) } as const;
      const answer = await ask(question, tools, signal);
      return answer.ok ? rowsIn(answer.value.body, { day, column }) : answer;
    });
    if (!rows.ok) return rows;
    const about = { source: 'omie', currency: 'EUR', unit: 'MWh', attribution } as const;
    return seriesOf(rows.value, { ...about, wanted: request, log: tools.log });
  },
};

function pathFor({ date }: MarketDay): string {
  return pathWith('/es/file-download', {
    parents: 'marginalpdbc',
    filename: `marginalpdbc_${date.replaceAll('-', '')}.1`,
  });
}

interface Wanted {
  readonly day: MarketDay;
  /** Which field of a row holds the price, from 0. */
  readonly column: number;
}

const hourMs = 3_600_000;

/**
 * The rows of a file: `2026;11;29;1;61.5;61.5;`, year to day, number of the period, Portugal, Spain,
 * between a line that names the file and a line with a star. A file without the star was cut off.
 * Periods are counted on over a clock change, so that a day has 92, 96 or 100 of them; until the
 * autumn of 2025 they were hours (OMD).
 */
function rowsIn(body: string, { day, column }: Wanted): PriceAnswer<readonly PriceRow[]> {
  const lines = body.split(/\r?\n/).filter((line) => line !== '');
  if (lines[0] !== 'MARGINALPDBC;' || lines.at(-1) !== '*') return notUnderstood;
  const fields = lines.slice(1, -1).map((line) => line.split(';'));
  const hours = (day.until - day.from) / hourMs;
  const hasQuarters = fields.some(([, , , period]) => Number(period) > hours);
  const stepMs = hasQuarters ? hourMs / 4 : hourMs;
  const rows: PriceRow[] = [];
  for (const row of fields) {
    const [year, month, date, period = ''] = row;
    const price = priceNumber.safeParse(row[column] || null);
    const from = day.from + (Number(period) - 1) * stepMs;
    const isInDay = /^\d{1,3}$/.test(period) && from >= day.from && from < day.until;
    if (!price.success || !isInDay || `${year}-${month}-${date}` !== day.date) return notUnderstood;
    rows.push({ from, until: from + stepMs, price: price.data });
  }
  return success(rows);
}

const notUnderstood = failed({ kind: 'notUnderstood' } as const);
