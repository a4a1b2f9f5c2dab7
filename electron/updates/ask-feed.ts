import type { UpdateFailure } from '../../shared/domain/app/update.ts';
import { failed, type Result, success } from '../../shared/result.ts';
import type { Http } from '../ports/http.ts';
import type { UpdateFeed } from '../ports/updater.ts';
import { type Release, readManifest } from './manifest.ts';
import { isSignedBy, publicKeys } from './signature.ts';

const timeoutMs = 30_000;
/** One that names thirty files has ten thousand. */
const maxBytes = 100_000;
/** A release is at two addresses before the one where it lies. */
const mostSteps = 5;

/**
 * Asks what the last release is. Nothing of the answer is looked at before its signature holds:
 * `notSigned` where it does not, `serverError` where what was signed is no manifest, or somebody
 * answers with something else than either.
 */
export async function askFeed(
  feed: UpdateFeed,
  http: Pick<Http, 'send'>,
  signal: AbortSignal,
): Promise<Result<Release, UpdateFailure>> {
  const at = `${feed.origin}${feed.path}/latest/download/${feed.manifest}`;
  const manifest = await fetched(new URL(at), { feed, http, signal });
  if (!manifest.ok) return manifest;
  // A hotel that wants a sign-in first answers everything with its page, which nobody has forged.
  if (manifest.value.trimStart().startsWith('<')) return failed('serverError');
  const signature = await fetched(new URL(`${at}.sig`), { feed, http, signal });
  if (!signature.ok) {
    return failed(signature.failure === 'serverError' ? 'notSigned' : signature.failure);
  }
  // The text has come as strict UTF-8, so these are the bytes that came.
  const bytes = Buffer.from(manifest.value, 'utf8');
  if (!isSignedBy(publicKeys(feed.keys), bytes, signature.value)) return failed('notSigned');
  const release = readManifest(manifest.value, feed.suits);
  return release ? success(release) : failed('serverError');
}

interface Asking {
  readonly feed: UpdateFeed;
  readonly http: Pick<Http, 'send'>;
  readonly signal: AbortSignal;
}

async function fetched(from: URL, asking: Asking): Promise<Result<string, UpdateFailure>> {
  let url = from;
  for (let step = 0; step <= mostSteps; step++) {
    const answer = await asking.http.send({
      method: 'GET',
      base: url.origin,
      path: url.pathname + url.search,
      headers: { accept: '*/*' },
      signal: asking.signal,
      timeoutMs,
      maxBytes,
    });
    if (!answer.ok) {
      const isNonsense = answer.failure.kind === 'notUnderstood';
      return failed(isNonsense ? 'serverError' : 'unreachable');
    }
    const { status, headers, body } = answer.value;
    if (status === 200) return success(body);
    const next = status >= 300 && status < 400 ? nextOf(headers.location, url) : undefined;
    if (!next || !asking.feed.mayLeadTo(next)) return failed('serverError');
    url = next;
  }
  return failed('serverError');
}

/** Where an answer sends whoever asked; undefined where that is nowhere. */
export function nextOf(location: string | undefined, from: URL): URL | undefined {
  try {
    return location === undefined ? undefined : new URL(location, from);
  } catch {
    return undefined;
  }
}
