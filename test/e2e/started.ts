import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { launch } from '../../build/launch.mjs';
import type { Desktop } from '../desktop/desktop.ts';

/** How somebody starts the app. */
export interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The app as the system sees it. */
export interface Started {
  readonly pid: number;
  readonly ended: Promise<number | null>;
  said(): string;
}

/** Starts the app as its owner does, and tells how it ended and what it wrote into the terminal. */
export function started(desktop: Desktop, how: Start): Started {
  const { executablePath, args } = launch(how.args ?? []);
  const env = { ...desktop.env, ...how.env };
  const app = spawn(executablePath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  app.stderr.setEncoding('utf8').on('data', (words: string) => {
    said += words;
  });
  const ended = once(app, 'exit').then(([code]) => code as number | null);
  return { pid: app.pid ?? 0, ended, said: () => said };
}
