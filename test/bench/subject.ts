import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { launch } from '../../build/launch.mjs';
import type { Desktop } from '../desktop/desktop.ts';

/** An app to measure, and how it is started. */
export interface Subject {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const stopLimitMs = 3000;

/** Starts an app with nothing attached to it. */
export function begin({ program, args, env }: Subject, desktop: Desktop) {
  const switches = launch().args.filter((arg) => arg.startsWith('--'));
  const startedAt = performance.now();
  const child = spawn(program, [...switches, ...args], {
    env: { ...desktop.env, ...env },
    stdio: 'ignore',
  });
  if (child.pid === undefined) throw new Error('The app could not be started');
  const gone = once(child, 'exit');
  return {
    pid: child.pid,
    /** Milliseconds since it was started. */
    age: () => performance.now() - startedAt,
    /** Milliseconds until it has ended by itself. */
    async ended(): Promise<number> {
      await gone;
      return performance.now() - startedAt;
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** Has an app run while something is measured. */
export async function withApp<Found>(
  desktop: Desktop,
  subject: Subject,
  measure: (app: ReturnType<typeof begin>) => Promise<Found>,
): Promise<Found> {
  const app = begin(subject, desktop);
  try {
    return await measure(app);
  } finally {
    await app.stop();
  }
}
