import type { History } from '../store/history.ts';
import type { StreamCalls, StreamName } from './calls.ts';

/** The streams of a history, as calls: no stream can be given to another thread. */
export class Streams {
  readonly #open = new Map<number, AsyncIterator<unknown>>();
  readonly #calls: StreamCalls;
  #begun = 0;

  constructor(history: Pick<History, StreamName>) {
    this.#calls = {
      begin: (name, args) => {
        this.#begun += 1;
        // The other end took the arguments for this very method.
        const stream: AsyncIterable<unknown> = Reflect.apply(history[name], history, args);
        this.#open.set(this.#begun, stream[Symbol.asyncIterator]());
        return this.#begun;
      },
      next: async (stream) => (await this.#open.get(stream)?.next())?.value,
      leave: async (stream) => {
        await this.#open.get(stream)?.return?.();
        this.#open.delete(stream);
      },
    };
  }

  /** What is called so; undefined for what is none of a stream's. */
  call(name: string): ((...args: never[]) => unknown) | undefined {
    return Object.entries(this.#calls).find(([known]) => known === name)?.[1];
  }
}
