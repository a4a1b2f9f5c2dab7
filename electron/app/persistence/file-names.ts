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
  ['suspendedSince', 'fullSince'],
  ['solarMode', 'ecoSmart'],
]);

/** The same for what stands under these keys: kinds of failures and commands, causes of a queue. */
const wordKeys: ReadonlySet<string> = new Set(['kind', 'cause']);
const fileWords: ReadonlyMap<unknown, string> = new Map([
  ['serverError', 'troubled'],
  ['wrongDevice', 'notThisMake'],
  ['setSolarMode', 'setEcoSmart'],
  ['solarMode', 'ecoSmart'],
  ['loadBalancing', 'powerBoost'],
  ['loadSharing', 'powerSharing'],
]);

interface Names {
  readonly keys: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<unknown, string>;
}

/** A value as the file is to hold it. */
export function toFile(value: unknown): unknown {
  return renamed(value, { keys: fileNames, words: fileWords });
}

/** A value of the file as the code knows it. */
export function fromFile(value: unknown): unknown {
  return renamed(value, { keys: turned(fileNames), words: turned(fileWords) });
}

function turned<Key>(names: ReadonlyMap<Key, string>): Map<string, string> {
  return new Map([...names].map(([code, file]) => [file, String(code)]));
}

/** Lists of plain numbers: nothing in them is called otherwise. */
const untouched: ReadonlySet<string> = new Set(['samples', 'entries']);
/** Deeper than anything of ours; a file of somebody else's must not exhaust the stack. */
const deepest = 12;

function renamed(value: unknown, names: Names, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((one) => renamed(one, names, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const name = names.keys.get(key) ?? key;
      if (untouched.has(key)) return [name, one];
      if (wordKeys.has(key)) return [name, names.words.get(one) ?? one];
      return [name, renamed(one, names, depth + 1)];
    }),
  );
}
