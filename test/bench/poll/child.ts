import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A process that does what it is asked. */
export interface Child<WallboxWrite> {
  ask<Answer>(order: WallboxWrite): Promise<Answer>;
  end(): Promise<void>;
}

/** Starts a script that calls `answerParent`; `nodeArgs` are for Node itself. */
export function startChild<WallboxWrite extends object>(
  script: string,
  nodeArgs: readonly string[] = [],
): Child<WallboxWrite> {
  const child = fork(script, { execArgv: [...nodeArgs] });
  return {
    async ask(order) {
      const done = new AbortController();
      try {
        child.send(order);
        const [answer] = await Promise.race([
          once(child, 'message', { signal: done.signal }),
          gone(child, done.signal),
        ]);
        return answer;
      } finally {
        // Whoever was not first listens no more.
        done.abort();
      }
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

async function gone(child: ChildProcess, signal: AbortSignal): Promise<never> {
  const [code, killedBy] = await once(child, 'exit', { signal });
  throw new Error(`A measured process ended by itself: ${code ?? killedBy}`);
}
