import { expect, it } from 'vitest';
import { fieldLocale } from '../../../electron/platform/locale/field-locale.ts';

const formats = { region: 'system', clock: 'region', weekStart: 'region' };

it.each([
  [undefined, 'en-US', ['en-US'], 'en-US'],
  [undefined, 'en-GB', ['en-GB'], 'en-GB'],
  [undefined, 'de-DE', ['en-US'], 'en-GB'],
  [undefined, 'de-DE', ['de-DE'], 'de'],
  [undefined, 'C', ['zh-Hant'], 'en-US'],
  [{ language: 'fr', formats }, 'en-US', ['en-US'], 'fr'],
  [{ language: 'en', formats: { ...formats, clock: 'h23' } }, 'en-US', ['de-DE'], 'en-GB'],
  [{ language: 7, formats: 'none' }, 'nl-NL', ['nl-NL'], 'nl'],
])('fields are drawn as %j, %s and %j have it', (settings, locale, languages, right) => {
  const value = { version: 1, settings };
  const found = settings === undefined ? 'nothing' : { text: JSON.stringify(value), value };
  const system = { systemLocale: () => locale, systemLanguages: () => languages };
  expect(fieldLocale(found, system)).toBe(right);
});

it('they are drawn as the system has it where the settings are broken', () => {
  const system = { systemLocale: () => 'fr-FR', systemLanguages: () => ['fr-FR'] };
  expect(fieldLocale('broken', system)).toBe('fr');
});
