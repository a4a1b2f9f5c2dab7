import { messages } from '../../../shared/text/messages.ts';

/**
 * Each area of a market with a name that its people know, in the order of a language (BCP 47):
 * `Denmark (DK1)`. A code begins with the country, or countries, that it lies in.
 */
export function areaNames(
  codes: readonly string[],
  locale: string | undefined,
): readonly (readonly [code: string, name: string])[] {
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return codes
    .map((code) => [code, nameOf(code, regions)] as const)
    .sort(([, one], [, other]) => compare(one, other));
}

/** The name of one area in a language. */
export function areaName(code: string, locale: string | undefined = messages.code): string {
  return nameOf(code, new Intl.DisplayNames(locale, { type: 'region' }));
}

function nameOf(code: string, regions: Intl.DisplayNames): string {
  const country = /^[A-Z]{2}/.exec(code)?.[0];
  const name = country && regions.of(country);
  if (name === undefined || name === country) return code;
  return code === country ? name : messages.market.partOf({ country: name, code });
}
