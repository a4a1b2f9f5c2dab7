import { defaultFormats, type FormatChoice } from '../../shared/domain/app/locales.ts';
import { settingsSchema } from '../../shared/schema/app/settings.ts';
import { isContent } from './kept-found.ts';

/** How the owner wants it written; a key that is not understood costs only itself, and is named. */
export function formatsOf(value: unknown, lost: string[]): FormatChoice {
  if (value === undefined) return defaultFormats;
  if (!isContent(value)) {
    lost.push('formats');
    return defaultFormats;
  }
  const { shape } = settingsSchema.shape.formats;
  const good = Object.entries(shape).flatMap(([key, schema]) => {
    if (value[key] === undefined) return [];
    const parsed = schema.safeParse(value[key]);
    if (!parsed.success) lost.push(`formats.${key}`);
    return parsed.success ? [[key, parsed.data] as const] : [];
  });
  return { ...defaultFormats, ...Object.fromEntries(good) };
}
