import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Dispatcher } from 'undici';
import { failed, type Result, success } from '../../../shared/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DownloadFailure } from '../../ports/updater.ts';
import { type ProxyFor, Routes } from './http-routes.ts';

/** A file that is known before it comes. */
export interface WantedFile {
  readonly url: URL;
  /** Where it is written; nothing may be there. */
  readonly path: string;
  readonly bytes: number;
  /** Base64. */
  readonly sha512: string;
  readonly signal: AbortSignal;
  /** Bytes so far. */
  readonly came: (bytes: number) => void;
}

export interface DownloadTools {
  readonly clock: Pick<Clock, 'after'>;
  /** Our own version, for the honest `User-Agent`. */
  readonly version: string;
  readonly proxyFor: ProxyFor;
  /** Whether the far end may send us on to this address. */
  readonly mayLeadTo: (url: URL) => boolean;
  readonly create?: (path: string) => Promise<FileHandle>;
}

const mostSteps = 5;
/** In each minute so much has to come: a line over which less does would take days. */
const leastBytes = 10_000;
const watchMs = 60_000;

/**
 * Fetches a file and writes it, durable once it resolves. It is the wanted one to the last byte, or
 * nothing is left of it. `unreachable`: nobody answers, hangs up in the middle, or hardly sends
 * anything; `serverError`: no file there, or it leads elsewhere; `damaged`: another file. Never rejects.
 */
export async function download(
  wanted: WantedFile,
  tools: DownloadTools,
): Promise<Result<null, DownloadFailure>> {
  const routes = new Routes(tools.proxyFor);
  const line = new WatchedLine(wanted, tools.clock);
  let file: FileHandle | undefined;
  try {
    const body = await bodyAt(wanted, { ...tools, routes, signal: line.signal });
    file = await onDisk(() => (tools.create ?? createFile)(wanted.path));
    await write(body, { file, wanted, line });
    const done = file;
    await onDisk(() => done.sync());
    return success(null);
  } catch (error) {
    return failed(wanted.signal.aborted ? 'cancelled' : failureOf(error));
  } finally {
    line.end();
    await file?.close().catch(() => undefined);
    await routes.close().catch(() => undefined);
  }
}

/** The same, and removes what has come where it fails. */
export async function downloadWhole(
  wanted: WantedFile,
  tools: DownloadTools,
): Promise<Result<null, DownloadFailure>> {
  const fetched = await download(wanted, tools);
  if (!fetched.ok) await rm(wanted.path, { force: true }).catch(() => undefined);
  return fetched;
}

class Stopped extends Error {
  constructor(readonly why: DownloadFailure) {
    super(why);
  }
}

/** Whatever is not said by one of ours comes from the network. */
function failureOf(error: unknown): DownloadFailure {
  return error instanceof Stopped ? error.why : 'unreachable';
}

/** Gives up a line over which hardly anything comes, and one that nobody wants any more. */
class WatchedLine {
  readonly #giveUp = new AbortController();
  readonly #wanted: Pick<WantedFile, 'signal' | 'came'>;
  readonly #clock: Pick<Clock, 'after'>;
  readonly #abort = () => this.#giveUp.abort();
  #timer: { cancel(): void } | undefined;
  #bytes = 0;

  constructor(wanted: Pick<WantedFile, 'signal' | 'came'>, clock: Pick<Clock, 'after'>) {
    this.#wanted = wanted;
    this.#clock = clock;
    if (wanted.signal.aborted) this.#abort();
    wanted.signal.addEventListener('abort', this.#abort, { once: true });
    this.#watch(0);
  }

  get signal(): AbortSignal {
    return this.#giveUp.signal;
  }

  /** So many bytes more. */
  heard(bytes: number): number {
    this.#bytes += bytes;
    this.#wanted.came(this.#bytes);
    return this.#bytes;
  }

  end(): void {
    this.#timer?.cancel();
    this.#wanted.signal.removeEventListener('abort', this.#abort);
  }

  #watch(before: number): void {
    this.#timer = this.#clock.after(watchMs, () => {
      if (this.#bytes - before < leastBytes) this.#abort();
      else this.#watch(this.#bytes);
    });
  }
}

interface Asking extends DownloadTools {
  readonly routes: Routes;
  readonly signal: AbortSignal;
}

type Body = Dispatcher.ResponseData['body'];

/** The body of the file, wherever its address leads. */
async function bodyAt({ url: from, bytes }: WantedFile, asking: Asking): Promise<Body> {
  let url = from;
  for (let step = 0; step <= mostSteps; step++) {
    const { statusCode, headers, body } = await answerAt(url, asking);
    const announced = headers['content-length'];
    if (statusCode === 200 && (announced === undefined || Number(announced) === bytes)) return body;
    // Hanging up makes the stream complain that it was hung up on.
    body.on('error', () => {});
    body.destroy();
    if (statusCode === 200) throw new Stopped('damaged');
    if (statusCode < 300 || statusCode >= 400) throw new Stopped('serverError');
    url = nextOf(headers.location, url);
    if (!asking.mayLeadTo(url)) throw new Stopped('serverError');
  }
  throw new Stopped('serverError');
}

function nextOf(location: string | string[] | undefined, from: URL): URL {
  try {
    return new URL(String(location), from);
  } catch {
    throw new Stopped('serverError');
  }
}

async function answerAt(url: URL, { routes, signal, version }: Asking) {
  const { dispatcher } = routes.direct(url) ?? (await routes.routeFor(url));
  return dispatcher.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': `ChargeTray/${version}`,
    },
    signal,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

interface Writing {
  readonly file: FileHandle;
  readonly wanted: WantedFile;
  readonly line: WatchedLine;
}

async function write(body: Body, { file, wanted, line }: Writing): Promise<void> {
  const sum = createHash('sha512');
  let bytes = 0;
  for await (const chunk of body) {
    bytes = line.heard(chunk.byteLength);
    if (bytes > wanted.bytes) throw new Stopped('damaged');
    sum.update(chunk);
    await onDisk(() => file.writeFile(chunk));
  }
  if (bytes !== wanted.bytes || sum.digest('base64') !== wanted.sha512) {
    throw new Stopped('damaged');
  }
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Stopped(diskFailure(error));
  }
}

/** What the disk means by its refusal. */
export function diskFailure(error: unknown): 'diskFull' | 'notWritable' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'notWritable';
}

function createFile(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600);
}
