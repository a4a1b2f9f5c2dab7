import { marks } from './phrases.ts';

/** Quotes by the code of a language: what opens and what closes them. Others have those of English. */
const quotes: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  fr: ['«\u00a0', '\u00a0»'],
};

/** What is written as English writes it, and is no English for it. */
const names =
  /Ford Charge Station Pro|Power (Boost|Sharing)|Full Green|Windows Credential Manager|GNOME Keyring|charger\.local/g;

/** Words by which English is known, as far as none of our languages has them. */
const english = [
  'the and your you this that these are were been has have it its with from of by for when which',
  'will can could should isn’t aren’t doesn’t can’t couldn’t please again try check enter choose',
  'charger chargers charging charge unplugged settings history found saved save delete remove',
  'until since after before price cost energy power file folder key show hide time update',
  'updating updated available unknown connection network password device command reading readings',
  'waiting locked unlock fault ready everything nothing something other more less than',
].flatMap((line) => line.split(' '));

/** Those that are words of a language after all. */
const ownWords: Readonly<Record<string, readonly string[]>> = {
  de: ['update', 'hat', 'after', 'power'],
  es: ['has', 'son'],
  fr: ['charge', 'file'],
  nl: ['update', 'have', 'of', 'been', 'power', 'are'],
};

/** What is wrong with a text as its language is written; with marks for its values. */
export function writingFaults(language: string, text: string): readonly string[] {
  return [
    ...(/undefined|NaN|\[object|\bnull\b|\bfalse\b|\btrue\b/.test(text) ? ['a raw value'] : []),
    ...(/[ \u00a0\u202f]{2}|^[ \u00a0]|[ \u00a0]$/m.test(text) ? ['a space too many'] : []),
    ...(/['"]|\.\.\./.test(text) ? ['a straight quote, or dots for an ellipsis'] : []),
    ...quoteFaults(language, text),
    ...spacingFaults(language, text),
    ...englishIn(language, text).map((word) => `“${word}” is English`),
  ];
}

function quoteFaults(language: string, text: string): readonly string[] {
  const [open, close] = quotes[language] ?? ['“', '”'];
  const foreign = [...text.matchAll(/[„“”«»‘‹›]/g)].filter(
    ([sign]) => !open.includes(sign) && !close.includes(sign),
  );
  const pairs = [
    ['(', ')'],
    ['[', ']'],
    ['⟦', '⟧'],
    [open, close],
    ...(language === 'es' ? [['¿', '?'] as const, ['¡', '!'] as const] : []),
  ] as const;
  return [
    ...foreign.map(([sign]) => `${sign} is no quote of the language`),
    ...pairs
      .filter(([one, other]) => !isPaired(text, one, other))
      .map(([one, other]) => `${one}…${other} without its other half`),
  ];
}

function isPaired(text: string, open: string, close: string): boolean {
  let rest = text;
  let depth = 0;
  while (rest) {
    const isOpen = rest.startsWith(open);
    const isClose = !isOpen && rest.startsWith(close);
    if (isOpen) depth += 1;
    if (isClose) depth -= 1;
    if (depth < 0) return false;
    rest = rest.slice(isOpen ? open.length : isClose ? close.length : 1);
  }
  return depth === 0;
}

function spacingFaults(language: string, text: string): readonly string[] {
  const isFrench = language === 'fr';
  // The colon of a time, of an address or before a port is no punctuation.
  const before = isFrench
    ? /(?<![\u00a0\u202f\d])[:;!?](?![\p{L}\d/])|[^\u00a0\u202f][»]|«[^\u00a0\u202f]/u
    : /[\s\u00a0\u202f][:;!?](?![\p{L}\d])|[\s\u00a0\u202f][.,…](?![\p{L}\d])(?<!^…)/u;
  const found = before.exec(text)?.[0];
  return found === undefined ? [] : [`the space before “${found}”`];
}

function englishIn(language: string, text: string): readonly string[] {
  const own = new Set(ownWords[language] ?? []);
  const words = text.replaceAll(marks, '·').replaceAll(names, '·').toLowerCase();
  const found = new Set(words.match(/\p{L}+(?:’\p{L}+)?/gu) ?? []);
  return english.filter((word) => found.has(word) && !own.has(word));
}

/** The longest label, sentence and title of a notification, in characters and with short values. */
const longest = { label: 56, sentence: 190, noticeTitle: 40 } as const;

/** Whether a text is longer than there is room for. */
export function lengthFaults(where: string, text: string): readonly string[] {
  const isTitle = where.startsWith('notices.') && /\.title\b/.test(where);
  const parts = text.replaceAll(marks, 'Garage').split(/(?<=[.?!])\s+|\n/);
  return parts.flatMap((part) => {
    const kind = isTitle ? 'noticeTitle' : /[.?!…]$/.test(part) ? 'sentence' : 'label';
    const most = longest[kind];
    return part.length > most ? [`${part.length} characters, where ${most} are enough`] : [];
  });
}

/** How a text differs from the English one in what both must have alike. */
export function likenessFaults(text: string, english: string): readonly string[] {
  return [
    ...(endOf(text) === endOf(english) ? [] : [`ends otherwise than “${english}”`]),
    ...(count(text, '…') === count(english, '…') ? [] : [`no … where “${english}” has it`]),
    ...missingMarks(english, text).map((one) => `${one} is left out`),
  ];
}

const endings = ['.', '…', '?', '!', ':'];
const endOf = (text: string) => endings.find((one) => text.endsWith(one)) ?? '';
const count = (text: string, sign: string) => text.split(sign).length - 1;

/** Values that one text has and another has not. */
export function missingMarks(whole: string, text: string): readonly string[] {
  return [...new Set(whole.match(marks) ?? [])].filter((one) => !text.includes(one));
}
