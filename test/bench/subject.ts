import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chromiumSwitches } from '../../build/launch.mjs';
import type { Desktop } from '../desktop/desktop.ts';
import type { Region } from '../desktop/screenshot.ts';

/** A packed app to measure, and how it is started. */
export interface Subject {
  readonly program: string;
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

/** Where our window is put, so that the screen can be looked at in the right place. */
export const windowPlace: Region = { x: 440, y: 100, width: 400, height: 640 };
/** Well inside of it, away from frame and edges. */
export const insideWindow: Region = { x: 470, y: 140, width: 330, height: 200 };

const stopLimitMs = 3000;

/** Our app, with what it knows in `dataFolder`. */
export function ours(
  program: string,
  dataFolder: string,
  env: Readonly<Record<string, string>>,
): Subject {
  return { program, args: [`--user-data-dir=${dataFolder}`], env };
}

/** The least app of its kind; its window lies where ours does. */
export function bare(program: string, dataFolder: string): Subject {
  const { x, y, width, height } = windowPlace;
  return {
    program,
    args: [`--user-data-dir=${dataFolder}`, `--place=${[x, y, width, height].join()}`],
  };
}

/** Starts an app with nothing attached to it. */
export function begin({ program, args, env }: Subject, desktop: Desktop): Running {
  const switches = chromiumSwitches({
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasGpu: existsSync('/dev/dri'),
  });
  const startedAt = performance.now();
  const child = spawn(program, [...switches, ...args], {
    env: { ...desktop.env, ...env },
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
