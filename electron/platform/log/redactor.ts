import { secretForms } from './secret-forms.ts';

/** Stands where something was that nobody may read. */
export const hiddenMark = '[hidden]';

const mostSecrets = 200;
/** Tokens that a pattern finds too: each takes 7 KB in all its forms, and is looked for in every line. */
const mostRecognised = 40;
const mostLooked = 64_000;
const mostKept = 32_000;
const shortestAnywhere = 4;

/**
 * What is hidden without having been learnt; each matches only the part that has to go. They begin
 * where a word begins and look back a few letters at most, or a long line would take minutes.
 */
const patterns: readonly RegExp[] = [
  /(?<=\b(?:bearer|basic)\s{1,5})[\w+/=.~-]{8,}/gi,
  /eyJ[\w-]{6,3000}(?:\.[\w-]*){1,4}/g,
  /(?<![\w-])[\w-]{16,}\.[\w-]{16,}\.[\w-]{10,}/g,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/giu,
  /(?<=(?:authorization|cookie)\\?["']?\s{0,5}[:=]\s{0,5})[^\r\n]+/gi,
  /(?<=(?:passw(?:or)?d|pwd|secret|token|jwt|api[_-]?key)\\?["']?\s{0,5}[:=]\s{0,5})(?:\\?"(?:[^"\\]|\\[^"])*|[^\s"',;&}\]]+)/gi,
];

type Range = readonly [from: number, to: number];

/**
 * Takes out of a text whatever must never be written. It learns secrets while the app runs; when
 * there are too many, those go first that a pattern recognises anyway (old tokens).
 */
export class Redactor {
  readonly #secrets = new Map<string, ReadonlySet<string>>();

  constructor(secrets: readonly string[] = []) {
    for (const secret of secrets) this.hide(secret);
  }

  hide(secret: string): void {
    if (secret.trim() === '') return;
    this.#secrets.delete(secret);
    this.#secrets.set(secret, secretForms(secret));
    this.#forgetOld();
  }

  clean(text: string): string {
    const looked = text.slice(0, mostLooked);
    const joined = joinLines(looked);
    const found = this.#rangesIn(looked);
    if (joined) found.push(...this.#rangesIn(joined.text).map((range) => joined.back(range)));
    // A secret cut in two by the first limit lies behind the second one, so no half of it shows.
    return text.length > mostKept
      ? `${without(looked, found, mostKept)} …`
      : without(looked, found, looked.length);
  }

  #rangesIn(text: string): Range[] {
    const ranges: Range[] = [];
    for (const forms of this.#secrets.values()) {
      for (const form of forms) ranges.push(...occurrences(text, form));
    }
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) {
        ranges.push([match.index, match.index + match[0].length]);
      }
    }
    return ranges;
  }

  #forgetOld(): void {
    const recognised = [...this.#secrets.keys()].filter(isRecognised);
    const tooMany = this.#secrets.size > mostSecrets || recognised.length > mostRecognised;
    const [oldest] = recognised.length > 0 ? recognised : this.#secrets.keys();
    if (tooMany && oldest !== undefined) this.#secrets.delete(oldest);
  }
}

function isRecognised(secret: string): boolean {
  return patterns.some((pattern) => secret.match(pattern)?.[0] === secret);
}

/** A very short secret is hidden only where it stands alone: it would blacken half of the log. */
function occurrences(text: string, form: string): Range[] {
  const ranges: Range[] = [];
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const end = at + form.length;
    const alone = !isWord(text[at - 1]) && !isWord(text[end]);
    if (form.length >= shortestAnywhere || alone) ranges.push([at, end]);
  }
  return ranges;
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

/** A text of several lines with them joined, so that what was broken over two is found as well. */
function joinLines(text: string): { text: string; back: (range: Range) => Range } | undefined {
  const places: number[] = [];
  let at = 0;
  const keepUntil = (end: number): void => {
    for (; at < end; at += 1) places.push(at);
  };
  for (const space of text.matchAll(/(?:\s|\\[rn])+/g)) {
    if (!/[\r\n\\]/.test(space[0])) continue;
    keepUntil(space.index);
    at = space.index + space[0].length;
  }
  if (at === 0) return undefined;
  keepUntil(text.length);
  return {
    text: places.map((place) => text[place]).join(''),
    back: ([from, to]) => [places[from] ?? 0, (places[to - 1] ?? 0) + 1],
  };
}

function without(text: string, ranges: readonly Range[], end: number): string {
  let clean = '';
  let at = 0;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (from >= end) break;
    if (to <= at) continue;
    if (from >= at) clean += text.slice(at, from) + hiddenMark;
    at = to;
  }
  return at < end ? clean + text.slice(at, end) : clean;
}
