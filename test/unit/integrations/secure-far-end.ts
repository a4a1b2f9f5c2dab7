import { X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createPlain, type Server, type Socket } from 'node:net';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { generate, type SelfsignedOptions } from 'selfsigned';

export interface Keyed {
  readonly key: string;
  readonly cert: string;
  /** SHA-256, as Node writes it. */
  readonly fingerprint: string;
}

/** A certificate that signs itself. */
export async function keyed(options: SelfsignedOptions = {}): Promise<Keyed> {
  const subject = [
    { name: 'commonName', value: 'station' },
    { name: 'organizationName', value: 'Example Works' },
  ];
  const made = await generate(subject, { keyType: 'ec', algorithm: 'sha256', ...options });
  const fingerprint = new X509Certificate(made.cert).fingerprint256;
  return { key: made.private, cert: made.cert, fingerprint };
}

export interface FarEndOptions {
  readonly host?: string;
  readonly tls?: TlsOptions;
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A far end that speaks HTTPS on loopback and remembers who came and what came over. */
export interface SecureFarEnd {
  readonly base: string;
  readonly heard: {
    /** TCP connections so far, and how many of them are still there. */
    connections: number;
    open: number;
    /** Bytes that were sent once the handshake was done, all connections together. */
    bytes: number;
    requests: string[];
    /** Server names that were asked for; false where none was. */
    names: (string | false | null)[];
  };
  /** From now on, those who come see this certificate. */
  show(certificate: Keyed): void;
  /** Hangs up on everybody who is there. */
  hangUp(): void;
  close(): Promise<void>;
}

export async function secureFarEnd(
  shown: Keyed,
  {
    host = '127.0.0.1',
    tls = {},
    answer = (_, response) => response.end('{}'),
  }: FarEndOptions = {},
): Promise<SecureFarEnd> {
  const heard: SecureFarEnd['heard'] = {
    connections: 0,
    open: 0,
    bytes: 0,
    requests: [],
    names: [],
  };
  const server = createHttps({ ...tls, key: shown.key, cert: shown.cert });
  server.on('request', (request, response) => {
    heard.requests.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  server.on('secureConnection', (socket: TLSSocket & { servername?: string | false }) => {
    heard.names.push(socket.servername ?? null);
    socket.on('data', (chunk: Buffer) => {
      heard.bytes += chunk.byteLength;
    });
  });
  const end = await listening(server, host, heard);
  return {
    base: `https://${host.includes(':') ? `[${host}]` : host}:${end.port}`,
    heard,
    show: ({ key, cert }) => server.setSecureContext({ ...tls, key, cert }),
    hangUp: end.hangUp,
    close: end.close,
  };
}

/** A far end that speaks no HTTPS: `answer` gets the bare connection. */
export async function oddFarEnd(answer: (socket: Socket) => void) {
  const heard = { connections: 0, open: 0 };
  const end = await listening(createPlain(answer), '127.0.0.1', heard);
  return { base: `https://127.0.0.1:${end.port}`, heard, close: end.close };
}

async function listening(
  server: Server,
  host: string,
  heard: { connections: number; open: number },
) {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    heard.connections++;
    heard.open++;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      heard.open--;
      sockets.delete(socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, host, resolve);
  });
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hangUp,
    close: () => {
      hangUp();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
