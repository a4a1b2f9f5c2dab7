import type { Locales } from '../domain/app/locales.ts';

/** The language of the app's words. */
const language = 'en';

/**
 * What follows from the system's locale (`de-DE`, `en_GB.UTF-8`, `C`): a German reads "7,4 kW" and
 * "Thursday, 1 October 2026, 14:15". What the system does not know is written as English is.
 */
export function localesFor(systemLocale: string): Locales {
  const known = knownLocale(systemLocale);
  if (!known) return { words: language, numbers: language };
  const { region } = known.maximize();
  return {
    words: region === undefined ? language : `${language}-${region}`,
    // Among English words digits are those of English everywhere.
    numbers: new Intl.Locale(known, { numberingSystem: 'latn' }).toString(),
  };
}

function knownLocale(systemLocale: string): Intl.Locale | undefined {
  const [tag = ''] = systemLocale.split(/[.@]/);
  try {
    const locale = new Intl.Locale(tag.replaceAll('_', '-'));
    return Intl.NumberFormat.supportedLocalesOf(locale.toString()).length > 0 ? locale : undefined;
  } catch {
    return undefined;
  }
}
