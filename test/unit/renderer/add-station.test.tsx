import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { FoundSettings } from '../../../shared/domain/account/sign-in.ts';
import type { AddFailure } from '../../../shared/ipc/contract.ts';
import { anAppState, cloudBrand, localBrand } from '../../fixtures/app-states.ts';
import { prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const ford = 'Ford Charge Station Pro';
const state = anAppState({ brands: [cloudBrand, localBrand] });
const address = () => screen.getByRole('textbox', { name: 'Address' });
const key = () => screen.getByLabelText(/^Developer key/);
const connect = () => screen.getByRole('button', { name: 'Connect' });

async function openForm(failure?: AddFailure, found: FoundSettings | null = null) {
  const app = await renderApp(state, (fake) => {
    fake.answer('findSettings', () => ({ ok: true, value: found }));
    if (failure) fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure } }));
  });
  await app.user.click(screen.getByRole('radio', { name: ford }));
  return app;
}

async function send({ user }: Rendered) {
  await user.type(address(), '192.0.2.10');
  await user.click(connect());
}

test('each make can be chosen and says what it needs', async () => {
  await renderApp(state);
  const choice = within(screen.getByRole('radiogroup', { name: 'Brand' }));
  const makes = choice.getAllByRole('radio');
  expect(makes).toHaveLength(2);
  const said = makes.map((make) => describedBy(make));
  expect(said[0]).toMatch(/email and password/);
  expect(said[1]).toMatch(/IP address or host name/);
  expect(choice.getByRole('radio', { name: 'Wallbox', checked: true })).toBeTruthy();
});

test('a make is chosen by keyboard alone', async () => {
  const { user } = await renderApp(state);
  const wallbox = screen.getByRole('radio', { name: 'Wallbox' });
  await user.tab();
  while (document.activeElement !== wallbox) await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('radio', { name: ford, checked: true })).toBe(document.activeElement);
  expect(address()).toBeTruthy();
  expect(screen.queryByLabelText('Password')).toBeNull();
});

test('the form helps with each field and asks for nothing it does not need', async () => {
  await openForm();
  expect(describedBy(address())).toMatch(/192\.0\.2\.10 or charger\.local/);
  expect(describedBy(key())).toMatch(/Leave empty/);
  expect(screen.getByRole('textbox', { name: 'Name optional' })).toBeTruthy();
  expect(address()).toHaveProperty('required', true);
  expect(key()).toMatchObject({ required: false, type: 'password', autocomplete: 'off' });
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByText(/Nothing leaves your network/)).toBeTruthy();
});

test('only what was typed is sent', async () => {
  const app = await openForm();
  await send(app);
  expect(app.fake.requests('addAccount')).toEqual([
    { brand: 'fcsp', fields: { address: '192.0.2.10' }, keepSignedIn: true, untilQuit: false },
  ]);
});

test('only the address must not be empty', async () => {
  const { user, fake } = await openForm();
  await user.click(connect());
  expect(screen.getByText('Enter the station’s address.')).toBeTruthy();
  expect(document.activeElement).toBe(address());
  expect(fake.requests('addAccount')).toEqual([]);
});

test.each<[AddFailure, RegExp]>([
  [{ kind: 'wrongDevice' }, /^This isn’t a Ford Charge Station Pro\. Check the address\.$/],
  [{ kind: 'unreachable' }, /^Can’t reach the station. Check the address/],
  [{ kind: 'unreachable', why: 'unknownName' }, /No device with that name/],
  [{ kind: 'unreachable', why: 'connectionRefused' }, /listening on that port/],
  [{ kind: 'oldTls' }, /doesn’t offer a secure connection/],
  [{ kind: 'timedOut' }, /It can be slow/],
  [{ kind: 'serverError' }, /station reported an error/],
  [{ kind: 'signInNeeded', cause: 'refused' }, /rejected the developer key/],
  [{ kind: 'noKeychain' }, /developer key can’t be saved/],
])('%o is said in words for a station', async (failure, sentence) => {
  const app = await openForm(failure);
  await send(app);
  const alert = await screen.findByText(sentence);
  expect(alert.closest('[role=alert]')).toBe(document.activeElement);
});

test('a key that cannot be kept can be used until one quits', async () => {
  const app = await openForm({ kind: 'noKeychain' });
  await app.user.type(key(), 'own key');
  await send(app);
  await app.user.click(
    await screen.findByRole('button', { name: 'Connect for this session only' }),
  );
  expect(app.fake.requests('addAccount').at(-1)).toMatchObject({
    keepSignedIn: false,
    untilQuit: true,
    fields: { key: 'own key' },
  });
});

test('a field that cannot be right is marked, focused and explained', async () => {
  const app = await openForm({ kind: 'badField', field: 'address' });
  await send(app);
  await waitFor(() => expect(address().getAttribute('aria-invalid')).toBe('true'));
  expect(describedBy(address())).toMatch(/Enter a host name/);
  expect(document.activeElement).toBe(address());
  expect(screen.queryByText(/./, { selector: '[role=alert] p' })).toBeNull();
});

const found: FoundSettings = {
  from: '~/.config/fcsp/config.json',
  fields: { address: '192.0.2.7' },
  secretFields: ['key'],
  skipped: ['~/.fcsp/config.json'],
};

test('settings of another program are offered, their key unseen', async () => {
  const { user, fake } = await openForm(undefined, found);
  expect(fake.requests('findSettings')).toEqual([{ brand: 'fcsp' }]);
  const offer = await screen.findByText(
    /Found fcsp-api settings in ~\/\.config\/fcsp\/config\.json: 192\.0\.2\.7\./,
  );
  expect(offer.textContent).toMatch(/“Developer key” is included but not shown/);
  expect(screen.getByText('~/.fcsp/config.json couldn’t be read.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Use these settings' }));
  expect(address()).toHaveProperty('value', '192.0.2.7');
  expect(key()).toHaveProperty('value', '');
  expect(offer.textContent).toMatch(/Leave “Developer key” empty/);
  await user.click(connect());
  expect(fake.requests('addAccount')).toEqual([
    {
      brand: 'fcsp',
      fields: { address: '192.0.2.7' },
      keepSignedIn: true,
      untilQuit: false,
      useFound: true,
    },
  ]);
});

test('settings that were taken over can be given back', async () => {
  const app = await openForm(undefined, found);
  await app.user.click(await screen.findByRole('button', { name: 'Use these settings' }));
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(address()).toHaveProperty('value', '');
  await send(app);
  expect(app.fake.requests('addAccount').at(-1)).not.toHaveProperty('useFound');
});

test('a broken file is named even when there is nothing to offer', async () => {
  const nothing = { ...found, fields: {}, secretFields: [] };
  await openForm(undefined, nothing);
  expect(await screen.findByText('~/.fcsp/config.json couldn’t be read.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Use these settings' })).toBeNull();
});

test('nobody looks for settings of a make that has none', async () => {
  const { fake } = await renderApp(state);
  expect(fake.requests('findSettings')).toEqual([]);
});

function describedBy(element: HTMLElement): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
}
