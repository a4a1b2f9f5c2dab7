import { defaultFormats, type FormatChoice, type Locales } from '../domain/app/locales.ts';

const weekStarts = { monday: 1, saturday: 6, sunday: 7 } as const;
const monday = weekStarts.monday;

/**
 * What follows from the system's locale (`de-DE`, `en_GB.UTF-8`, `C`), the language of the words and
 * what the owner has chosen: with English words a German reads "7,4 kW" and "Thursday, 1 October 2026,
 * 14:15". What the system does not know is written as the language is.
 */
export function localesFor(
  systemLocale: string,
  language = 'en',
  choice: FormatChoice = defaultFormats,
): Locales {
  const own = choice.region === 'system' ? undefined : ofRegion(choice.region, language);
  const known = own ?? knownLocale(systemLocale);
  const region = known?.maximize().region;
  const hourCycle = choice.clock === 'region' ? hourCycleOf(language, region) : choice.clock;
  const options = { ...(region && { region }), ...(hourCycle && { hourCycle }) };
  return {
    words: new Intl.Locale(language, options).toString(),
    // Among our words digits are those of English everywhere.
    numbers: new Intl.Locale(known ?? language, { numberingSystem: 'latn' }).toString(),
    firstDay: choice.weekStart === 'region' ? firstDayIn(region) : weekStarts[choice.weekStart],
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

/** As most people there write; in ours of several languages, as those who speak it do. */
function ofRegion(region: string, language: string): Intl.Locale | undefined {
  const ours = knownLocale(`${language}-${region}`);
  if (language !== 'en' && ours && isWritten(ours)) return ours;
  const most = new Intl.Locale(`und-${region}`).maximize();
  return most.region === region ? knownLocale(`${most.language}-${region}`) : undefined;
}

/** Whether the system knows how this language is written in this very region. */
function isWritten(locale: Intl.Locale): boolean {
  const { locale: found } = new Intl.DateTimeFormat(locale.toString()).resolvedOptions();
  return new Intl.Locale(found).region === locale.region;
}

/** Undefined where the language has it right without being told. */
function hourCycleOf(
  language: string,
  region: string | undefined,
): Intl.LocaleHourCycleKey | undefined {
  if (region === undefined) return undefined;
  const ours = new Intl.Locale(language, { region });
  if (isWritten(ours)) return undefined;
  const cycle = partsOf(region)?.hourCycles?.[0];
  return cycle === 'h12' || cycle === 'h23' ? cycle : undefined;
}

function firstDayIn(region: string | undefined): number {
  const parts = region === undefined ? undefined : partsOf(region);
  return (parts?.getWeekInfo?.() ?? parts?.weekInfo)?.firstDay ?? monday;
}

interface WeekInfo {
  readonly firstDay: number;
}

/** What engines know of a region, as methods in newer ones, and what the types do not know yet. */
interface RegionParts {
  readonly hourCycles?: readonly string[];
  readonly weekInfo?: WeekInfo;
  readonly getWeekInfo?: () => WeekInfo;
}

function partsOf(region: string): RegionParts | undefined {
  try {
    const locale: Intl.Locale & RegionParts = new Intl.Locale(`und-${region}`);
    return locale;
  } catch {
    return undefined;
  }
}
