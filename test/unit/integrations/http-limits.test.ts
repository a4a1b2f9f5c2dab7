import { getEventListeners } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, vi } from 'vitest';
import { isTimeUp, Limits } from '../../../electron/platform/http/http-limits.ts';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';

function begun() {
  const clock = new FakeClock();
  const limits = new Limits(clock);
  const start = (signal = new AbortController().signal) =>
    limits.start({ signal, timeoutMs: 1000 });
  return { clock, limits, start };
}

it('is over when the time is up, and the next one begins anew', async () => {
  const { clock, start } = begun();
  const first = start();
  await clock.advance(1000);
  expect(isTimeUp(first.signal)).toBe(true);
  first.end();
  const second = start();
  expect(second.signal.aborted).toBe(false);
  await clock.advance(999);
  expect(second.signal.aborted).toBe(false);
});

it('runs for each of two at once', () => {
  const { start } = begun();
  start().end();
  const giveUp = new AbortController();
  const first = start(giveUp.signal);
  const second = start();
  giveUp.abort();
  expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
});

it('leaves the next one alone when the one before is given up too late', async () => {
  const { clock, start } = begun();
  const giveUp = new AbortController();
  start(giveUp.signal).end();
  await clock.advance(500);
  const next = start();
  giveUp.abort();
  await clock.advance(600);
  expect(next.signal.aborted).toBe(false);
});

it('breaks off what is under way when it is closed, and what starts later at once', () => {
  const { limits, start } = begun();
  start().end();
  const running = start();
  limits.close();
  expect([running.signal.aborted, start().signal.aborted]).toEqual([true, true]);
});

it.each([
  ['a good answer', (_: IncomingMessage, response: ServerResponse) => response.end('{}')],
  [
    'too long an answer',
    (_: IncomingMessage, response: ServerResponse) => response.end('too long'),
  ],
  ['half an answer', cutOff],
  ['no answer', (request: IncomingMessage) => request.socket.destroy()],
])('has nobody listening any more after %s, so that the next one may use it', async (_, answer) => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const started = vi.spyOn(Limits.prototype, 'start');
  const clock = new FakeClock();
  const http = undiciHttp({ clock, version: '1.2.3', proxyFor: async () => undefined });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { signal } = new AbortController();
  const request = { method: 'GET', base, path: '/', headers: {}, signal } as const;
  await http.send({ ...request, timeoutMs: 1000, maxBytes: 5 });
  const used: AbortSignal = started.mock.results[0]?.value.signal;
  await until(() => getEventListeners(used, 'abort').length === 0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  await http.close();
  started.mockRestore();
  await new Promise((resolve) => server.close(resolve));
});

function cutOff(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-length': '4' });
  response.write('{}', () => response.destroy());
}
