import type { Messages } from '../text/messages.ts';

interface Language {
  /** In the language itself. */
  readonly name: string;
  /** Its phrases, which are loaded when it is spoken. */
  readonly load: () => Promise<Messages>;
}

/** Every language of the app, by its code. A new one is a file beside this one, and a line here. */
export const languages: ReadonlyMap<string, Language> = new Map([
  ['en', { name: 'English', load: async () => (await import('./en.ts')).phrases }],
  ['de', { name: 'Deutsch', load: async () => (await import('./de.ts')).phrases }],
  ['es', { name: 'Español', load: async () => (await import('./es.ts')).phrases }],
  ['fr', { name: 'Français', load: async () => (await import('./fr.ts')).phrases }],
  ['nl', { name: 'Nederlands', load: async () => (await import('./nl.ts')).phrases }],
]);

/** What is spoken where none of an owner's languages is among them. */
export const fallbackLanguage = 'en';

/** The first of some BCP 47 tags (`de-AT`) whose language the app has. */
export function languageFor(preferred: readonly string[]): string {
  const codes = preferred.map((tag) => tag.split(/[-_.@]/)[0]?.toLowerCase() ?? '');
  return codes.find((code) => languages.has(code)) ?? fallbackLanguage;
}

/** The language that was chosen, by its code, where the app has it; else the first of some BCP 47 tags. */
export function languageOf(choice: string, preferred: readonly string[]): string {
  // One of a later version, or of nobody's, is not ours to complain about.
  return languages.has(choice) ? choice : languageFor(preferred);
}

/** Its phrases; those of English where they cannot be had. Rejects where neither can. */
export async function phrasesOf(code: string): Promise<Messages> {
  try {
    return await given(code);
  } catch {
    return given(fallbackLanguage);
  }
}

function given(code: string): Promise<Messages> {
  const language = languages.get(code);
  return language ? language.load() : Promise.reject(new Error(`No language ${code}`));
}
