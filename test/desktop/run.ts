import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const start = promisify(execFile);
const timeLimitMs = 60_000;

/** Runs a program of the desktop to its end and gives what it printed. */
export async function run(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const { stdout } = await start(command, args, { env, timeout: timeLimitMs });
  return stdout.trim();
}
