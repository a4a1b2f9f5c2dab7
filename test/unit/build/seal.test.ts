import { lookup } from 'node:dns/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { attempts } from '../../seal.ts';

// The seal would rightly fail these tests: they forgive themselves what they try on purpose.
afterEach(() => void attempts.splice(0));

describe('the seal around tests', () => {
  it('refuses sockets, names and requests that leave this machine', async () => {
    expect(() => connect(80, '192.0.2.1')).toThrow(/Sealed/);
    expect(() => lookup('example.com')).toThrow(/Sealed/);
    await expect(fetch('http://example.com/')).rejects.toThrow();
    expect(attempts).toEqual(['192.0.2.1', 'example.com', 'example.com']);
  });

  it('lets simulators on loopback answer', async () => {
    const server = createServer((_request, response) => response.end('here'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const reply = await fetch(`http://127.0.0.1:${port}/`);
    expect(await reply.text()).toBe('here');
    await new Promise((done) => server.close(done));
  });
});
