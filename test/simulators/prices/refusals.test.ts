import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../clock.ts';
import { type PriceSimulator, startPriceSimulator } from './simulator.ts';

const chartsShape = z.object({ price: z.array(z.number()) });
const eleringShape = z.object({
  data: z.object({ ee: z.array(z.object({ price: z.number() })) }),
});

let simulator: PriceSimulator;

beforeAll(async () => {
  simulator = await startPriceSimulator(manualClock(Date.UTC(2026, 5, 10, 8)));
});
afterAll(() => simulator.close());

async function statusOf(path: string): Promise<number> {
  const answer = await fetch(simulator.url + path);
  await answer.arrayBuffer();
  return answer.status;
}

const nordPool = '/api/DayAheadPrices?market=DayAhead';

describe('the simulator of sources of prices', () => {
  it.each([
    ['an area by another spelling', '/price?bzn=IT-NORTH&start=2026-06-10&end=2026-06-10', 422],
    ['a date in another order', '/price?bzn=AT&start=10-06-2026&end=10-06-2026', 422],
    ['a day without prices', '/price?bzn=AT&start=2026-06-12&end=2026-06-12', 404],
    ['times that are none', '/v1/marketdata?start=today&end=tomorrow', 400],
    ['no area', `${nordPool}&date=2026-06-10&deliveryArea=&currency=EUR`, 400],
    [
      'its own area by a foreign name',
      `${nordPool}&date=2026-06-10&deliveryArea=DE-LU&currency=EUR`,
      400,
    ],
    [
      'a currency that is not quoted',
      `${nordPool}&date=2026-06-10&deliveryArea=FI&currency=JPY`,
      400,
    ],
    [
      'a day that is not published',
      `${nordPool}&date=2026-06-11&deliveryArea=FI&currency=EUR`,
      204,
    ],
    [
      'the file of one area in the folder of another',
      '/app/chart_data/4169/DE/4170_DE_quarterhour_1.json',
      404,
    ],
    ['a week that is in no index', '/app/chart_data/4169/DE/4169_DE_quarterhour_1.json', 404],
    ['an area without an index', '/app/chart_data/1/DE/index_quarterhour.json', 404],
    ['no time at all', '/api/nps/price', 400],
    ['what no source has', '/nothing', 404],
  ])('refuses %s as the source does', async (_, path, status) => {
    expect(await statusOf(path)).toBe(status);
  });

  it('answers the same prices whoever is asked, in the form of each', async () => {
    const charts = await fetch(`${simulator.url}/price?bzn=EE&start=2026-06-10&end=2026-06-10`);
    const { price } = chartsShape.parse(await charts.json());
    const times = 'start=2026-06-09T22:00:00Z&end=2026-06-10T21:59:59Z';
    const elering = await fetch(`${simulator.url}/api/nps/price?${times}`);
    const { data } = eleringShape.parse(await elering.json());
    expect(price).toHaveLength(96);
    expect(data.ee.map((row) => row.price)).toEqual(price);
    expect(simulator.requests.at(-1)).toMatchObject({ path: '/api/nps/price', status: 200 });
  });
});
