import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { launch } from '../../build/launch.mjs';
import type { Computer } from './fixtures.ts';

type Place = Pick<Computer, 'desktop' | 'dataFolder'>;

/** What a program has said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program that goes on until it is told to stop. */
export interface Talking {
  /** Settles with the first line that fits, also one that was said already. */
  lineThat(fits: (line: string) => boolean): Promise<string>;
  lines(): readonly string[];
  /** Ctrl+C; settles with the exit code, or null where that has ended it as it ends any program. */
  interrupt(): Promise<number | null>;
  /** What it has said beside that. */
  muttered(): string;
}

type Environment = Readonly<Record<string, string>>;

/** Types the app's name and these arguments into a terminal and waits for the end. */
export async function typed(
  place: Place,
  args: readonly string[],
  env: Environment = {},
): Promise<Said> {
  const { child, ended } = start(place, args, env);
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  return { code: await ended, ...texts };
}

/** The same for what does not end by itself. */
export function talking(place: Place, args: readonly string[]): Talking {
  const { child, ended } = start(place, args);
  const lines: string[] = [];
  let muttered = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    muttered += text;
  });
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return {
    lines: () => [...lines],
    muttered: () => muttered,
    lineThat: (fits) =>
      new Promise((resolve, reject) => {
        const already = lines.find(fits);
        if (already !== undefined) return resolve(already);
        reader.on('line', (line) => fits(line) && resolve(line));
        reader.once('close', () => reject(new Error(`Never said; it said: ${lines.join(' | ')}`)));
      }),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

function start({ desktop, dataFolder }: Place, args: readonly string[], env: Environment = {}) {
  const how = launch([`--user-data-dir=${dataFolder}`, ...args]);
  const child = spawn(how.executablePath, how.args, {
    env: { ...desktop.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { child, ended };
}
