import { Client, type Dispatcher } from 'undici';
import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { type FarEnd, type Handshake, shakeHands } from './http-tls.ts';

/** Whom to ask: only the far end that shows this certificate will do. */
export interface PinnedEnd extends FarEnd {
  /** SHA-256 fingerprint, as in `CertificateFacts`. */
  readonly pin: string;
}

/** The far end showed another certificate than the pinned one. Nothing was sent to it. */
export class CertificateChanged extends Error {
  readonly offered: CertificateFacts;

  constructor(offered: CertificateFacts) {
    super('Certificate changed');
    this.offered = offered;
  }
}

/** The slowest poll is each five minutes; its connection should still be there then. */
const keepIdleMs = 330_000;

/**
 * Direct connections, each checked against its pin before undici gets hold of it. One that is free
 * is kept for the next request to the same far end: whoever asks one thing at a time needs only one.
 */
export class PinnedLines {
  readonly #kept = new Map<string, Line>();
  #closed = false;

  /**
   * Lets `ask` send one request. It is called once more, with a fresh connection, when a kept one
   * turns out to be dead: the far end had hung up, and not a byte of an answer had come.
   */
  async use<T>(end: PinnedEnd, ask: (line: Dispatcher) => Promise<T>): Promise<T> {
    const key = `${end.url.origin} ${end.pin}`;
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    if (kept) {
      try {
        return await this.#askOver(kept, { key, ask });
      } catch (error) {
        if (end.signal.aborted || !kept.wasDead) throw error;
      }
    }
    return this.#askOver(await openLine(end), { key, ask });
  }

  /** Hangs up on everybody; a connection that is in use goes when its exchange has ended. */
  close(): void {
    this.#closed = true;
    for (const line of this.#kept.values()) line.hangUp();
    this.#kept.clear();
  }

  async #askOver<T>(line: Line, { key, ask }: Errand<T>): Promise<T> {
    try {
      const answer = await line.use(ask);
      this.#keep(key, line);
      return answer;
    } catch (error) {
      line.hangUp();
      throw error;
    }
  }

  #keep(key: string, line: Line): void {
    // Another one is there when two asked at once.
    if (this.#closed || this.#kept.has(key)) line.hangUp();
    else this.#kept.set(key, line);
  }
}

interface Errand<T> {
  readonly key: string;
  readonly ask: (line: Dispatcher) => Promise<T>;
}

/**
 * Any certificate will do that is the pinned one: signed by nobody known, run out, not valid yet or
 * made out to another name. As with the host key of SSH, that it is still the same is all that
 * counts; what it says about itself was its owner's to judge, once.
 */
async function openLine(end: PinnedEnd): Promise<Line> {
  const handshake = await shakeHands(end);
  if (handshake.shown.fingerprint === end.pin) return new Line(end.url, handshake.socket);
  handshake.socket.destroySoon();
  throw new CertificateChanged(handshake.shown);
}

/** One connection and the undici client that may use it, and no other. */
class Line {
  readonly #socket: Handshake['socket'];
  readonly #client: Client;
  #dead = false;

  constructor(url: URL, socket: Handshake['socket']) {
    this.#socket = socket;
    this.#client = new Client(url.origin, {
      pipelining: 1,
      keepAliveTimeout: keepIdleMs,
      keepAliveMaxTimeout: keepIdleMs,
      // Whenever it asks, it gets this one; but while it asks, it is not yet ready for it.
      connect: (_, done) => queueMicrotask(() => done(null, socket)),
    });
    // Or it would ask for a connection again.
    socket.once('close', () => this.hangUp());
  }

  /** The last request found nobody: its connection ended without a byte of an answer. */
  get wasDead(): boolean {
    return this.#dead;
  }

  async use<T>(ask: (line: Dispatcher) => Promise<T>): Promise<T> {
    const heard = this.#socket.bytesRead;
    try {
      return await ask(this.#client);
    } catch (error) {
      this.#dead = this.#socket.destroyed && this.#socket.bytesRead === heard;
      throw error;
    }
  }

  hangUp(): void {
    this.#socket.destroy();
    void this.#client.destroy();
  }
}
