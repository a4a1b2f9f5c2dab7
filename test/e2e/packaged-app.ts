import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { chromiumSwitches } from '../../build/launch.mjs';
import { type Computer, paceSeconds } from './fixtures.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
/** Electron takes a program that is called so for one under development. */
const developed = 'electron';

interface Start {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly switches?: readonly string[];
  readonly program?: string;
}

/** A packed app that was started. */
export interface PackagedApp {
  readonly pid: number;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** What it has written into the terminal so far. */
  said(): string;
  kill(signal?: NodeJS.Signals): void;
}

/** Packs the app as `npm run package` does, and lays the same beside it under another name. */
export async function packApp(): Promise<void> {
  await run(process.execPath, [join(root, 'build/package.mjs')], { cwd: root });
  const packed = await packagedApp();
  // Links: a copy would take its time.
  await run('cp', ['--archive', '--link', dirname(packed), openFolder(packed)]);
  await rename(join(openFolder(packed), 'chargetray'), join(openFolder(packed), developed));
}

/** The executable in the newest unpacked folder, wherever packaging has put it. */
export async function packagedApp(): Promise<string> {
  const files = await readdir(join(root, 'dist'), { recursive: true });
  const found = files.find((file) => /linux-unpacked\/chargetray$/i.test(file));
  if (!found) throw new Error('Nothing was packaged');
  return join(root, 'dist', found);
}

/** Takes away what was laid beside the package. */
export async function forgetOpen(): Promise<void> {
  await rm(openFolder(await packagedApp()), { recursive: true, force: true });
}

function openFolder(packed: string): string {
  return join(dirname(dirname(packed)), 'under-development');
}

/** Starts it as it is shipped. */
export async function startPackaged(computer: Computer, start: Start = {}): Promise<PackagedApp> {
  return (await begin(computer, start)).app;
}

/**
 * Starts the same package under the name of one that is under development: no byte of it is another,
 * but its page may be looked into, and it says where.
 */
export async function startOpen(
  computer: Computer,
  env: Start['env'] = {},
): Promise<{ readonly app: PackagedApp; readonly page: Page }> {
  const program = join(openFolder(await packagedApp()), developed);
  const switches = ['--remote-debugging-port=0', '--shown'];
  const { app, child } = await begin(computer, { program, env, switches });
  const [context] = (await chromium.connectOverCDP(await addressOf(child))).contexts();
  if (!context) throw new Error('The app has no pages');
  return { app, page: context.pages()[0] ?? (await context.waitForEvent('page')) };
}

/** What Chromium has to be told where the tests run. */
export function machineSwitches(): readonly string[] {
  const isRoot = process.getuid?.() === 0;
  return chromiumSwitches({ platform: 'linux', isRoot, hasGpu: false });
}

async function begin({ desktop, dataFolder, sim }: Computer, start: Start) {
  const switches = [...machineSwitches(), ...(start.switches ?? [])];
  const env = {
    ...desktop.env,
    ...start.env,
    CHARGETRAY_WALLBOX_URL: sim.url,
    CHARGETRAY_POLL_SECONDS: paceSeconds,
  };
  const args = [...switches, `--user-data-dir=${dataFolder}`];
  const program = start.program ?? (await packagedApp());
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  const app: PackagedApp = {
    pid: child.pid ?? 0,
    ended: once(child, 'close').then(([code]) => code),
    said: () => said,
    kill: (signal) => void child.kill(signal),
  };
  return { app, child };
}

/** How a Chromium begins the line that says where it can be looked into. */
export const opened = 'DevTools listening on ';

async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('The app does not say where its pages are');
  const lines = createInterface({ input: stderr });
  return new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.startsWith(opened)) resolve(line.slice(opened.length));
    });
    lines.once('close', () => reject(new Error('The app ended before its pages could be found')));
  });
}
