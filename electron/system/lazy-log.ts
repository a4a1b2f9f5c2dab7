import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

type Line = (log: Log) => void;

export interface LazyLogParts {
  /** Opens the log; never rejects. */
  readonly load: () => Promise<Log>;
  readonly clock: Pick<Clock, 'after'>;
  /** How long lines of no consequence may wait for it. */
  readonly waitMs: number;
}

/**
 * A log that is opened a little after its first line, because a tray icon is waiting for whatever
 * is done before. Lines keep their order; one about an error opens it at once.
 */
export function lazyLog({ load, clock, waitMs }: LazyLogParts): Log {
  const waiting: Line[] = [];
  let log: Log | undefined;
  let isLoading = false;
  const open = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    const opened = await load();
    for (const line of waiting) line(opened);
    log = opened;
  };
  const write = (line: Line): void => {
    if (log) line(log);
    else if (waiting.push(line) === 1) clock.after(waitMs, () => void open());
  };
  return {
    info: (...said) => write((to) => to.info(...said)),
    warn: (...said) => write((to) => to.warn(...said)),
    error(...said) {
      write((to) => to.error(...said));
      if (!log) void open();
    },
  };
}
