import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import { FakeClock, until } from '../../fakes/fake-clock.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function order(
  base: string,
  { clock = new FakeClock(), tells = true, signal = new AbortController().signal } = {},
) {
  const http = undiciHttp({ clock, version: '1.2.3', proxyFor: async () => undefined });
  cleanups.push(() => http.close());
  return http.send({
    method: 'POST',
    base,
    path: '/order',
    headers: {},
    json: { action: 2 },
    signal,
    timeoutMs: 15_000,
    maxBytes: 1000,
    ...(tells && { tellsIfSent: true }),
  });
}

const afterwards: Record<string, { spoil: (response: ServerResponse) => void; kind: string }> = {
  'reset before the answer': {
    spoil: (response) => response.socket?.resetAndDestroy(),
    kind: 'unreachable',
  },
  'reset within the answer': {
    spoil(response) {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => response.socket?.resetAndDestroy());
    },
    kind: 'unreachable',
  },
  'too much of an answer': {
    spoil: (response) => response.end('x'.repeat(2000)),
    kind: 'notUnderstood',
  },
};

describe('an order says whether it had left', () => {
  it.each(Object.entries(afterwards))('%s', async (_name, { spoil, kind }) => {
    const base = await listen(createServer((_request, response) => spoil(response)));
    expect(await order(base)).toEqual({ ok: false, failure: { kind, sent: true } });
  });

  it('no answer in time', async () => {
    const clock = new FakeClock();
    let heard = false;
    const base = await listen(
      createServer(() => {
        heard = true;
      }),
    );
    const answer = order(base, { clock });
    await until(() => heard);
    await clock.advance(15_000);
    expect(await answer).toEqual({ ok: false, failure: { kind: 'timedOut', sent: true } });
  });

  it('nobody listened', async () => {
    const server = createServer();
    const base = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const failure = { kind: 'unreachable', why: 'connectionRefused' };
    expect(await order(base)).toEqual({ ok: false, failure });
  });

  it('it was given up before', async () => {
    const base = await listen(createServer());
    const failure = { kind: 'unreachable' };
    expect(await order(base, { signal: AbortSignal.abort() })).toEqual({ ok: false, failure });
  });

  it('but only where its sender wants to know', async () => {
    const base = await listen(
      createServer((_request, response) => response.socket?.resetAndDestroy()),
    );
    const failure = { kind: 'unreachable' };
    expect(await order(base, { tells: false })).toEqual({ ok: false, failure });
  });
});
