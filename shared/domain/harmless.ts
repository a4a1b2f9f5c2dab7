/** Characters that end a line somewhere: in a log, a terminal, a table. */
const breaks = /[\t-\r\u0085\u2028\u2029]+/g;

/**
 * What can steer what shows it: control characters (with them every escape sequence of a terminal),
 * embeddings, overrides and isolates of the writing direction, byte order marks, halves of
 * surrogate pairs and what is no character at all. Not the plain marks of direction, joiners and
 * variation selectors: names in many scripts and most emoji are written with them.
 */
const steering =
  /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/gu;

const plain = /^[\x20-\x7e\u00a0-\u024f]*$/;

/** No name that a person gives is longer, UTF-16 units. */
export const longestLine = 200;

/**
 * Text from outside made fit to be shown in one line, anywhere: it can end no line, forge no other,
 * and turn nothing round. Too long a text ends after a whole character. The one door for names,
 * labels, versions and ids, wherever they come from; going through it twice changes nothing.
 */
export function harmless(text: string, longest = longestLine): string {
  // Never more work than what is kept is worth.
  const part = text.length > 8 * longest ? text.slice(0, 8 * longest) : text;
  const clean = plain.test(part) ? part : part.replace(breaks, ' ').replace(steering, '');
  return cut(clean.trim(), longest).trim();
}

/** The same for text that is to be kept to the letter, such as a line of a log: nothing goes, all is seen. */
export function spelledOut(text: string): string {
  return text.replace(breaks, codesOf).replace(steering, codesOf);
}

function codesOf(found: string): string {
  const units = Array.from({ length: found.length }, (_, at) => found.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** The same for text that may have several lines. */
export function harmlessLines(text: string, longest = 20 * longestLine): string {
  const lines = text.slice(0, longest).split('\n');
  return lines.map((line) => harmless(line, longest)).join('\n');
}

/** Cut where a character ends as its reader sees it: no family loses a member. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = 0;
  for (const { index, segment } of segments.segment(text.slice(0, 2 * longest))) {
    if (index + segment.length > longest) break;
    end = index + segment.length;
  }
  // Marks without end on one letter are no character.
  return text.slice(0, end || longest).replace(steering, '');
}
