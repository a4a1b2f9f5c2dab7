import type { AppState } from '../../shared/domain/app/app-state.ts';
import type { Settings } from '../../shared/domain/app/settings.ts';
import { fallbackLanguage, languageOf, languages } from '../../shared/languages/languages.ts';
import { localesFor } from '../../shared/text/locales.ts';
import { type Messages, speak } from '../../shared/text/messages.ts';
import type { Ports } from '../ports/app-ports.ts';

type Spoken = Pick<AppState, 'language' | 'locales'>;

interface Parts {
  readonly ports: Pick<Ports, 'log' | 'systemLanguages' | 'systemLocale'>;
  readonly preferences: { get(): Pick<Settings, 'formats' | 'language'> };
  /** Shows what is said or written otherwise from here on. */
  readonly throttle: { now(): void };
}

/** The language that the app speaks and the way in which it writes: the system's, or those chosen. */
export class Speech {
  readonly #parts: Parts;
  #language: string | undefined;
  #spoken: Spoken;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#spoken = this.#writtenIn(fallbackLanguage);
  }

  /** The same object for as long as nothing about it changes. */
  now(): Spoken {
    return this.#spoken;
  }

  /**
   * Speaks and writes as the settings say. Resolves when that is so; a language that cannot be had is
   * logged, and the one before goes on. Rejects only where there is none before.
   */
  async follow(): Promise<void> {
    const language = this.#wanted();
    const phrases = language === this.#language ? undefined : await this.#load(language);
    // While it was loaded, another may have been chosen.
    if (language !== this.#wanted()) return;
    if (phrases) {
      speak(phrases);
      this.#language = language;
    }
    this.#write();
  }

  #write(): void {
    const next = this.#writtenIn(this.#language ?? fallbackLanguage);
    if (JSON.stringify(next) === JSON.stringify(this.#spoken)) return;
    this.#spoken = next;
    this.#parts.throttle.now();
  }

  #writtenIn(language: string): Spoken {
    const { ports, preferences } = this.#parts;
    return {
      language,
      locales: localesFor(ports.systemLocale(), language, preferences.get().formats),
    };
  }

  #wanted(): string {
    const { ports, preferences } = this.#parts;
    return languageOf(preferences.get().language, ports.systemLanguages());
  }

  async #load(language: string): Promise<Messages | undefined> {
    try {
      return await languages.get(language)?.load();
    } catch (error) {
      this.#parts.ports.log.error('language not loaded', { language, why: String(error) });
      return this.#language === undefined ? languages.get(fallbackLanguage)?.load() : undefined;
    }
  }
}
