import { languages } from '../shared/languages/languages.ts';
import { messages, speak } from '../shared/text/messages.ts';

/** Undefined where the page speaks it already; else what makes it speak it, once that is there. */
export type Learn = (language: string) => Promise<() => void> | undefined;

/** Loads a language by its code. Where it cannot be had the page goes on with what it speaks. */
export const learnLanguage: Learn = (language) => {
  if (language === messages.code) return undefined;
  const loaded = languages.get(language)?.load() ?? Promise.resolve(messages);
  return loaded.then(
    (phrases) => () => speak(phrases),
    () => () => undefined,
  );
};
