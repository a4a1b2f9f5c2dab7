import { QUARTER_MS } from '../market.ts';
import type { PriceRoute } from '../route.ts';

const SPANISH = 'Europe/Madrid';

/** OMIE: a file for each day, a line for each quarter, with a column for Portugal and one for Spain (OMD). */
export const omieRoute: PriceRoute = {
  hosts: ['www.omie.es'],
  path: /^\/e[ns]\/file-download$/,
  method: 'GET',
  answer({ query, market }) {
    const file = /^marginalpdbc_(\d{4})(\d{2})(\d{2})\.1$/.exec(query.get('filename') ?? '');
    const isKnown = query.get('parents') === 'marginalpdbc' && file;
    const [year, month, day] = file?.slice(1) ?? [];
    const date = `${year}-${month}-${day}`;
    const [from, until] = [market.dayStart(date, SPANISH), market.dayEnd(date, SPANISH)];
    if (!isKnown || !(from < market.publishedUntil(SPANISH))) return { status: 404, body: '' };
    const spanish = market.rows({ area: 'ES', from, until });
    const portuguese = market.rows({ area: 'PT', from, until });
    const lines = spanish.map((row, index) => {
      const period = (row.from - from) / QUARTER_MS + 1;
      const prices = [portuguese[index]?.price ?? '', row.price ?? ''];
      return [year, month, day, period, ...prices, ''].join(';');
    });
    return { status: 200, body: ['MARGINALPDBC;', ...lines, '*', ''].join('\r\n') };
  },
};
