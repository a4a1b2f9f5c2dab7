import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { realClock } from '../../system/real-clock.ts';
import { loadEngine } from '../engine.ts';
import { openHistory } from '../open-history.ts';
import { batched } from './batched.ts';
import type { MainCalls } from './calls.ts';
import { Streams } from './streams.ts';

/** Runs in the thread of its own in which the history lives, see `threaded-history.ts`. */
function serve(port: NonNullable<typeof parentPort>, file: string): void {
  const history = openHistory({
    file,
    clock: realClock,
    load: loadEngine,
    onTrouble: (trouble) => main.trouble.asEvent(trouble),
    log: {
      info: (line, facts) => main.log.asEvent('info', line, facts),
      warn: (line, facts) => main.log.asEvent('warn', line, facts),
      error: (line, facts) => main.log.asEvent('error', line, facts),
    },
  });
  const streams = new Streams(history);
  const main = createBirpc<MainCalls, typeof history>(history, {
    ...batched(port),
    bind: 'functions',
    resolver: (name, ofHistory) => streams.call(name) ?? ofHistory,
  });
}

if (parentPort) serve(parentPort, String(workerData));
