import type { Clock } from '../../ports/clock.ts';
import type { DiskLog, Log } from '../../ports/log.ts';

type Line = (log: Log) => void;

export interface LazyLogParts {
  /** Opens the log; never rejects. */
  readonly load: () => Promise<DiskLog>;
  readonly clock: Pick<Clock, 'after'>;
  /** How long lines of no consequence may wait for it. */
  readonly waitMs: number;
}

/**
 * A log that is opened a little after its first line, because a tray icon is waiting for whatever
 * is done before. Lines keep their order; one about an error opens it at once.
 */
export function lazyLog({ load, clock, waitMs }: LazyLogParts): DiskLog {
  const waiting: Line[] = [];
  let log: DiskLog | undefined;
  let opening: Promise<DiskLog> | undefined;
  const opened = async (): Promise<DiskLog> => {
    const loaded = await load();
    for (const line of waiting) line(loaded);
    log = loaded;
    return loaded;
  };
  const open = (): Promise<DiskLog> => {
    opening ??= opened();
    return opening;
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
    // Whoever leaves before the time is up still has something to say.
    async settled() {
      if (waiting.length > 0) await (await open()).settled();
    },
  };
}
