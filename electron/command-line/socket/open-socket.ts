import { chmod, lstat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { forgetAddress, newAddress, ownPlace, type SocketPlace } from './address.ts';
import { type Answering, type AnswerLine, converse, refuse } from './conversation.ts';
import type { TerminalHandlers } from './terminal-handlers.ts';

/** What command lines are answered with. */
export interface SocketParts {
  /** The data folder. */
  readonly folder: string;
  /** Where the socket is to be; that of this computer unless told. */
  readonly place?: SocketPlace;
  readonly clock: Clock;
  readonly log: Log;
  /** Loaded with the first line that is asked: hardly anybody ever asks one. */
  readonly handlers: () => Promise<TerminalHandlers>;
}

/** Command lines can reach the app until it is closed. */
export interface OpenSocket {
  readonly address: string;
  close(): Promise<void>;
}

/** At the same time. A script that has more open has forgotten them. */
const mostLines = 32;
/** Those that are being told that there are too many; whoever comes then is only cut off. */
const mostRefused = 128;
/** Whoever answers in so long is alive. */
const aliveMs = 1000;

/**
 * Lets command lines of the same user reach the app: over a socket that nobody else may open. One
 * that a crash has left is replaced, one of a living app never. Undefined where it cannot be had, with
 * a line in the log: the tray does without.
 */
export async function openSocket(parts: SocketParts): Promise<OpenSocket | undefined> {
  const { log, place = ownPlace(parts.folder) } = parts;
  const visitors = new Visitors(parts);
  const server = createServer((socket) => visitors.welcome(socket));
  // A socket that cannot be accepted costs nobody else anything.
  server.on('error', (error) => log.warn('command line', { why: error.message }));
  try {
    const address = await newAddress(place);
    await listenAt(server, address, place.platform);
    return {
      address,
      close: async () => {
        visitors.leave();
        // Takes the socket away as well.
        await new Promise<void>((done) => server.close(() => done()));
        await forgetAddress(place, address).catch(() => undefined);
      },
    };
  } catch (error) {
    log.warn('command line cannot reach the app', { why: String(error) });
    return undefined;
  }
}

async function listenAt(server: Server, address: string, platform: NodeJS.Platform): Promise<void> {
  try {
    await listening(server, address);
  } catch (error) {
    if (!isTaken(error) || (await isHeld(address))) throw error;
    await unlink(address);
    await listening(server, address);
  }
  if (platform !== 'win32') await chmod(address, 0o600);
}

/** With the rights of nobody else from its first moment on: `listen` makes the socket at once. */
function listening(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const before = process.umask(0o077);
    try {
      server.listen(address, () => {
        server.off('error', reject);
        resolve();
      });
    } finally {
      process.umask(before);
    }
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

/** Something else than a socket that nobody listens at any more. */
async function isHeld(address: string): Promise<boolean> {
  if (!(await lstat(address)).isSocket()) return true;
  return new Promise((resolve) => {
    const socket = connect(address);
    const end = (isAlive: boolean) => () => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.setTimeout(aliveMs, end(true));
    socket.once('connect', end(true));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code !== 'ECONNREFUSED')());
  });
}

/** Those who have called. */
class Visitors {
  readonly #answering: Answering;
  readonly #open = new Set<Socket>();
  readonly #refused = new Set<Socket>();
  readonly #load: () => Promise<AnswerLine>;

  constructor({ clock, handlers, log }: SocketParts) {
    this.#answering = { clock, refused: (why) => log.warn('command line refused', { why }) };
    let loading: Promise<AnswerLine> | undefined;
    this.#load = () => {
      loading ??= Promise.all([import('./answer-line.ts'), handlers()]).then(
        ([{ answerLine }, table]) =>
          (line, how) =>
            answerLine(line, { ...how, handlers: table, log }),
      );
      loading.catch(() => {
        loading = undefined;
      });
      return loading;
    };
  }

  welcome(socket: Socket): void {
    const isFull = this.#open.size >= mostLines;
    const among = isFull ? this.#refused : this.#open;
    // Whoever hangs up in the middle is no fault of ours.
    socket.on('error', () => undefined);
    if (isFull && this.#refused.size >= mostRefused) {
      socket.destroy();
      return;
    }
    among.add(socket);
    socket.once('close', () => among.delete(socket));
    if (isFull) refuse(socket, 'tooMany', this.#answering);
    else converse(socket, { ...this.#answering, load: this.#load });
  }

  leave(): void {
    for (const socket of [...this.#open, ...this.#refused]) socket.destroy();
  }
}
