import { hostname } from 'node:os';
import { workerData } from 'node:worker_threads';
import { exitCodes } from '../../shared/domain/app/terminal-commands.ts';
import { isHolderAlive } from '../platform/files/folder-lock.ts';
import { ownTerminal, type SpokenSystem, speakAsOwner } from './own-terminal.ts';
import type { Typed } from './parse.ts';
import { run } from './run.ts';
import { complain } from './say-at-once.ts';

/** What was typed, and what only the process as such can say of this computer. */
export interface ThreadStart extends SpokenSystem {
  readonly typed: Typed;
}

interface Given {
  readonly start: ThreadStart;
  /** First whether it is done, then the exit code. */
  readonly code: Int32Array<SharedArrayBuffer>;
}

const aliveMs = 60_000;

runInThread();

/** Does what was typed in a thread of its own, for which the process waits. */
function runInThread(): void {
  // The other end is `answer-terminal.ts`.
  const { start, code } = workerData as Given;
  const end = (by: number) => {
    Atomics.store(code, 1, by);
    Atomics.store(code, 0, 1);
    Atomics.notify(code, 0);
  };
  const fail = (error: unknown) => {
    complain(error);
    end(exitCodes.failed);
  };
  // Whoever waits would wait for ever: for a thread that has died, and for one that has run out of
  // things to do, since the clock keeps none alive.
  process.on('uncaughtException', fail);
  setInterval(() => undefined, aliveMs);
  done(start, end).then(end, fail);
}

async function done(
  { typed, folder, ...system }: ThreadStart,
  end: (code: number) => void,
): Promise<number> {
  const manner = await speakAsOwner(typed.options.json !== undefined, { folder, ...system });
  // Windows has no such link; whoever cannot be reached there is not there.
  const isRunning = () => process.platform !== 'win32' && isHolderAlive(folder, hostname());
  // Whoever listened has heard enough.
  const unheard = () => end(exitCodes.done);
  return run(typed, ownTerminal(folder, { isRunning, unheard, ...manner }));
}
