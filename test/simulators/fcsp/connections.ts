import type { TLSSocket } from 'node:tls';

/** One TLS connection whose handshake was completed. */
export interface ConnectionRecord {
  /** Fingerprint of the certificate that stood when it was made. */
  readonly certificate: string;
  /** Negotiated version, e.g. `TLSv1.3`. */
  readonly protocol: string | null;
  /** Application bytes that arrived, TLS's own not counted. */
  readonly bytes: number;
}

/** A moment in a simulator's life, to ask later what came after it. */
export interface Mark {
  readonly requests: number;
  readonly connections: number;
}

/** Remembers connections. */
export class ConnectionBook {
  readonly all: ConnectionRecord[] = [];
  /** What was wrong with each handshake that failed. */
  readonly failures: string[] = [];

  /** Notes a connection and counts its bytes for as long as it lives. */
  note(socket: TLSSocket, certificate: string): void {
    this.all.push({
      certificate,
      protocol: socket.getProtocol(),
      // Kept by the socket beyond its end; a listener would take the bytes from the server.
      get bytes() {
        return socket.bytesRead;
      },
    });
  }
}
