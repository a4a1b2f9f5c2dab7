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
    return FarEnd.#listening((socket) => FarEnd.#pass(socket, port));
  }

  /** A broker from before MQTT 5, as that says it must refuse: in its own words, then it hangs up. */
  static beforeVersion5(port: number): Promise<FarEnd> {
    return FarEnd.#listening((socket) => {
      socket.once('data', (first) => {
        const version = first[first.indexOf('MQTT') + 4];
        if (version === 5) socket.end(Buffer.of(0x20, 2, 0, 1));
        else FarEnd.#pass(socket, port, first);
      });
    });
  }

  static #pass(socket: Socket, port: number, first: Uint8Array = Buffer.of()): void {
    const broker = connect({ port, host: '127.0.0.1' });
    broker.on('error', () => socket.destroy());
    socket.on('close', () => broker.destroy());
    broker.on('close', () => socket.destroy());
    broker.write(first);
    socket.pipe(broker).pipe(socket);
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
