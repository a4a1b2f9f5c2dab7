import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Desktop } from '../desktop/desktop.ts';
import type { Region } from '../desktop/screenshot.ts';
import { launch } from '../launch.mjs';
import { root } from '../prepare/places.mjs';

/** An app to measure, and how it is started. */
export interface Subject {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** One that runs. */
export interface Running {
  readonly pid: number;
  /** Milliseconds since it was started. */
  age(): number;
  stop(): Promise<void>;
}

/** Where windows are put, so that the screen can be looked at in the right place. */
export const windowPlace: Region = { x: 440, y: 100, width: 400, height: 640 };
/** Well inside of it, away from frame and edges. */
export const insideWindow: Region = { x: 470, y: 140, width: 330, height: 200 };

const stopLimitMs = 3000;

/** Our app, with what it knows in `dataFolder`. */
export function ours(dataFolder: string, env: Readonly<Record<string, string>>): Subject {
  return { folder: root, args: [`--user-data-dir=${dataFolder}`], env };
}

/** The least app of its kind. */
export function bare(kind: 'tray' | 'window', dataFolder: string): Subject {
  const { x, y, width, height } = windowPlace;
  const args = [`--user-data-dir=${dataFolder}`, ...[x, y, width, height].map(String)];
  return { folder: join(import.meta.dirname, 'bare', kind), args };
}

/** Starts an app with nothing attached to it. */
export function begin(subject: Subject, desktop: Desktop): Running {
  const { executablePath, args } = launch([]);
  const all = [...args.map((arg) => (arg === root ? subject.folder : arg)), ...subject.args];
  const startedAt = performance.now();
  const child = spawn(executablePath, all, {
    env: { ...desktop.env, ...subject.env },
    stdio: 'ignore',
  });
  if (child.pid === undefined) throw new Error('The app could not be started');
  return { pid: child.pid, age: () => performance.now() - startedAt, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimitMs);
  await gone;
  clearTimeout(timer);
}
