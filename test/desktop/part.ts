import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** One program of the desktop, started in a process group of its own so that all of it ends. */
export type Part = {
  readonly name: string;
  readonly pid: number;
  /** Ends the whole group and settles once it is gone. */
  stop(): Promise<void>;
  /** Ends it at once, for when this process has no time left. */
  kill(): void;
};

/** How to start a part and how to see that it is there. */
export type PartPlan = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Written to its standard input, which is closed afterwards. */
  readonly input?: string;
  /** Settles when the part can be seen to work. Some say it in the first line they print. */
  readonly ready: (firstLine: Promise<string>) => Promise<unknown>;
};

const keptLines = 12;
const readyLimitMs = 60_000;
const stopLimitMs = 3_000;

/** Starts a part and waits until it is ready. Dying early is told with its last words. */
export async function startPart(plan: PartPlan): Promise<Part> {
  const child = spawn(plan.command, plan.args, { env: plan.env, detached: true, stdio: 'pipe' });
  const lines: string[] = [];
  child.stderr.setEncoding('utf8').on('data', keepLines(lines));
  child.stdout.setEncoding('utf8').on('data', keepLines(lines));
  const firstLine = once(createInterface({ input: child.stdout }), 'line').then(String);
  // A part that dies before it reads is told about by its exit, not by a broken pipe.
  child.stdin.on('error', () => undefined).end(plan.input ?? '');
  const part = handleOf(plan.name, child);
  try {
    await Promise.race([plan.ready(firstLine), died(child), tooLate()]);
    return part;
  } catch (error) {
    await part.stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error([`${plan.name}: ${reason}`, ...lines].join('\n  '));
  }
}

function handleOf(name: string, child: ChildProcess): Part {
  // A program that could not be started has no process; its group must never become "all".
  const pid = child.pid ?? Number.NaN;
  const kill = (signal: NodeJS.Signals): void => {
    if (!Number.isInteger(pid)) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // The group is gone already, which is what was wanted.
    }
  };
  return {
    name,
    pid,
    kill: () => kill('SIGKILL'),
    async stop() {
      kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null && Number.isInteger(pid)) {
        const timer = setTimeout(() => kill('SIGKILL'), stopLimitMs);
        await once(child, 'exit');
        clearTimeout(timer);
      }
      // Helpers of the part may outlive their leader.
      kill('SIGKILL');
    },
  };
}

async function died(child: ChildProcess): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`ended before it was ready (${signal ?? `code ${code}`})`);
}

async function tooLate(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, readyLimitMs).unref());
  throw new Error(`was not ready after ${readyLimitMs / 1000} s`);
}

function keepLines(lines: string[]): (chunk: string) => void {
  return (chunk) => {
    lines.push(...chunk.split('\n').filter((line) => line.trim() !== ''));
    lines.splice(0, Math.max(0, lines.length - keptLines));
  };
}
