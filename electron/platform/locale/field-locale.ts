import { languageOf } from '../../../shared/languages/languages.ts';
import { localesFor } from '../../../shared/text/locales.ts';
import type { Ports } from '../../ports/app-ports.ts';
import type { Found } from '../../settings/kept-found.ts';
import { readSettings } from '../../settings/kept-settings.ts';

type System = Pick<Ports, 'systemLanguages' | 'systemLocale'>;

/**
 * The language in which Chromium draws its own fields for days and times, as a BCP 47 tag that it has:
 * that of the app. It knows English in two ways, one with 12 hours and one with 24. `found` is the
 * settings file as it lies there: whoever reads it for good sets a broken one aside, and tells.
 */
export function fieldLocale(found: Found, system: System): string {
  const value = typeof found === 'string' ? undefined : found.value;
  const { settings } = readSettings({ read: () => ({ value }) });
  const language = languageOf(settings.language, system.systemLanguages());
  if (language !== 'en') return language;
  const { words } = localesFor(system.systemLocale(), language, settings.formats);
  const { hour12 } = new Intl.DateTimeFormat(words, { timeStyle: 'short' }).resolvedOptions();
  return hour12 ? 'en-US' : 'en-GB';
}
