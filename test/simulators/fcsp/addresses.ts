import type { RequestListener } from 'node:http';
import type { SecureVersion } from 'node:tls';
import {
  type LoopbackHost,
  type SecureLoopbackServer,
  startSecureLoopbackServer,
} from '../shared/loopback-server.ts';
import type { KeyedCertificate } from './certificate.ts';
import type { ConnectionBook } from './connections.ts';

/** Which TLS the station speaks. Default: 1.2 and 1.3. */
export interface StationTls {
  readonly minVersion?: SecureVersion;
  /** `TLSv1.1` and older also lower the default of `minVersion`. */
  readonly maxVersion?: SecureVersion;
  /** In OpenSSL's words. */
  readonly ciphers?: string;
}

/** Idle time after which the station hangs up: that of nginx unless told otherwise. */
const KEEP_ALIVE_MS = 75_000;

/** All addresses of one station, with one certificate. */
export class Addresses {
  readonly #listener: RequestListener;
  readonly #book: ConnectionBook;
  readonly #tls: StationTls;
  readonly #open = new Set<SecureLoopbackServer>();
  #keyed: KeyedCertificate;

  constructor(
    listener: RequestListener,
    parts: { book: ConnectionBook; tls: StationTls; keyed: KeyedCertificate },
  ) {
    this.#listener = listener;
    this.#book = parts.book;
    this.#tls = parts.tls;
    this.#keyed = parts.keyed;
  }

  get keyed(): KeyedCertificate {
    return this.#keyed;
  }

  /** One more address. */
  async add(host: LoopbackHost): Promise<SecureLoopbackServer> {
    const server = await startSecureLoopbackServer(this.#listener, {
      host,
      tls: this.#context(),
      keepAliveMs: KEEP_ALIVE_MS,
      onConnection: (socket) => this.#book.note(socket, this.#keyed.certificate.fingerprint),
      onHandshakeFailure: (error) => this.#book.failures.push(error.message),
    });
    this.#open.add(server);
    return server;
  }

  /** Puts another certificate to all addresses and drops what is open. */
  use(keyed: KeyedCertificate): void {
    this.#keyed = keyed;
    for (const server of this.#open) {
      server.changeTls(this.#context());
      server.dropConnections();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((server) => server.close()));
  }

  #context() {
    const { maxVersion = 'TLSv1.3', minVersion = oldestUnder(maxVersion), ciphers } = this.#tls;
    return {
      key: this.#keyed.keyPem,
      cert: this.#keyed.certificate.pem,
      minVersion,
      maxVersion,
      // Newer versions of Node would refuse to serve a weak key, which is the client's to judge.
      ciphers: ciphers ?? 'DEFAULT@SECLEVEL=0',
    };
  }
}

function oldestUnder(maxVersion: SecureVersion): SecureVersion {
  return maxVersion === 'TLSv1.2' || maxVersion === 'TLSv1.3' ? 'TLSv1.2' : 'TLSv1';
}
