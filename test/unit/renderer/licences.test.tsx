import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { Licence } from '../../../shared/domain/app/licence.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { anAccount, anAppState } from '../../fixtures/app-states.ts';
import { openSettings, prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const settings = anAppState({ accounts: [anAccount()], goTo: { counter: 1, view: 'settings' } });
const lists: Readonly<Record<string, readonly Licence[]>> = {
  app: [
    { name: 'ChargeTray', version: '1.2.3', terms: 'MIT', text: 'Ours, free for all.' },
    { name: 'zod', version: '4.0.0', terms: 'MIT', text: 'Theirs, free for all.' },
  ],
  browser: [{ name: 'zlib', text: 'As is.' }],
};

async function licences(prepare?: (fake: FakeBridge) => void) {
  const window = await renderApp(settings, (fake) => {
    fake.answer('licences', ({ list }) => ({ ok: true, value: lists[list] ?? null }));
    prepare?.(fake);
  });
  expect(window.fake.requests('licences')).toEqual([]);
  await openSettings(window, 'About');
  await window.user.click(screen.getByRole('button', { name: 'Open-source licences' }));
  return window;
}

test('a licence is read where its entry is opened', async () => {
  const { user } = await licences();
  expect(document.activeElement).toBe(
    screen.getByRole('heading', { name: 'Open-source licences' }),
  );
  expect(screen.queryByText('Theirs, free for all.')).toBeNull();
  await user.click(await screen.findByText('zod 4.0.0 · MIT'));
  expect(await screen.findByText('Theirs, free for all.')).toBeTruthy();
  expect(screen.queryByText('Ours, free for all.')).toBeNull();
});

test('those of the browser are fetched by whoever wants to see them', async () => {
  const { user, fake } = await licences();
  await screen.findByText('zod 4.0.0 · MIT');
  expect(fake.requests('licences')).toEqual([{ list: 'app' }]);
  await user.click(screen.getByText('Chromium and everything in it'));
  await user.click(await screen.findByText('zlib'));
  expect(await screen.findByText('As is.')).toBeTruthy();
});

test('texts that are not there are said to be missing', async () => {
  await licences((fake) => fake.answer('licences', () => ({ ok: true, value: null })));
  expect(
    await screen.findByText('The licence texts are missing from this copy of ChargeTray.'),
  ).toBeTruthy();
});

test('Escape leads back to the settings', async () => {
  const { user } = await licences();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('heading', { name: 'About' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
});

test('axe finds nothing', async () => {
  const { user } = await licences();
  const main = within(screen.getByRole('main'));
  await user.click(await main.findByText('zod 4.0.0 · MIT'));
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
