import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { UpdateFailure } from '../../../../shared/domain/app/update.ts';
import { failed, type Result, success } from '../../../../shared/result.ts';
import type { DownloadFailure, ReleaseFile } from '../../../ports/updater.ts';
import { type DownloadTools, diskFailure, downloadWhole } from '../../http/download.ts';

/** What is fetched for a file, and what of it has not come whole yet. */
export interface Fetched {
  readonly whole: string;
  readonly part: string;
}

/**
 * Beside the AppImage itself, so that it takes its place in one step: whatever is in the way shows
 * before, and there is always one of the two.
 */
export function besideAppImage(appImage: string): Fetched {
  const whole = join(dirname(appImage), `.${basename(appImage)}.update`);
  return { whole, part: `${whole}.part` };
}

/** Never rejects. */
export async function discard({ whole, part }: Fetched): Promise<void> {
  for (const path of [whole, part]) await rm(path, { force: true }).catch(() => undefined);
}

export interface Fetching {
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly came: (bytes: number) => void;
}

/** See `UpdaterPort.download`. */
export async function fetchBeside(
  file: ReleaseFile,
  {
    fetched,
    tools,
    ...how
  }: Fetching & { readonly fetched: Fetched; readonly tools: DownloadTools },
): Promise<Result<null, DownloadFailure>> {
  if (await isSound(fetched.whole, file)) return success(null);
  await discard(fetched);
  const { bytes, sha512 } = file;
  const came = await downloadWhole({ ...how, bytes, sha512, path: fetched.part }, tools);
  if (!came.ok) return came;
  try {
    await rename(fetched.part, fetched.whole);
    return success(null);
  } catch (error) {
    await discard(fetched);
    return failed(diskFailure(error));
  }
}

/**
 * Puts what was fetched in the place of the AppImage, which keeps its name: links to it and the
 * start at login go on. The running app has the old one open and does not notice.
 */
export async function replaceAppImage(
  appImage: string,
  file: ReleaseFile,
): Promise<Result<null, UpdateFailure>> {
  const fetched = besideAppImage(appImage);
  if (!(await isSound(fetched.whole, file))) {
    await discard(fetched);
    return failed('damaged');
  }
  try {
    const { mode } = await stat(appImage);
    await chmod(fetched.whole, (mode & 0o777) | 0o100);
    await rename(fetched.whole, appImage);
    return success(null);
  } catch (error) {
    return failed(diskFailure(error));
  }
}

/** Whether a file is there that is the wanted one to the last byte. Never rejects. */
export async function isSound(
  path: string,
  { bytes, sha512 }: Pick<ReleaseFile, 'bytes' | 'sha512'>,
): Promise<boolean> {
  try {
    const found = await stat(path);
    if (!found.isFile() || found.size !== bytes) return false;
    const sum = createHash('sha512');
    await pipeline(createReadStream(path), sum);
    return sum.digest('base64') === sha512;
  } catch {
    return false;
  }
}

/** Ends when nobody can write to it any more, and becomes the program then. */
const whenWeAreGone = 'cat >/dev/null; exec "$0" "$@" </dev/null';

/**
 * Has the program started when this process is gone, and with it the lock that lets only one run.
 * Electron's own way (`app.relaunch`) does it from a program within the old AppImage, which is
 * taken away by then.
 */
export function startWhenGone(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): void {
  const waiting = spawn('/bin/sh', ['-c', whenWeAreGone, program, ...args], {
    cwd: homedir(),
    detached: true,
    env: withoutMount(environment),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Nobody is left who could be told.
  waiting.on('error', () => undefined);
  waiting.unref();
}

const ofTheImage: ReadonlySet<string> = new Set(['APPDIR', 'APPIMAGE', 'ARGV0', 'OWD']);

/**
 * The same without what the old AppImage has put in: it names a folder that is gone by then, and
 * that anybody could make anew to have programs and libraries of theirs found there.
 */
export function withoutMount(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const { APPDIR: mount } = environment;
  const isOfMount = (path: string) =>
    mount !== undefined && (path === mount || path.startsWith(`${mount}/`));
  const left = Object.entries(environment).flatMap(([name, value]) => {
    if (value === undefined || ofTheImage.has(name)) return [];
    if (mount === undefined || !value.includes(mount)) return [[name, value] as const];
    const rest = value.split(':').filter((path) => !isOfMount(path));
    return rest.length === 0 ? [] : [[name, rest.join(':')] as const];
  });
  return Object.fromEntries(left);
}
