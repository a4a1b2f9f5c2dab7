import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bounds, within } from '../../../../shared/domain/bounds.ts';

/** A moment written as ISO 8601 with its offset from UTC, as epoch ms; undefined for anything else. */
export function instantOf(text: string): number | undefined {
  try {
    return within(bounds.instant, Temporal.Instant.from(text.trim()).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** The same in the shape of an answer, which is not understood without it. */
export const isoInstant = z.string().transform((text, { addIssue }) => {
  const at = instantOf(text);
  if (at !== undefined) return at;
  addIssue('No moment');
  return z.NEVER;
});
