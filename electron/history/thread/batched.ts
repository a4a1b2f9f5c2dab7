import type { ChannelOptions } from 'birpc';
import type { Message } from './calls.ts';

/** One end of the line between the app and the thread of its history. */
export interface LineEnd {
  postMessage(message: Message): void;
  on(event: 'message', heard: (message: Message) => void): unknown;
}

/**
 * What is said within one turn is one message: thus what is recorded together is written to the
 * disk together. The order is that of saying. No answer is late: a slow disk is waited for.
 */
export function batched(end: LineEnd): ChannelOptions & { readonly timeout: number } {
  let waiting: unknown[] = [];
  const send = (): void => {
    const message = waiting;
    waiting = [];
    end.postMessage(message);
  };
  return {
    timeout: -1,
    post(said) {
      if (waiting.push(said) === 1) queueMicrotask(send);
    },
    on(heard) {
      end.on('message', (message) => {
        for (const said of message) heard(said);
      });
    },
  };
}
