import { JSON_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { harmlessLines } from '../../shared/domain/harmless.ts';
import type { ReleaseFile, UpdateFeed } from '../ports/updater.ts';

/** A release, as its manifest tells it. */
export interface Release {
  readonly version: string;
  /** Plain text, harmless. */
  readonly notes: string;
  /** The one for a copy like this; undefined where there is none. */
  readonly file: ReleaseFile | undefined;
}

const longestNotes = 4000;
const mostFiles = 50;
const mostBytes = 1_000_000_000;
/** Of semantic versioning, without what follows a plus. */
const anyVersion = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(-[0-9A-Za-z.-]{1,40})?$/;
/** A name that leads nowhere else: no slash, no protocol, nothing hidden. */
const plainName = /^[A-Za-z0-9][\w. -]{0,150}$/;

const fileSchema = z.object({
  url: z.string().regex(plainName),
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  size: z.number().int().positive().max(mostBytes),
});

/** As electron-builder writes it, which may add keys. */
const manifestSchema = z.object({
  version: z.string().regex(anyVersion),
  files: z.array(fileSchema).min(1).max(mostFiles),
  releaseNotes: z.string().optional().catch(undefined),
});

/**
 * Reads a manifest whose signature holds. Undefined where it is not one: names that lead elsewhere,
 * a sum that is none, a file of another version than it speaks of.
 */
export function readManifest(text: string, suits: UpdateFeed['suits']): Release | undefined {
  const parsed = manifestSchema.safeParse(yaml(text));
  if (!parsed.success) return undefined;
  const { version, files, releaseNotes = '' } = parsed.data;
  const notes = harmlessLines(releaseNotes.replaceAll('\r\n', '\n').trim(), longestNotes);
  const found = files.find(({ url }) => suits(url));
  // Whoever could choose among what was once signed could put an old file under a new version.
  if (found && !found.url.includes(`-${version}-`)) return undefined;
  const file = found && { version, name: found.url, sha512: found.sha512, bytes: found.size };
  return { version, notes, file };
}

function yaml(text: string): unknown {
  try {
    return load(text, { schema: JSON_SCHEMA });
  } catch {
    return undefined;
  }
}

/** Whether a version is one for everybody, and later than ours. */
export function isNewer(version: string, ours: string): boolean {
  const [theirParts, ourParts] = [anyVersion.exec(version), anyVersion.exec(ours)];
  if (!theirParts || !ourParts || theirParts[4] !== undefined) return false;
  for (const part of [1, 2, 3]) {
    const difference = Number(theirParts[part]) - Number(ourParts[part]);
    if (difference !== 0) return difference > 0;
  }
  // What we are was tried before the same was for everybody.
  return ourParts[4] !== undefined;
}
