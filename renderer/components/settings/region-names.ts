/** ISO 3166, where these chargers are sold and where their owners may come from. */
const regions =
  'AE AR AT AU BE BG BR CA CH CL CN CO CR CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IS IT JP KR ' +
  'LI LT LU LV MC MT MX MY NL NO NZ PE PL PT RO SE SG SI SK TH TR TW UA US UY ZA';

/** Each with its name in a language (BCP 47), in that language's order. */
export function regionNames(locale: string | undefined): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  return regions
    .split(' ')
    .map((region) => [region, names.of(region) ?? region] as const)
    .sort(([, one], [, other]) => compare(one, other));
}
