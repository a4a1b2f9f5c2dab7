import { z } from 'zod';
import { failed } from '../../../shared/result.ts';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { daysOf } from './kit/days.ts';
import { priceNumber } from './kit/decimal.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceRequest, PriceSource } from './price-source.ts';

const shape = z.object({
  unix_seconds: z.array(z.number()),
  /** EUR/MWh, one for each time. */
  price: z.array(priceNumber),
  license_info: z.string().optional().catch(undefined),
});

/**
 * Energy-Charts of Fraunhofer ISE: the widest source, without a key. Quarters or hours, in EUR/MWh
 * also where another currency is paid (EVCC#31540), and whatever `unit` says (EPEX#179). Two
 * questions a minute are allowed. 404 is said even of days that are over (EVCC#33597).
 */
export const energyCharts: PriceSource = {
  id: 'energyCharts',
  areas: areas(),
  host: 'api.energy-charts.info',
  async fetch(request, tools, signal) {
    const answer = await askJson(
      {
        source: 'energyCharts',
        origin: 'https://api.energy-charts.info',
        path: pathWith('/price', { bzn: request.area.code, ...datesOf(request) }),
        shape,
      },
      tools,
      signal,
    );
    if (!answer.ok) return answer;
    const { unix_seconds: seconds, price, license_info: attribution } = answer.value;
    // Which price belongs to which time is no longer known then.
    if (seconds.length !== price.length) return failed({ kind: 'notUnderstood' });
    const rows = seconds.map((at, index) => ({ from: at * 1000, price: price[index] ?? null }));
    const { log } = tools;
    const about = { source: 'energyCharts', currency: 'EUR', unit: 'MWh', attribution } as const;
    return seriesOf(rows, { ...about, wanted: request, log });
  },
};

/**
 * Spelt as the source has them, capitals included. Left out are zones in which nobody lives, such
 * as cables, and those of the past.
 */
function areas() {
  return coupledAreas(
    'DE-LU AT BE BG CH CZ DK1 DK2 EE ES FI FR GR HR HU IT-North IT-Centre-North IT-Centre-South ' +
      'IT-South IT-Calabria IT-Sicily IT-Sardinia LT LV ME NL NO1 NO2 NO3 NO4 NO5 PL PT RO RS ' +
      'SE1 SE2 SE3 SE4 SI SK',
  );
}

/** Both days are included. Without `end`, tomorrow can be missing although it is known (EPEX#261). */
function datesOf({ from, until, area }: PriceRequest): { start: string; end: string } {
  const days = daysOf({ from, until }, area.zone);
  const start = days[0]?.date ?? '';
  return { start, end: days.at(-1)?.date ?? start };
}
