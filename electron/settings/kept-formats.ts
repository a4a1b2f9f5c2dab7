import { defaultFormats, type FormatChoice } from '../../shared/domain/app/locales.ts';
import { defaultSettings, type Settings } from '../../shared/domain/app/settings.ts';
import { formatsSchema, languageSchema } from '../../shared/schema/app/speech.ts';
import { isContent } from './kept-found.ts';

/** How the owner wants it written; a key that is not understood costs only itself, and is named. */
export function formatsOf(value: unknown, lost: string[]): FormatChoice {
  if (value === undefined) return defaultFormats;
  if (!isContent(value)) {
    lost.push('formats');
    return defaultFormats;
  }
  const { shape } = formatsSchema;
  const good = Object.entries(shape).flatMap(([key, schema]) => {
    if (value[key] === undefined) return [];
    const parsed = schema.safeParse(value[key]);
    if (!parsed.success) lost.push(`formats.${key}`);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...defaultFormats, ...Object.fromEntries(good) };
}

/** In which words the owner wants it said: of a settings file that alone, for whoever is in a hurry. */
export function speechIn(file: unknown): Pick<Settings, 'language' | 'formats'> {
  const content = isContent(file) ? file.settings : undefined;
  if (!isContent(content)) return { language: defaultSettings.language, formats: defaultFormats };
  const language = languageSchema.safeParse(content.language);
  return {
    language: language.success ? language.data : defaultSettings.language,
    formats: formatsOf(content.formats, []),
  };
}
