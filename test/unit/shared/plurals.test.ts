import { describe, expect, it } from 'vitest';
import { languages } from '../../../shared/languages/languages.ts';
import { pluralsOf } from '../../../shared/text/plurals.ts';

const forms = { one: 'one', many: 'many', other: 'other' };
const counts = [...Array(1200).keys(), 1e4, 999_999, 1e6, 2e6, 1_000_001, 1.5, 0.5, 21.5, -1, 1e21];

describe.each([...languages.keys()])('counts in %s', (code) => {
  it('take the words that the language’s own rules choose', async () => {
    const rules = new Intl.PluralRules(code);
    const plural = pluralsOf(code, code === 'fr' ? [0, 1] : [1]);
    expect(counts.map((count) => plural(count, forms))).toEqual(
      counts.map((count) => rules.select(count)),
    );
  });

  it('are said so by its phrases', async () => {
    const phrases = await languages.get(code)?.load();
    const { one, other } = {
      one: phrases?.historySums.bars.count(1),
      other: phrases?.historySums.bars.count(2),
    };
    const rules = new Intl.PluralRules(code);
    for (const count of [0, 1, 2, 21, 101]) {
      const like =
        rules.select(count) === 'one'
          ? one?.replace('1', `${count}`)
          : other?.replace('2', `${count}`);
      expect(phrases?.historySums.bars.count(count)).toBe(like);
    }
  });
});

it('has the words of `other` where a language has more forms than were given', () => {
  const plural = pluralsOf('pl');
  expect(
    [1, 2, 5].map((count) =>
      plural(count, { one: 'kilowat', few: 'kilowaty', other: 'kilowatów' }),
    ),
  ).toEqual(['kilowat', 'kilowaty', 'kilowatów']);
  expect(plural(2, { other: 'kW' })).toBe('kW');
});
