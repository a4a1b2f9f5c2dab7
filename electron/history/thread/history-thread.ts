import { parentPort, workerData } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { realClock } from '../../platform/real-clock.ts';
import { loadEngine } from '../store/engine.ts';
import type { SureReads } from '../store/history.ts';
import { openHistory } from '../store/open-history.ts';
import { batched } from './batched.ts';
import type { MainCalls, ThreadCalls } from './calls.ts';
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
  const read: ThreadCalls['read'] = (how, name, args) => {
    // The other end took the arguments for this very method.
    const by = (sure: SureReads): Promise<unknown> => Reflect.apply(sure[name], sure, args);
    return how === 'settled' ? history.revise(by) : by(history.sure);
  };
  const main = createBirpc<MainCalls, typeof history>(history, {
    ...batched(port),
    bind: 'functions',
    resolver: (name, ofHistory) => (name === 'read' ? read : (streams.call(name) ?? ofHistory)),
  });
}

if (parentPort) serve(parentPort, String(workerData));
