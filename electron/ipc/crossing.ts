/**
 * Where in a value something stands that no message can carry, such as a function: the names on the
 * way to it, never what stands there. Undefined where all of it is data.
 */
export function uncrossable(value: unknown): string | undefined {
  return foundIn(value, '', new WeakSet());
}

function foundIn(value: unknown, path: string, seen: WeakSet<object>): string | undefined {
  if (typeof value === 'function' || typeof value === 'symbol') return `${path} ${typeof value}`;
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined;
  seen.add(value);
  if (!isPlain(value)) return isCloned(value) ? undefined : `${path} object`;
  const entries = Array.isArray(value)
    ? value.map((one) => ['#', one] as const)
    : Object.entries(value);
  for (const [name, one] of entries) {
    const found = foundIn(one, path === '' ? name : `${path}.${name}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const kind: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || kind === Object.prototype || kind === null;
}

function isCloned(value: object): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
