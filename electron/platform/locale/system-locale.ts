/** Where the system says in which region and language it writes. */
export interface LocaleSources {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What Electron takes the locale to be: `de-DE`, `en-US@posix`, `und`. */
  readonly electron: () => string;
}

/** That of a system without a region (`C`), as Chromium has it. */
const plain = 'en-US';

/**
 * In which region's way the system writes, as a BCP 47 tag of language, script and region. Elsewhere
 * than on Windows and macOS Electron goes by the language of menus, and by an empty LC_ALL, while the
 * region of formats is LC_TIME: there the environment is read first. Never throws.
 */
export function systemLocale(sources: LocaleSources): string {
  return saidInEnvironment(sources) ?? tagOf(answer(sources.electron)) ?? plain;
}

/**
 * The languages that the owner reads, best first, as BCP 47 tags of language, script and region,
 * each once. `names` is Electron's list, which on Linux holds what the environment says: `c`,
 * `de-DE@euro`. Empty where the system has no language. Never throws.
 */
export function preferredLanguages(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(tagOf))].filter((tag) => tag !== undefined);
}

function saidInEnvironment({ platform, environment }: LocaleSources): string | undefined {
  if (platform === 'win32' || platform === 'darwin') return undefined;
  const { LC_ALL, LC_TIME, LANG, LC_NUMERIC } = environment;
  // An empty one counts as none. The one for everything leaves nothing to the others.
  if (LC_ALL) return tagOf(LC_ALL);
  // Who wants numbers alone otherwise wants them so from programs, and a wrong clock misleads more.
  // `C` for times is no region to write in, so the next one counts.
  return tagOf(LC_TIME) ?? tagOf(LANG) ?? tagOf(LC_NUMERIC);
}

/** Before it is ready, Electron has no answer but an exception. */
function answer(electron: () => string): string | undefined {
  try {
    return electron();
  } catch {
    return undefined;
  }
}

/** `de-DE` for `de_DE.UTF-8@euro`; nothing for `C`, and for what no table of formats knows. */
function tagOf(name = ''): string | undefined {
  const [base = ''] = name.split(/[.@]/);
  const script = scriptOf(/@(\w+)/.exec(name)?.[1]);
  try {
    const locale = new Intl.Locale(base.replaceAll('_', '-'), script ? { script } : {});
    const { language, region } = locale;
    const parts = [language, locale.script, isKnownRegion(locale) ? region : undefined];
    const tag = parts.filter((part) => part !== undefined).join('-');
    return Intl.NumberFormat.supportedLocalesOf(tag)[0];
  } catch {
    return undefined;
  }
}

/** A script stands behind the region: `sr_RS@latin`. Other modifiers change nothing that we write. */
function scriptOf(modifier: string | undefined): string | undefined {
  switch (modifier?.toLowerCase()) {
    case 'latin':
      return 'Latn';
    case 'cyrillic':
      return 'Cyrl';
    case 'devanagari':
      return 'Deva';
    default:
      return undefined;
  }
}

/** One that nobody knows would hide the region that the language has by itself. */
function isKnownRegion({ baseName, region }: Intl.Locale): boolean {
  if (region === undefined) return false;
  // Most systems are of a region in which their language is written, and that is found out sooner.
  if (new Intl.PluralRules(baseName).resolvedOptions().locale === baseName) return true;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return names.of(region) !== undefined;
}
