/** A word that reads as translated, or that the field does not use, and what to say instead. */
interface BannedWord {
  readonly word: RegExp;
  readonly instead: string;
}

const banned: readonly BannedWord[] = [
  { word: /\blook(s|ed|ing)?\b/i, instead: 'reading, update, check' },
  { word: /\b(of|this|each) makes?\b|\bmakers?\b/i, instead: 'brand' },
  { word: /\btype (a|an|the|your|this|both|it)\b|\btyped\b/i, instead: 'enter' },
  { word: /\bsteer(s|ed|ing)?\b/i, instead: 'control' },
  { word: /\bby (itself|themselves)\b/i, instead: 'automatically' },
  { word: /\bsun\b/i, instead: 'solar' },
  { word: /\breckon(s|ed)?\b/i, instead: 'calculate' },
  { word: /\b(forget|forgets|forgotten)\b/i, instead: 'remove, delete' },
  { word: /\b(nobody|somebody|whoever)\b/i, instead: 'name who, or leave it out' },
  { word: /\bmeanwhile\b/i, instead: 'until then, during that time' },
  { word: /\bwatch(es|ed|ing)?\b/i, instead: 'connect, update, no data' },
  { word: /\bkept\b/i, instead: 'saved, stored' },
  { word: /\bnot known\b/i, instead: 'unknown' },
  { word: /\bslips?\b/i, instead: 'typo' },
  { word: /\bsoftware\b/i, instead: 'firmware' },
  { word: /\bcharges\b/i, instead: 'sessions' },
  { word: /\bunder way\b/i, instead: 'in progress' },
  { word: /\be-mails?\b/i, instead: 'email' },
  { word: /\buntil I quit\b/i, instead: 'for this session only' },
  { word: /\bgo on\b/i, instead: 'continue' },
  { word: /\bbring in\b|\bbrought in\b/i, instead: 'restore, import' },
  { word: /\bin your network\b/i, instead: 'on your network' },
  { word: /\bfor ever\b/i, instead: 'forever' },
  {
    word: /\b(cannot|could not|does not|do not|did not|is not|was not|were not|has not|will not)\b/i,
    instead: 'a contraction',
  },
];

/** The longest text that is no sentence, and the longest sentence, in characters. */
const longestLabel = 40;
const longestSentence = 140;

/** What is wrong with the words of a text, whatever stands in for its values. */
export function wordFaults(text: string): readonly string[] {
  const words = banned.flatMap(({ word, instead }) => {
    const found = word.exec(text)?.[0];
    return found === undefined ? [] : [`“${found}”: say ${instead}`];
  });
  return /\p{L}'\p{L}/u.test(text) ? [...words, 'a straight apostrophe'] : words;
}

/** What is wrong with a text as it is read, with short values in it. */
export function shapeFaults(text: string): readonly string[] {
  return [
    ...(/[ \u00a0]{2}/.test(text) ? ['a doubled space'] : []),
    ...(isBalanced(text) ? [] : ['brackets or quotes without their other half']),
    ...sentencesOf(text).flatMap((part) => {
      const most = /[.?!]$/.test(part) ? longestSentence : longestLabel;
      return part.length > most ? [`${part.length} characters, where ${most} are enough`] : [];
    }),
  ];
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+|\n/);
}

const pairs = [
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
] as const;

function isBalanced(text: string): boolean {
  return pairs.every(([open, close]) => {
    let depth = 0;
    for (const letter of text) {
      if (letter === open) depth += 1;
      if (letter === close) depth -= 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  });
}
