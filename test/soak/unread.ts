import { setTimeout } from 'node:timers/promises';
import type { House } from './house.ts';

/** Longer than a request that hangs and whatever the app waits for after failures. */
const limitMs = 120_000;

/** Names the chargers that are not read any more although nothing stands in the way. */
export async function unread(house: House): Promise<readonly string[]> {
  const { chargers, cloud, station } = house;
  const from = { cloud: cloud.requests.length, station: station.log.length };
  const until = performance.now() + limitMs;
  const left = () => {
    const read = new Set(
      cloud.requests
        .slice(from.cloud)
        .filter(({ status, path }) => status === 200 && path.includes('/status/'))
        .map(({ path }) => Number(path.split('/').pop())),
    );
    const isStationRead = station.log
      .slice(from.station)
      .some(({ status, path }) => status === 200 && path.includes('chargerinfo'));
    const silent = chargers.filter((id) => !read.has(id));
    return [...silent.map((id) => `charger ${id}`), ...(isStationRead ? [] : ['the station'])];
  };
  while (left().length > 0 && performance.now() < until) await setTimeout(500);
  return left();
}
