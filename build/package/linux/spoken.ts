import { phrases as german } from '../../../shared/languages/de.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { phrases as spanish } from '../../../shared/languages/es.ts';
import { phrases as french } from '../../../shared/languages/fr.ts';
import { phrases as dutch } from '../../../shared/languages/nl.ts';
import type { Messages } from '../../../shared/text/messages.ts';

/** What a package says in all languages of the app. */
export interface Spoken {
  readonly english: string;
  /** By code, English left out. */
  readonly others: ReadonlyMap<string, string>;
}

const others = new Map([
  ['de', german],
  ['es', spanish],
  ['fr', french],
  ['nl', dutch],
]);

/** The same words in each language. */
export function spoken(words: (phrases: Messages) => string): Spoken {
  const said = [...others].map(([code, phrases]) => [code, words(phrases)] as const);
  return { english: words(english), others: new Map(said) };
}
