import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { BrokerAddress, BrokerFailure } from '../../../shared/domain/app/broker.ts';
import { failed, type Result, success } from '../../../shared/result.ts';
import { certificateFacts } from '../http/http-certificate.ts';
import { failureOfCode } from './broker-failure.ts';

/** Long before a router forgets a silent connection. */
const probeAfterMs = 60_000;

/**
 * A connection over which nothing was sent yet, to whoever is meant: over TLS the certificate is the
 * confirmed one, or one that this system trusts for the host.
 */
export async function openLine(
  address: BrokerAddress,
  signal: AbortSignal,
): Promise<Result<Socket, BrokerFailure>> {
  try {
    if (!address.tls) return success(await opened(plain(address), 'connect', signal));
    const socket = secured(address);
    await opened(socket, 'secureConnect', signal);
    const doubt = doubtAbout(socket, address);
    if (!doubt) return success(socket);
    socket.destroy();
    return failed(doubt);
  } catch (error) {
    return failed(failureOfCode(error));
  }
}

function plain({ host, port }: BrokerAddress): Socket {
  return connectPlain({ host, port });
}

function secured({ host, port }: BrokerAddress): TLSSocket {
  return connectTls({
    host,
    port,
    // RFC 6066 forbids a server name for an address.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Judged below, where it can also be told which one it is.
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
  });
}

function doubtAbout(socket: TLSSocket, { certificate }: BrokerAddress): BrokerFailure | undefined {
  const offered = certificateFacts(socket.getPeerCertificate());
  if (!offered) return { kind: 'notUnderstood' };
  if (certificate) {
    const isSame = offered.fingerprint === certificate.fingerprint;
    return isSame ? undefined : { kind: 'certificateChanged', offered };
  }
  return socket.authorized ? undefined : { kind: 'untrusted', offered };
}

function opened<Line extends Socket>(
  socket: Line,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<Line> {
  return new Promise((resolve, reject) => {
    const giveUp = () => socket.destroy(signal.reason);
    // Stays for good: an error of a connection without a listener would end the app.
    socket.on('error', reject);
    socket.once('close', () => {
      signal.removeEventListener('abort', giveUp);
      reject(new Error('Closed'));
    });
    socket.once(event, () => {
      signal.removeEventListener('abort', giveUp);
      resolve(socket.setNoDelay(true).setKeepAlive(true, probeAfterMs));
    });
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
