import { chancesOf } from '../chances.ts';
import { People } from './people.ts';
import { Polls } from './polls.ts';
import { priceFetches, updateChecks } from './rare.ts';
import { dayMs, days, EventClock } from './time.ts';

/** Requests in each second of the measured days. */
export interface FleetLoad {
  readonly clients: number;
  readonly cloud: Uint32Array;
  readonly updates: Uint32Array;
  /** Of every `priceShare`th installation. */
  readonly prices: Uint32Array;
  readonly priceShare: number;
  /** Time of the processor, ms. */
  readonly tookMs: number;
}

/** Calendars are slow: of so many installations at most the times of their prices are worked out. */
const mostPriced = 10_000;

/** All installations, one by one: nothing that one does changes what another is answered. */
export function simulateFleet(clients: number, seed: number): FleetLoad {
  const began = process.cpuUsage();
  const seconds = (days * dayMs) / 1000;
  const [cloud, updates, prices] = [1, 2, 3].map(() => new Uint32Array(seconds)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const people = new People();
  const clock = new EventClock();
  const priceShare = Math.max(1, Math.ceil(clients / mostPriced));
  const countCloud = (at: number) => count(cloud, at);
  for (let place = 0; place < clients; place += 1) {
    const chance = chancesOf(seed * 1_000_003 + place);
    const client = people.next(chance);
    new Polls(client, clock, chance, countCloud).run();
    if (client.looksForUpdates) for (const at of updateChecks(client, chance)) count(updates, at);
    if (client.readsPrices && place % priceShare === 0) {
      for (const at of priceFetches(client, chance)) count(prices, at);
    }
  }
  const { user, system } = process.cpuUsage(began);
  return { clients, cloud, updates, prices, priceShare, tookMs: (user + system) / 1000 };
}

function count(counts: Uint32Array, at: number): void {
  const second = Math.floor(at / 1000);
  if (second >= 0 && second < counts.length) counts[second] = (counts[second] ?? 0) + 1;
}
