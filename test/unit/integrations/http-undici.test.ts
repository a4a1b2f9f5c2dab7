import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Routes } from '../../../electron/platform/http/http-routes.ts';
import { undiciHttp } from '../../../electron/platform/http/http-undici.ts';
import type { HttpRequest } from '../../../electron/ports/http.ts';
import { FakeClock, turns, until } from '../../fakes/fake-clock.ts';

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

function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  return listen(createServer(answer));
}

function client(proxyFor: (url: string) => Promise<string | undefined> = async () => undefined) {
  const clock = new FakeClock();
  const http = undiciHttp({ clock, version: '1.2.3', proxyFor });
  cleanups.push(() => http.close());
  const send = (base: string, more: Partial<HttpRequest> = {}) =>
    http.send({
      method: 'GET',
      base,
      path: '/some/path?x=1',
      headers: {},
      signal: new AbortController().signal,
      timeoutMs: 15_000,
      maxBytes: 1000,
      ...more,
    });
  return { clock, http, send };
}

const unreachable = { ok: false, failure: { kind: 'unreachable' } };
const connectionRefused = {
  ok: false,
  failure: { kind: 'unreachable', why: 'connectionRefused' },
};
const timedOut = { ok: false, failure: { kind: 'timedOut' } };
const notUnderstood = { ok: false, failure: { kind: 'notUnderstood' } };

describe('an exchange', () => {
  it('carries method, path, headers, JSON and our name there, and the answer back', async () => {
    const heard: unknown[] = [];
    const base = await serve((request, response) => {
      const { method, url, headers } = request;
      request.on('data', (chunk) => heard.push(String(chunk)));
      request.on('end', () => response.writeHead(418, { 'X-Thing': 'tea' }).end('é'));
      heard.push(
        method,
        url,
        headers['user-agent'],
        headers.authorization,
        headers['content-type'],
      );
    });
    const answer = await client().send(base, {
      method: 'PUT',
      headers: { Authorization: 'Bearer x', 'User-Agent': 'Mozilla' },
      json: { locked: 1 },
    });
    const type = 'application/json';
    expect(heard).toEqual([
      'PUT',
      '/some/path?x=1',
      'ChargeTray/1.2.3',
      'Bearer x',
      type,
      '{"locked":1}',
    ]);
    expect(answer).toMatchObject({ ok: true, value: { status: 418, body: 'é' } });
    expect(answer.ok && answer.value.headers['x-thing']).toBe('tea');
  });

  it('uses its connection again', async () => {
    const ports = new Set<number | undefined>();
    const base = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const { send } = client();
    await send(base);
    // The connection is free a moment after its answer.
    await turns();
    await send(base);
    expect(ports.size).toBe(1);
  });

  it('gives a redirect as an answer and never follows it', async () => {
    let elsewhere = 0;
    const other = await serve((_, response) => response.end(String(++elsewhere)));
    const base = await serve((_, response) => response.writeHead(307, { location: other }).end());
    expect(await client().send(base)).toMatchObject({ ok: true, value: { status: 307 } });
    expect(elsewhere).toBe(0);
  });
});

describe('a limit', () => {
  it('refuses an answer that announces too much', async () => {
    // Not one byte of it comes: the announcement is enough.
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1001 }).flushHeaders();
    });
    expect(await client().send(base)).toEqual(notUnderstood);
  });

  it('refuses an answer that streams too much, and hangs up', async () => {
    let hungUp = false;
    const base = await serve((_, response) => {
      const pour = () => {
        while (response.write('x'.repeat(65_536)) && !hungUp);
      };
      response.on('drain', pour).on('close', () => {
        hungUp = true;
      });
      pour();
    });
    expect(await client().send(base)).toEqual(notUnderstood);
    await until(() => hungUp);
  });

  it('takes exactly as much as is allowed', async () => {
    const base = await serve((_, response) => response.end('x'.repeat(1000)));
    expect(await client().send(base)).toMatchObject({ ok: true });
  });

  it.each([
    ['before any answer', (_: ServerResponse) => {}],
    ['in the middle of an answer', (response: ServerResponse) => void response.write('{"half":')],
  ])('ends an exchange that hangs %s', async (_, answer) => {
    let asked = false;
    const base = await serve((_request, response) => {
      asked = true;
      answer(response);
    });
    const { clock, send } = client();
    const answered = send(base);
    await until(() => asked);
    await clock.advance(15_000);
    expect(await answered).toEqual(timedOut);
    expect(clock.waiting).toBe(0);
  });

  it('ends a search for the proxy that hangs', async () => {
    const { clock, send } = client(() => new Promise(() => {}));
    const answered = send('http://cloud.invalid');
    await clock.advance(15_000);
    expect(await answered).toEqual(timedOut);
  });
});

describe('what goes wrong', () => {
  it('is refused where nobody listens', async () => {
    const base = await serve(() => {});
    await cleanups.pop()?.();
    expect(await client().send(base)).toEqual(connectionRefused);
  });

  it('is unreachable when the connection breaks off', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('x', () => response.socket?.resetAndDestroy());
    });
    expect(await client().send(base)).toEqual(unreachable);
  });

  it('is not understood when TLS is answered by something else', async () => {
    const base = await serve(() => {});
    expect(await client().send(base.replace('http:', 'https:'))).toEqual(notUnderstood);
  });

  it('is not understood where no HTTP is spoken', async () => {
    const base = await serve((_, response) => void response.socket?.end('SSH-2.0-box\r\n\r\n'));
    expect(await client().send(base)).toEqual(notUnderstood);
  });

  it.each([
    ['bytes that are no UTF-8', { headers: {}, body: Buffer.from([0xff, 0xfe, 0xc3]) }],
    ['a packed body', { headers: { 'content-encoding': 'gzip' }, body: Buffer.from('x') }],
  ])('is not understood: %s', async (_, { headers, body }) => {
    const base = await serve((_request, response) => response.writeHead(200, headers).end(body));
    expect(await client().send(base)).toEqual(notUnderstood);
  });

  it('an error keeps its status although its page cannot be read', async () => {
    const base = await serve((_, response) => response.writeHead(503).end(Buffer.from([0xff])));
    expect(await client().send(base)).toMatchObject({ ok: true, value: { status: 503, body: '' } });
  });

  it('is unreachable for whoever gives up', async () => {
    let asked = false;
    const base = await serve(() => {
      asked = true;
    });
    const giveUp = new AbortController();
    const { clock, send } = client();
    const answered = send(base, { signal: giveUp.signal });
    await until(() => asked);
    giveUp.abort();
    expect(await answered).toEqual(unreachable);
    expect(await send(base, { signal: giveUp.signal })).toEqual(unreachable);
    expect(clock.waiting).toBe(0);
  });

  it('never shows in the failure what was sent', async () => {
    const { send } = client();
    const headers = { authorization: 'Bearer hush\r\nx' };
    const answer = await send('http://127.0.0.1:1', { headers });
    expect(answer).toEqual(unreachable);
  });
});

describe('a path', () => {
  it.each([
    ['http://evil.example/x', 'another address'],
    ['x', 'no slash'],
    ['/../x', 'a way up'],
    ['/a/%2e%2e/x', 'a hidden way up'],
    ['/a\\..\\x', 'a way up in backslashes'],
    ['/x#y', 'a fragment'],
    ['@evil.example/x', 'a user in front of a host'],
    ['/a b', 'a blank'],
  ])('%s is refused: %s', async (path) => {
    let asked = 0;
    const base = await serve((_, response) => response.end(String(++asked)));
    expect(await client().send(base, { path })).toEqual(unreachable);
    expect(asked).toBe(0);
  });

  it('stays under the path of its base', async () => {
    const heard: unknown[] = [];
    const base = await serve((request, response) => {
      heard.push(request.url);
      response.end();
    });
    await client().send(`${base}/prefix/`, { path: '/x' });
    expect(heard).toEqual(['/prefix/x']);
  });

  it.each(['file:///etc', 'ftp://127.0.0.1', 'http://u:p@127.0.0.1', 'nonsense'])(
    'base %s is refused',
    async (base) => {
      expect(await client().send(base)).toEqual(unreachable);
    },
  );
});

describe('the proxy of the system', () => {
  it('is asked for by URL and tunnels to the cloud', async () => {
    const cloud = await serve((request, response) => response.end(request.headers.host));
    const proxy = createServer();
    const tunnels: (string | undefined)[] = [];
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url);
      const onward = connect(Number(new URL(cloud).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
    });
    const address = await listen(proxy);
    const asked: string[] = [];
    const { send } = client(async (url) => {
      asked.push(url);
      return address;
    });
    expect(await send('http://cloud.invalid')).toMatchObject({ value: { body: 'cloud.invalid' } });
    expect(asked).toEqual(['http://cloud.invalid/some/path?x=1']);
    expect(tunnels).toEqual(['cloud.invalid:80']);
  });

  it.each(['127.0.0.1', 'localhost'])('never stands before %s', async (host) => {
    const base = await serve((_, response) => response.end('direct'));
    const { send } = client(async () => 'http://127.0.0.1:1');
    const answer = await send(base.replace('127.0.0.1', host));
    expect(answer).toMatchObject({ ok: true, value: { body: 'direct' } });
  });

  it('is not even asked for what is asked in this network', async () => {
    const routes = new Routes(async () => {
      throw new Error('it is asked');
    });
    cleanups.push(() => routes.close());
    const charger = new URL('http://192.0.2.10/');
    expect(routes.direct(charger, true)).toMatchObject({ isDirect: true });
    expect(routes.direct(charger)).toBeUndefined();
  });

  it.each([
    ['that refuses', 'http://127.0.0.1:1'],
    ['with a senseless address', 'no address'],
  ])('%s makes the cloud unreachable', async (_, address) => {
    expect(await client(async () => address).send('http://cloud.invalid')).toEqual(unreachable);
  });
});

it('closed, it sends nothing more', async () => {
  let asked = 0;
  const base = await serve((_, response) => response.end(String(++asked)));
  const { http, send } = client();
  await http.close();
  expect(await send(base)).toEqual(unreachable);
  expect(asked).toBe(0);
});
