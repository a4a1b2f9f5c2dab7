import { jsonOf } from '../integrations/kit/json-of.ts';

export type Content = Record<string, unknown>;

/** What lies where a file is kept. */
export type Found = 'nothing' | 'broken' | { readonly text: string; readonly value?: Content };

export function understood(text: string): Found {
  // What has no bottom could be read, but never written again.
  const value = jsonOf(text);
  return isContent(value) ? { text, value } : 'broken';
}

/** A file that cannot even be read is as broken as one without sense. */
export function unread(error: unknown): Found {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? 'nothing' : 'broken';
}

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where a file is kept that is broken, or of which not all was understood. `now` in epoch ms. */
export function asideOf(path: string, now: number, what: 'broken' | 'unknown' = 'broken'): string {
  const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
  return path.replace(/\.json$/, `.${what}-${stamp}.json`);
}
