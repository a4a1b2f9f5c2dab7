import { describe, expect, it } from 'vitest';
import {
  type LocaleSources,
  preferredLanguages,
  systemLocale,
} from '../../../electron/platform/locale/system-locale.ts';

function onLinux(environment: LocaleSources['environment'], electron = 'en-US@posix') {
  return systemLocale({ platform: 'linux', environment, electron: () => electron });
}

describe('the region of times and numbers', () => {
  it.each([
    [{ LANG: 'de_DE.UTF-8' }],
    [{ LANG: 'de_DE@euro' }],
    [{ LANG: 'de_DE.UTF-8@euro' }],
    [{ LANG: 'de-DE' }],
    [{ LANG: 'DE_de' }],
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' }],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'de_DE.UTF-8', LC_TIME: 'fr_FR.UTF-8' }],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: '', LC_TIME: '' }],
    [{ LANG: 'de_DE.UTF-8', LC_TIME: 'C.UTF-8', LC_NUMERIC: 'en_US.UTF-8' }],
    [{ LANG: 'C.UTF-8', LC_NUMERIC: 'de_DE.UTF-8' }],
    // The language of words is none of the formats' business.
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'en_US.UTF-8', LANGUAGE: 'fr:en' }],
  ])('is what the environment says: %j', (environment) => {
    expect(onLinux(environment)).toBe('de-DE');
  });

  it.each([
    ['zh_Hant', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['sr_RS@latin', 'sr-Latn-RS'],
    ['uz_UZ.UTF-8@cyrillic', 'uz-Cyrl-UZ'],
    ['ks_IN@devanagari', 'ks-Deva-IN'],
    ['ca_ES@valencia', 'ca-ES'],
    ['nl', 'nl'],
    ['es_419', 'es-419'],
    // Nobody knows the region, so that of the language counts.
    ['de-XX', 'de'],
    ['de_XX.UTF-8', 'de'],
  ])('is read from %s', (LANG, tag) => {
    expect(onLinux({ LANG })).toBe(tag);
  });

  it.each(['', 'C', 'C.UTF-8', 'POSIX', 'no such', 'german', 'de_', '@', '.UTF-8', '-', 'äöü'])(
    'is left to Electron where the environment says %j',
    (LANG) => {
      expect(onLinux({ LANG }, 'de-DE@euro')).toBe('de-DE');
      expect(onLinux({ LANG: 'fr_FR', LC_ALL: LANG || 'C' }, 'de-DE')).toBe('de-DE');
    },
  );

  it.each(['', 'und', 'C', 'en-US@posix', 'ääö'])('is plain where Electron says %j', (electron) => {
    expect(onLinux({}, electron)).toBe('en-US');
  });

  it('is plain where Electron has no answer yet', () => {
    const electron = () => {
      throw new Error('can only be called after app is ready');
    };
    expect(systemLocale({ platform: 'linux', environment: {}, electron })).toBe('en-US');
  });

  it.each(['win32', 'darwin'] as const)('is what %s tells Electron', (platform) => {
    // A shell there has an environment that says nothing of the system.
    const environment = { LANG: 'en_US.UTF-8', LC_TIME: 'fr_FR.UTF-8' };
    expect(systemLocale({ platform, environment, electron: () => 'de-DE' })).toBe('de-DE');
  });
});

describe('the preferred languages', () => {
  it.each([
    [
      ['de-DE', 'de-DE', 'de', 'de'],
      ['de-DE', 'de'],
    ],
    [
      ['de-AT', 'de', 'fr'],
      ['de-AT', 'de', 'fr'],
    ],
    [
      ['de-DE@euro', 'de@euro', 'de-DE', 'de'],
      ['de-DE', 'de'],
    ],
    [
      ['sr-RS@latin', 'sr@latin', 'sr-RS', 'sr'],
      ['sr-Latn-RS', 'sr-Latn', 'sr-RS', 'sr'],
    ],
    [
      ['zh-Hant', 'zh'],
      ['zh-Hant', 'zh'],
    ],
    [
      ['nl_NL.UTF-8', 'C', 'en'],
      ['nl-NL', 'en'],
    ],
    [['de-XX'], ['de']],
    [['c'], []],
    [['posix'], []],
    [['', 'und', 'ääö', 'no such'], []],
    [[], []],
  ])('of %j', (names, right) => {
    expect(preferredLanguages(names)).toEqual(right);
  });
});
