import type { Handlers } from '../../../electron/ipc/handlers.ts';
import { serve } from '../../../electron/ipc/serve.ts';
import { callNames, channel } from '../../../shared/ipc/names.ts';
import { RecordedLog } from '../../fakes/recorded-log.ts';

type Listener = (event: never, request: unknown) => unknown;

const pageId = 7;

/** A page's main frame as Electron tells of it. */
export function eventFrom(
  change: { id?: number; url?: string; inFrame?: boolean; gone?: boolean } = {},
) {
  const mainFrame = { url: change.url ?? 'chargetray://app/index.html', parent: null };
  const inner = { url: 'chargetray://app/index.html', parent: mainFrame };
  const senderFrame = change.gone ? null : change.inFrame ? inner : mainFrame;
  return { sender: { id: change.id ?? pageId, mainFrame }, senderFrame };
}

/** Whoever may call besides the page of our window. */
export const strangers = [
  ['another page', eventFrom({ id: 8 })],
  ['a frame inside', eventFrom({ inFrame: true })],
  ['a frame that is gone', eventFrom({ gone: true })],
  ['a page from the web', eventFrom({ url: 'https://example.com/' })],
  ['a file', eventFrom({ url: 'file:///app/index.html' })],
  ['another host of our scheme', eventFrom({ url: 'chargetray://other/index.html' })],
  ['a host that only begins as ours', eventFrom({ url: 'chargetray://app.example/index.html' })],
  ['an empty page', eventFrom({ url: 'about:blank' })],
] as const;

/** Every call as it is registered, before a handler that only records what it is asked. */
export function servedCalls(handler: (request: unknown) => unknown = () => null) {
  const listeners = new Map<string, Listener>();
  const heard: unknown[] = [];
  const log = new RecordedLog();
  const open = { pageId: pageId as number | undefined };
  const hear = (request: unknown) => {
    heard.push(request);
    return handler(request);
  };
  serve({
    ipc: { handle: (name, listener) => void listeners.set(name, listener as Listener) },
    pageId: () => open.pageId,
    handlers: Object.fromEntries(callNames.map((name) => [name, hear])) as unknown as Handlers,
    log,
  });
  const call = (name: string, request: unknown, event: object = eventFrom()) =>
    listeners.get(channel(name as 'execute'))?.(event as never, request);
  return { call, heard, listeners, log, open };
}
