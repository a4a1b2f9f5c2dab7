import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Wall time in which the end of a request that its sender gave up must have arrived. */
const PATIENCE_MS = 200;

/** How a request ended: with an answer, or because its sender went away. */
type Ending = 'answered' | 'given-up';

/** A request on its way, and those of the same account that were on theirs when it came. */
export interface OpenRequest {
  readonly earlier: readonly OpenRequest[];
  readonly ended: Promise<Ending>;
  readonly response: Pick<ServerResponse, 'writableEnded'>;
}

/** Notices requests of one account that overlap; one account's must come one after the other. */
export class Overlap {
  readonly #open = new Map<string, Set<OpenRequest>>();
  #most = 0;

  /** The largest number of requests that one account ever had open at the same time. */
  get most(): number {
    return this.#most;
  }

  /** Notes a request until its response is sent or its socket closes. */
  enter(email: string, response: ServerResponse): OpenRequest {
    const open = this.#open.get(email) ?? new Set();
    this.#open.set(email, open);
    const ended = new Promise<Ending>((resolve) => {
      response.once('finish', () => resolve('answered'));
      response.once('close', () => resolve('given-up'));
    });
    // An answer that was handed over whole is over, though the news that it has left may still be on
    // its way while the asker, in another process, asks the next thing.
    const earlier = [...open].filter((other) => !other.response.writableEnded);
    const mine = { earlier, ended, response };
    open.add(mine);
    const leave = () => open.delete(mine);
    response.once('finish', leave);
    response.once('close', leave);
    return mine;
  }

  /**
   * How many requests really overlapped, this one included. An earlier one that its sender gave up
   * does not count, but that news may arrive after the next request; so this waits for it a little.
   */
  async measure(mine: OpenRequest): Promise<number> {
    const endings = await Promise.all(
      mine.earlier.map((other) =>
        Promise.race([other.ended, setTimeout(PATIENCE_MS, 'open' as const, { ref: false })]),
      ),
    );
    const count = 1 + endings.filter((ending) => ending !== 'given-up').length;
    this.#most = Math.max(this.#most, count);
    return count;
  }
}
