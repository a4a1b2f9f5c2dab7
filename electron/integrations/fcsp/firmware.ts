/**
 * The version in an inverter's `firmware`: readable as it is, or the first three of its raw bytes,
 * which may also come as backslash escapes (LF). Undefined where there is none in it.
 */
export function firmwareVersion(raw: string): string | undefined {
  const bytes = unescaped(raw);
  const written = [raw, bytes].map((text) => text.replace(/[\0\s]+$/, '').trim());
  const readable = written.find((text) => /^[\w.:+ -]{1,60}$/.test(text));
  if (readable !== undefined) return readable;
  const codes = [...bytes].slice(0, 3).map((letter) => letter.codePointAt(0) ?? 0);
  return codes.length === 3 && codes.every((code) => code < 256) ? codes.join('.') : undefined;
}

/** The escapes of Python, in which such bytes have been seen, and those of JSON written twice. */
const escapes = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([0-3]?[0-7]{1,2})|([nrtabfv\\'"]))/gi;

const letters: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
]);

function unescaped(raw: string): string {
  const quoted = /^b?(['"])(.*)\1$/s.exec(raw.trim())?.[2] ?? raw;
  return quoted.replaceAll(
    escapes,
    (_, byte?: string, unit?: string, octal?: string, letter?: string) => {
      if (letter !== undefined) return letters.get(letter) ?? letter;
      const hex = byte ?? unit;
      const code = hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16);
      return String.fromCharCode(code);
    },
  );
}
