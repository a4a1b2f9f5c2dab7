import type { SlotSeries } from '../../../shared/domain/price/slot.ts';
import type { AnyPriceSourceId, PriceFailure } from '../../../shared/domain/price/source.ts';
import type { Result } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Http } from '../../ports/http.ts';
import type { Log } from '../../ports/log.ts';

/** A part of a market that has prices of its own. */
export interface PriceArea {
  /** As its source names it: `DE-LU`, `SE3`. Sources of one market agree, so that one can step in. */
  readonly code: string;
  /** IANA zone by whose days its market is divided. */
  readonly zone: string;
  /** Who is asked about it, where that is another host than the source's. */
  readonly host?: string;
}

/** What is asked of a source. Epoch ms; `until` is excluded. More than that may come back. */
export interface PriceRequest {
  readonly area: PriceArea;
  readonly from: number;
  readonly until: number;
  /** ISO 4217. Preferred where a source has several; what came is said by the series. */
  readonly currency?: string;
  /** Secret. For sources with `needs: 'token'`. */
  readonly token?: string;
  /** For sources with `needs: 'address'`: an http(s) address or the path of a file. */
  readonly address?: string;
}

export interface PriceTools {
  readonly http: Http;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Stands in the place of every source's own origin; tests and the demo only. */
  readonly baseUrl?: string;
  /** A file of the owner's own, at most `maxBytes` of it; undefined where there is none. */
  readonly readText: (path: string) => Promise<string | undefined>;
}

/** One place that tells prices. Each is a file of its own and keeps the contract of `test/contract`. */
export interface PriceSource {
  readonly id: AnyPriceSourceId;
  readonly areas: readonly PriceArea[];
  readonly needs?: 'token' | 'address';
  /** The host that is contacted, for the owner to know; absent for the owner's own. */
  readonly host?: string;
  /**
   * The prices of a time, as far as they are known: at least one slot, or a failure. One question or
   * a few; asks nothing again by itself, never throws.
   */
  fetch(
    request: PriceRequest,
    tools: PriceTools,
    signal: AbortSignal,
  ): Promise<Result<SlotSeries, PriceFailure>>;
}
