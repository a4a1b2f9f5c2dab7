import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import type { Http } from '../../../electron/ports/http.ts';
import type { PriceArea, PriceSource } from '../../../electron/tariffs/sources/price-source.ts';
import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { PriceFailure } from '../../../shared/domain/price/source.ts';
import type { Result } from '../../../shared/result.ts';
import { FakeClock, turns } from '../../fakes/fake-clock.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';
import type { Market } from '../../simulators/prices/market.ts';
import { type PriceSimulator, startPriceSimulator } from '../../simulators/prices/simulator.ts';

/** The true price of the slot that starts then, per kWh. `area` is the code of one. */
export type Truth = (market: Market, from: number, stepMs: number, area: string) => number;

/** What a source brings to the contract. */
export interface PriceHarness {
  readonly source: PriceSource;
  /** The area of most cases. All others are asked about once. */
  readonly area: PriceArea;
  readonly currency: string;
  readonly vatIncluded?: true;
  /** How long a slot is. */
  readonly stepMs: number;
  /** The price that a slot has to have, per kWh. Default: the market's, in EUR. */
  readonly truth?: Truth;
  readonly token?: string;
  readonly address?: string;
  /** The most questions for two days. */
  readonly mostRequests: number;
  /** What 404 means, where it is not that prices are not published. */
  readonly missing?: PriceFailure['kind'];
  /** Times and prices are lists of their own, which can differ in length. */
  readonly hasLists?: true;
}

export type PriceOutcome = Result<SlotSeries, PriceFailure>;

/** A source in front of the simulator of all sources. */
export interface PriceBench {
  readonly clock: FakeClock;
  readonly simulator: PriceSimulator;
  readonly log: RecordedLog;
  /** Asks about the market days with these distances from today: `ask(0, 1)`. */
  ask(firstDay: number, lastDay: number, more?: AskMore): Promise<PriceOutcome>;
  /** Start of the market day so many days from today. */
  day(distance: number): number;
  /** The true price of the slot that starts then, per kWh. Default: in the area of most cases. */
  truth(from: number, areaCode?: string): number;
  /** Lets requests arrive that are under way. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export interface AskMore {
  readonly area?: PriceArea;
  readonly signal?: AbortSignal;
}

/** Starts the simulator at a wall time (epoch ms). */
export async function priceBench(harness: PriceHarness, now: number): Promise<PriceBench> {
  const { source, token, address, stepMs, truth = truthInEuros } = harness;
  const clock = new FakeClock(now);
  const simulator = await startPriceSimulator(clock);
  const real = undiciHttp({ clock, version: '0.0.0', proxyFor: async () => undefined });
  const http = namingHost(real, simulator.url);
  const log = new RecordedLog();
  const tools = { http, clock, log, readText: async () => undefined };
  const { market } = simulator;
  const day = (distance: number) => market.dayDistant(distance, harness.area.zone);
  return {
    clock,
    simulator,
    log,
    day,
    truth: (from, areaCode = harness.area.code) => truth(market, from, stepMs, areaCode),
    ask(firstDay, lastDay, { area = harness.area, signal = new AbortController().signal } = {}) {
      const request = {
        area,
        from: day(firstDay),
        until: day(lastDay + 1),
        ...(token === undefined ? {} : { token }),
        ...(address === undefined ? {} : { address }),
      };
      return source.fetch(request, tools, signal);
    },
    async arrived(count) {
      while (simulator.requests.length < count) await turns(1);
    },
    async close() {
      await http.close();
      await simulator.close();
    },
  };
}

/** Everything goes to the simulator, with the host that was meant in its header, as behind a name server. */
function namingHost(http: Http, url: string): Http {
  return {
    ...http,
    send: ({ base, headers, ...request }) =>
      http.send({ ...request, base: url, headers: { ...headers, host: new URL(base).host } }),
  };
}

const truthInEuros: Truth = (market, from, stepMs, area) =>
  market.priceAt(area, from, stepMs) / 1000;
