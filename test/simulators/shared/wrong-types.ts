/**
 * Keeps every key and replaces every value by one of another type: numbers become words, words
 * numbers, flags lists, nulls objects. Objects and lists keep their shape so that each leaf is hit.
 */
export function wrongTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(wrongTypes);
  if (value === null) return {};
  switch (typeof value) {
    case 'object':
      return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, wrongTypes(v)]));
    case 'number':
      return 'not a number';
    case 'string':
      return 4242;
    default:
      return [value];
  }
}
