/** The keys of a table that has exactly the keys of its type, in the order in which they stand. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  // Object.keys cannot promise this for every object; for a literal table it is so.
  return Object.keys(table) as Key[];
}
