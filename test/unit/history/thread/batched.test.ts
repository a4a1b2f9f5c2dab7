import { describe, expect, it } from 'vitest';
import { batched } from '../../../../electron/history/thread/batched.ts';
import type { Message } from '../../../../electron/history/thread/calls.ts';

describe('the line to the thread of the history', () => {
  it('carries what is said within one turn as one message, in its order', async () => {
    const sent: Message[] = [];
    const line = batched({ postMessage: (message) => sent.push(message), on: () => undefined });
    for (const said of ['a', 'b', 'c']) line.post(said);
    await Promise.resolve();
    line.post('d');
    await Promise.resolve();
    expect(sent).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('hands on one after the other what a message holds', () => {
    const heard: unknown[] = [];
    let hear: (message: Message) => void = () => undefined;
    const on = (_event: 'message', hears: typeof hear) => {
      hear = hears;
    };
    batched({ postMessage: () => undefined, on }).on((said) => heard.push(said));
    hear(['a', 'b']);
    hear(['c']);
    expect(heard).toEqual(['a', 'b', 'c']);
  });
});
