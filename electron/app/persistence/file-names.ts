/**
 * What the file calls by another name than the code, by the code's: it has kept its names since the
 * first version, so that every version reads what another one has written.
 */
const fileNames: ReadonlyMap<string, string> = new Map([
  ['command', 'wish'],
  ['commands', 'wishes'],
  ['session', 'charge'],
  ['observation', 'seen'],
  ['failedReads', 'failedLooks'],
]);
const codeNames = new Map([...fileNames].map(([code, file]) => [file, code]));

/** Lists of plain numbers: nothing in them is called otherwise. */
const untouched: ReadonlySet<string> = new Set(['samples', 'entries']);

/** A value as the file is to hold it. */
export function toFile(value: unknown): unknown {
  return renamed(value, fileNames);
}

/** A value of the file as the code knows it. */
export function fromFile(value: unknown): unknown {
  return renamed(value, codeNames);
}

/** Deeper than anything of ours; a file of somebody else's must not exhaust the stack. */
const deepest = 12;

function renamed(value: unknown, to: ReadonlyMap<string, string>, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, to, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      to.get(key) ?? key,
      untouched.has(key) ? one : renamed(one, to, depth + 1),
    ]),
  );
}
