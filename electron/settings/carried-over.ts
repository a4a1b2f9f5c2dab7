import { type Content, isContent } from './kept-found.ts';

/** A part of a file as it was found, what was read of it, and what it says from now on. */
interface Part {
  readonly found: unknown;
  readonly read: object | undefined;
  readonly now: object;
}

/**
 * One level of what is to be written, so that a version that knows less takes nothing away from one
 * that knows more: what nobody has changed stays as it was found, also where it was not understood,
 * and so does what has a name that is not known here. Pure.
 */
export function carriedOver({ found, read = {}, now }: Part): Content {
  if (!isContent(found)) return { ...now };
  const before: Content = { ...read };
  const written = Object.entries(now).map(([key, value]) => {
    const isFound = found[key] !== undefined && isSame(before[key], value);
    return [key, isFound ? found[key] : value];
  });
  const others = Object.entries(found).filter(([key]) => !(key in now) && !(key in before));
  return Object.fromEntries([...written, ...others]);
}

/** Entries that are told apart by their `id`: those that were not understood keep their place. */
export function entriesCarriedOver<Entry extends { readonly id: string }>(
  found: unknown,
  read: readonly Entry[],
  now: readonly Entry[],
): readonly unknown[] {
  const entries = Array.isArray(found) ? found.filter(isEntry) : [];
  const ids = new Set([...read, ...now].map(({ id }) => id));
  const byId = (all: readonly { readonly id: string }[], id: string) =>
    all.find((one) => one.id === id);
  const mine = now.map((one) =>
    carriedOver({ found: byId(entries, one.id), read: byId(read, one.id), now: one }),
  );
  return [...mine, ...entries.filter(({ id }) => !ids.has(id))];
}

function isEntry(value: unknown): value is Content & { readonly id: string } {
  return isContent(value) && typeof value.id === 'string' && value.id !== '';
}

/** Whether two values are written alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
