/** Deeper than any answer goes, and far from where whoever walks through it would run out of stack. */
const deepest = 100;

const quote = 0x22;
const backslash = 0x5c;
const opening: readonly number[] = [0x5b, 0x7b];
const closing: readonly number[] = [0x5d, 0x7d];

/** The JSON in a body, or undefined when it is not JSON, a web page above all, or without a bottom. */
export function jsonOf(body: string): unknown {
  if (isBottomless(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Found before it is parsed, which takes a second where there is nothing but depth. */
function isBottomless(body: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code === quote) isText = !isText;
    else if (isText) at += code === backslash ? 1 : 0;
    else if (opening.includes(code)) depth += 1;
    else if (closing.includes(code)) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}
