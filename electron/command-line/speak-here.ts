import { fallbackLanguage, languageOf, phrasesOf } from '../../shared/languages/languages.ts';
import { localesFor } from '../../shared/text/locales.ts';
import { speak } from '../../shared/text/messages.ts';
import type { Ports } from '../ports/app-ports.ts';
import { zoneBy } from '../settings/chosen-zone.ts';
import { speechIn } from '../settings/kept-formats.ts';
import type { Terminal } from './terminal.ts';

/** What says in which language, region and zone somebody reads. */
export interface Here extends Pick<Ports, 'systemLanguages' | 'systemLocale' | 'zone'> {
  /** The app's settings as they lie on the disk; undefined where there are none to be read. */
  readonly settings: () => unknown;
}

/**
 * Has this process speak as the app does, and gives how it writes numbers and times. Scripts get
 * English: what they compare must not change with its owner's language. Writes nothing.
 */
export async function speakHere(
  json: boolean,
  here: Here,
): Promise<Pick<Terminal, 'locales' | 'zone'>> {
  const settings = speechIn(here.settings());
  const language = json ? fallbackLanguage : languageOf(settings.language, here.systemLanguages());
  const phrases = await phrasesOf(language);
  speak(phrases);
  return {
    locales: localesFor(here.systemLocale(), phrases.code, settings.formats),
    zone: zoneBy(settings, here.zone),
  };
}
