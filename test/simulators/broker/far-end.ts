import { connect, createServer, type Server, type Socket } from 'node:net';

/** Something that takes connections in front of a broker, or in its place, and does with them as it is told. */
export class FarEnd {
  readonly connections: Socket[] = [];
  readonly #server: Server;

  private constructor(taken: (socket: Socket) => void) {
    this.#server = createServer((socket) => {
      this.connections.push(socket);
      socket.on('error', () => undefined);
      taken(socket);
    });
  }

  /** Passes everything on to a broker until it is cut. */
  static before(port: number): Promise<FarEnd> {
    return FarEnd.#listening((socket) => {
      const broker = connect({ port, host: '127.0.0.1' });
      broker.on('error', () => socket.destroy());
      socket.on('close', () => broker.destroy());
      broker.on('close', () => socket.destroy());
      socket.pipe(broker).pipe(socket);
    });
  }

  /** Takes connections and says only what is given, if anything. */
  static saying(words?: string | Buffer): Promise<FarEnd> {
    return FarEnd.#listening((socket) => {
      socket.resume();
      if (words !== undefined) socket.once('data', () => socket.write(words));
    });
  }

  static async #listening(taken: (socket: Socket) => void): Promise<FarEnd> {
    const end = new FarEnd(taken);
    await new Promise<void>((resolve) => end.#server.listen(0, '127.0.0.1', resolve));
    return end;
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** From one moment to the next, without a farewell. */
  cut(): void {
    for (const socket of this.connections) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
