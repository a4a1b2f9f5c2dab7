import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { placeName } from '../../../renderer/components/settings/ZoneSelect.tsx';
import { defaultFormats } from '../../../shared/domain/app/locales.ts';
import { zoneOfNow } from '../../../shared/text/format.ts';
import { anAppState } from '../../fixtures/app-states.ts';
import { openSettings, prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

/** The page with the choice, on which `zone` is chosen. */
async function chosen(zone?: string) {
  const formats = { ...defaultFormats, region: 'DE', ...(zone && { zone }) };
  const goTo = { counter: 1, view: 'settings' } as const;
  const settings = { ...anAppState().settings, formats };
  const rendered = await renderApp(anAppState({ goTo, settings }));
  await openSettings(rendered, 'General');
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Time zone' });
  return { ...rendered, select, shown: () => select.selectedOptions[0]?.text };
}

const asHere = `As on this computer (${placeName(zoneOfNow())})`;

it('offers the computer’s first, then those of each part of the world in order', async () => {
  const { select, shown } = await chosen();
  expect(shown()).toBe(asHere);
  expect(select.options[0]?.text).toBe(asHere);
  const areas = within(select)
    .getAllByRole('group')
    .map((group) => group.getAttribute('label'));
  expect(areas.slice(0, 3)).toEqual(['Africa', 'Americas', 'Antarctica']);
  const under = (area: string) =>
    [...within(select).getByRole('group', { name: area }).querySelectorAll('option')].map(
      ({ text }) => text,
    );
  expect(under('Europe')).toEqual(expect.arrayContaining(['Berlin', 'Isle of Man', 'Kyiv']));
  expect(under('Americas')).toContain('Knox · Indiana');
  for (const area of areas) {
    const names = under(area ?? '');
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare));
  }
  expect(
    [...select.options]
      .slice(1)
      .map(({ value }) => value)
      .sort(),
  ).toEqual(Intl.supportedValuesOf('timeZone').sort());
});

it('keeps another zone beside the other formats, and the computer’s as none', async () => {
  const { fake, user, select } = await chosen();
  await user.selectOptions(select, 'Tokyo');
  const tokyo = { ...defaultFormats, region: 'DE', zone: 'Asia/Tokyo' };
  expect(fake.requests('changeSettings')).toEqual([{ formats: tokyo }]);
});

it('goes back to the computer’s zone', async () => {
  const { fake, user, select, shown } = await chosen('Asia/Tokyo');
  expect(shown()).toBe('Tokyo');
  await user.selectOptions(select, asHere);
  const formats = { ...defaultFormats, region: 'DE' };
  expect(fake.requests('changeSettings')).toStrictEqual([{ formats }]);
});

it.each([
  ['that is not listed under its name', 'UTC', 'UTC'],
  ['that nobody here knows', 'Europe/Atlantis', asHere],
])('shows what holds with a zone %s', async (_what, zone, expected) => {
  const { shown } = await chosen(zone);
  expect(shown()).toBe(expected);
});

it.each([
  ['Europe/Berlin', 'Berlin'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires · Argentina'],
  ['Asia/Calcutta', 'Kolkata'],
  ['UTC', 'UTC'],
])('calls %s %s', (zone, name) => expect(placeName(zone)).toBe(name));
