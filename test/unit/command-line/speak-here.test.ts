import { expect, it } from 'vitest';
import { type Here, speakHere } from '../../../electron/command-line/speak-here.ts';
import { messages } from '../../../shared/text/messages.ts';

const inFrance = {
  systemLanguages: () => ['xx', 'fr-FR', 'de'],
  systemLocale: () => 'fr-FR',
  zone: () => 'Europe/Paris',
};
const settingsFile = (settings: unknown) => ({ version: 1, settings, accounts: [] });

const here = (settings: unknown, system: Partial<Here> = {}): Here => ({
  ...inFrance,
  settings: () => settings,
  ...system,
});

it.each([
  ['of the system, without settings', undefined, 'fr'],
  ['of the system, where the settings say so', settingsFile({ language: 'system' }), 'fr'],
  ['of the settings', settingsFile({ language: 'de' }), 'de'],
  [
    'of the system, where the settings have one of a later version',
    settingsFile({ language: 'tlh' }),
    'fr',
  ],
  ['of the system, where the settings are nonsense', 'nonsense', 'fr'],
])('the language is that %s', async (_what, settings, language) => {
  await speakHere(false, here(settings));
  expect(messages.code).toBe(language);
});

it('the language is English where the system names none that we have', async () => {
  await speakHere(false, here(undefined, { systemLanguages: () => ['xx'] }));
  expect(messages.code).toBe('en');
});

it('scripts are told in English, whatever was chosen', async () => {
  await speakHere(true, here(settingsFile({ language: 'de' })));
  expect(messages.code).toBe('en');
});

it('numbers and times are written as in the region of the settings, or else of the system', async () => {
  const { locales } = await speakHere(false, here(undefined));
  expect(locales).toMatchObject({
    words: 'fr-FR',
    numbers: 'fr-FR-u-nu-latn',
  });
  const formats = { region: 'CH', clock: 'h23', weekStart: 'monday' };
  const chosen = await speakHere(false, here(settingsFile({ language: 'de', formats })));
  expect(chosen.locales).toMatchObject({
    words: 'de-CH-u-hc-h23',
    numbers: 'de-CH-u-nu-latn',
  });
});

it.each([
  ['of the settings', { zone: 'Asia/Tokyo' }, 'Asia/Tokyo'],
  ['of the computer, without a choice', {}, 'Europe/Paris'],
  ['of the computer, where nobody knows the chosen one', { zone: 'Mars/Base' }, 'Europe/Paris'],
])('times are told by the clock of the zone %s', async (_what, formats, zone) => {
  expect(await speakHere(false, here(settingsFile({ formats })))).toMatchObject({ zone });
});
