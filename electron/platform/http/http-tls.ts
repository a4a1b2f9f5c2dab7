import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { CertificateFacts } from '../../../shared/domain/account/certificate.ts';
import { certificateFacts } from './http-certificate.ts';

/** Where to shake hands, and whether still. */
export interface FarEnd {
  readonly url: URL;
  readonly signal: AbortSignal;
}

/** A connection over which nothing was sent yet, and whose it is. */
export interface Handshake {
  readonly socket: TLSSocket;
  readonly shown: CertificateFacts;
}

/** The far end shook hands without showing a certificate. */
export class NoCertificate extends Error {}

/** Long before a router forgets a silent connection. */
const probeAfterMs = 60_000;

/**
 * Shakes hands, straight and with anybody: whoever calls this has to look at the certificate before
 * a byte is sent. It is a whole handshake each time, so the far end has proven that the certificate
 * is its own; a resumed session would show none.
 */
export async function shakeHands(farEnd: FarEnd): Promise<Handshake> {
  const socket = await secured(farEnd);
  const shown = certificateFacts(socket.getPeerCertificate());
  if (shown) return { socket, shown };
  socket.destroy();
  throw new NoCertificate();
}

function secured({ url, signal }: FarEnd): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const socket = connect({
      host,
      port: Number(url.port || 443),
      // No server name for an address: RFC 6066 forbids it, and some far ends hang up on it.
      ...(isIP(host) === 0 ? { servername: host } : {}),
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
    });
    const giveUp = () => socket.destroy();
    signal.addEventListener('abort', giveUp, { once: true });
    // Stays for good: nobody else listens while a connection is idle, and it would end the app.
    socket.on('error', reject);
    socket.once('close', () => {
      signal.removeEventListener('abort', giveUp);
      reject(new Error('Closed'));
    });
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', giveUp);
      resolve(socket.setNoDelay(true).setKeepAlive(true, probeAfterMs));
    });
  });
}
