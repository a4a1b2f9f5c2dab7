import { expect, it } from 'vitest';
import { languageOf, languages, phrasesOf } from '../../../shared/languages/languages.ts';

it.each([
  ['nl', ['de-AT'], 'nl'],
  ['system', ['de-AT', 'fr'], 'de'],
  ['tlh', ['xx', 'fr_CA.UTF-8'], 'fr'],
  ['system', [], 'en'],
])('chosen %s, with a system of %j, is %s', (choice, preferred, language) => {
  expect(languageOf(choice, preferred)).toBe(language);
});

it.each([...languages.keys()])('%s has phrases of its own', async (code) => {
  expect((await phrasesOf(code)).code).toBe(code);
});

it('what nobody has is said in English', async () => {
  expect((await phrasesOf('tlh')).code).toBe('en');
});
