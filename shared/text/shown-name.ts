/** Letters of the scripts that are written from right to left, and the mark that makes any text so. */
const fromTheRight =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What is longer leaves no room for what is said of it. UTF-16 units. */
export const longestShownName = 40;

/**
 * A name as a part of a line that is written from left to right: shortened, and kept to itself where
 * it runs the other way, or the number behind it would be read as part of it.
 */
export function shownName(name: string, longest = longestShownName): string {
  const short = clipped(name, longest);
  // The mark in front is for whoever takes the direction of a line from its first letter.
  return fromTheRight.test(short) ? `\u200e\u2068${short}\u2069` : short;
}

/**
 * At most so many UTF-16 units, with an ellipsis where something was left out. Ends after a whole
 * character as its reader sees it: no family loses a member, no letter its accent.
 */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = 0;
  for (const { index, segment } of segments.segment(text.slice(0, longest + 1))) {
    if (index + segment.length > longest - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
