import { app } from 'electron';
import type { Log } from '../../ports/log.ts';

/** A bug is written down and survived: a tray that is gone tells nobody that a charge ended. */
export function catchBugs(log: Log): void {
  const write = (what: string) => (bug: unknown) =>
    log.error(what, { bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) });
  process.on('uncaughtException', write('uncaught exception'));
  process.on('unhandledRejection', write('unhandled rejection'));
  app.on('child-process-gone', (_event, { type, reason, exitCode }) =>
    log.error('process gone', { type, reason, exitCode }),
  );
  // A terminal that was closed must not become a bug at every line.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
