/** What is said of one thing, of several and so on; `other` is for every count without its own words. */
export type PluralForms = { readonly other: string } & {
  readonly [Rule in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

/** In our languages millions are counted otherwise than what is below. */
const million = 1_000_000;

/**
 * Chooses words by a count as a language (BCP 47 tag) does. `ones` are the whole counts below a
 * million that take `one` there, all others `other`: by that a page can say its first words before
 * `Intl.PluralRules` has been loaded, which takes as long as to paint them. Leave it out where a
 * language has more forms.
 */
export function pluralsOf(
  language: string,
  ones?: readonly number[],
): (count: number, forms: PluralForms) => string {
  let rules: Intl.PluralRules | undefined;
  const ruleOf = (count: number) => {
    if (ones && Number.isInteger(count) && count >= 0 && count < million)
      return ones.includes(count) ? 'one' : 'other';
    rules ??= new Intl.PluralRules(language);
    return rules.select(count);
  };
  return (count, forms) => forms[ruleOf(count)] ?? forms.other;
}
