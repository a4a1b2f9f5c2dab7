import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { printed } from './made.ts';
import type { EndLook, FirstLook } from './told.ts';

const name = 'tester';
export const home = `/home/${name}`;

/** Somebody without rights, in a root of its own. */
export function makePerson(): void {
  printed('useradd', '--create-home', name);
}

/** How a program is run by that person. */
export const asPerson = ['setpriv', `--reuid=${name}`, `--regid=${name}`, '--clear-groups'];

interface Circumstances {
  /** Outside of the root's own mount nobody may make namespaces. */
  readonly inSameRoot: boolean;
  /** What the person calls to start the app. */
  readonly program?: string;
  readonly meanwhile?: () => void;
}

/** Has the person start the app on a desktop, look at it, and quit it. */
export async function personLives({
  inSameRoot,
  program: app = 'chargetray',
  meanwhile = () => undefined,
}: Circumstances): Promise<FirstLook & EndLook> {
  const what = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'person.ts'), app];
  // A chroot begins at its own top.
  const below = [
    '/usr/sbin/chroot',
    '/mnt/same',
    'sh',
    '-c',
    'cd "$0" && exec "$@"',
    process.cwd(),
  ];
  const [program = '', ...args] = [...(inSameRoot ? [] : below), ...asPerson, ...what];
  const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, USER: name };
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const told = createInterface({ input: child.stdout });
  told.on('line', (line) => {
    lines.push(line);
    if (lines.length > 1) return;
    meanwhile();
    child.stdin.end('\n');
  });
  const [code] = await once(child, 'close');
  const [first, end] = lines.map((line) => JSON.parse(line));
  if (code !== 0 || !end) throw new Error(`The person left with ${code}: ${lines.join('\n')}`);
  return { ...first, ...end };
}
