import type { Socket } from 'node:net';
import type { Clock } from '../../ports/clock.ts';

/** A thousand commands are a tenth of that. */
const mostBytes = 2_000_000;
const spanMs = 10_000;

/**
 * Calls once where more comes in than anybody has reason to send. What a broker is asked not to send is
 * for the broker to leave out, and the library collects a message of any size.
 */
export function tooMuch(
  line: Socket,
  clock: Pick<Clock, 'monotonic'>,
  isTooMuch: () => void,
): void {
  let since = clock.monotonic();
  let bytes = 0;
  const count = (chunk: Buffer) => {
    const now = clock.monotonic();
    if (now - since > spanMs) {
      since = now;
      bytes = 0;
    }
    bytes += chunk.length;
    if (bytes <= mostBytes) return;
    line.off('data', count);
    isTooMuch();
  };
  line.on('data', count);
}
