import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Reader } from '../charging/reader.ts';
import { onceEach } from '../platform/log/once-each.ts';
import type { WindowPort } from '../ports/app-ports.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { uncrossable } from './crossing.ts';

export interface WindowReaderParts {
  readonly window: Pick<WindowPort, 'send' | 'sendStuck'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/**
 * Sends states to the window. One that no message can carry is a bug, which is logged once for each
 * cause, and the window says since when it shows an old one; whoever else reads the state goes on.
 */
export function windowReader(
  { window, clock, log }: WindowReaderParts,
  forWindow: (state: AppState) => AppState,
): Reader {
  const tell = onceEach(String, (where: string) =>
    log.error('state cannot cross to the window', { where }),
  );
  let since: number | undefined;
  return {
    name: 'window',
    show(state) {
      try {
        window.send(forWindow(state));
        since = undefined;
      } catch (error) {
        since ??= clock.now();
        tell(uncrossable(state) ?? (error instanceof Error ? error.name : typeof error));
        window.sendStuck({ since });
      }
    },
  };
}
