import { z } from 'zod';
import { coupledAreas } from './kit/areas.ts';
import { askJson, pathWith } from './kit/ask.ts';
import { priceNumber } from './kit/decimal.ts';
import { isoInstant } from './kit/instant.ts';
import { seriesOf } from './kit/series.ts';
import type { PriceSource } from './price-source.ts';

const host = 'api.spot-hinta.fi';

/** The tax beside it is that of the area; what an owner pays is reckoned elsewhere. */
const shape = z.array(z.object({ DateTime: isoInstant, PriceNoTax: priceNumber }));

/** A private service for the north. It tells today and, once known, tomorrow, and nothing else. */
export const spotHinta: PriceSource = {
  id: 'spotHinta',
  areas: coupledAreas('FI SE1 SE2 SE3 SE4 NO1 NO2 NO3 NO4 NO5 DK1 DK2 EE LV LT'),
  host,
  async fetch(request, tools, signal) {
    const region = request.area.code;
    const path = pathWith('/TodayAndDayForward', { region, priceResolution: '15' });
    const question = { source: 'spotHinta', origin: `https://${host}`, path, shape } as const;
    const answer = await askJson(question, tools, signal);
    if (!answer.ok) return answer;
    return seriesOf(
      answer.value.map((one) => ({ from: one.DateTime, price: one.PriceNoTax })),
      { source: 'spotHinta', currency: 'EUR', unit: 'kWh', wanted: request, log: tools.log },
    );
  },
};
