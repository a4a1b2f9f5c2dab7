import { createServer, type RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** A real HTTP server that only this computer can reach. */
export interface LoopbackServer {
  /** Origin without a trailing slash, e.g. `http://127.0.0.1:40213`. */
  readonly url: string;
  readonly port: number;
  /** Stops listening and kills every open socket, hanging answers included. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 at a port the system picks. */
export async function startLoopbackServer(listener: RequestListener): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const server = createServer(listener);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
