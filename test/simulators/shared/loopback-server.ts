import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContextOptions, TLSSocket, TlsOptions } from 'node:tls';

/** A real HTTP server that only this computer can reach. */
export interface LoopbackServer {
  /** Origin without a trailing slash, e.g. `http://127.0.0.1:40213`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and kills every open socket, hanging answers included. */
  close(): Promise<void>;
}

/** The same behind TLS, with what can happen to a device on its own network. */
export interface SecureLoopbackServer extends LoopbackServer {
  /** Holds for connections made from now on; open ones keep what they have. */
  changeTls(tls: SecureContextOptions): void;
  dropConnections(): void;
  /** From now on connections are refused, and open ones are dropped. */
  goDown(): Promise<void>;
  /** Listens again, at the same port. */
  comeBack(): Promise<void>;
}

/** Loopback in both families. */
export type LoopbackHost = '127.0.0.1' | '::1';

/** How a secure server listens. */
export interface SecureLoopbackOptions {
  readonly host: LoopbackHost;
  /** Certificate, key, versions and ciphers. */
  readonly tls: TlsOptions;
  /** Wall time after which an idle connection is closed. */
  readonly keepAliveMs: number;
  /** Told of every completed handshake. */
  readonly onConnection: (socket: TLSSocket) => void;
  /** Told of every handshake that failed. */
  readonly onHandshakeFailure: (error: Error) => void;
}

/** Listens on 127.0.0.1 at a port the system picks. */
export async function startLoopbackServer(listener: RequestListener): Promise<LoopbackServer> {
  const server = createServer(listener);
  const sockets = socketsOf(server);
  const port = await listen(server, { host: '127.0.0.1', port: 0 });
  return { url: `http://127.0.0.1:${port}`, port, close: () => stop(server, sockets) };
}

/** Listens with TLS at a port the system picks. */
export async function startSecureLoopbackServer(
  listener: RequestListener,
  options: SecureLoopbackOptions,
): Promise<SecureLoopbackServer> {
  const { host } = options;
  const server = createSecureServer(options.tls, listener);
  const sockets = socketsOf(server);
  server.keepAliveTimeout = options.keepAliveMs;
  server.on('secureConnection', (socket) => {
    resetBelow(socket, sockets);
    options.onConnection(socket);
  });
  server.on('tlsClientError', options.onHandshakeFailure);
  const port = await listen(server, { host, port: 0 });
  return {
    url: `https://${host === '::1' ? '[::1]' : host}:${port}`,
    port,
    changeTls: (tls) => server.setSecureContext(tls),
    dropConnections: () => drop(sockets),
    goDown: () => stop(server, sockets),
    async comeBack() {
      if (!server.listening) await listen(server, { host, port });
    },
    close: () => stop(server, sockets),
  };
}

/** A server's open sockets; with TLS those below it. */
function socketsOf(server: Pick<Server, 'on'>): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

/** A socket with TLS refuses to reset its connection; the one below it does not. */
function resetBelow(secure: TLSSocket, sockets: ReadonlySet<Socket>): void {
  const below = [...sockets].find(({ remotePort }) => remotePort === secure.remotePort);
  secure.resetAndDestroy = () => {
    below?.resetAndDestroy();
    return secure.destroy();
  };
}

function drop(sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) socket.destroy();
}

async function listen(
  server: Pick<Server, 'once' | 'off' | 'listen' | 'address'>,
  at: { readonly host: LoopbackHost; readonly port: number },
): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}

function stop(server: Pick<Server, 'close'>, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    drop(sockets);
  });
}
