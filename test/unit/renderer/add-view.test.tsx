import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AddFailure, Envelope, Reply } from '../../../shared/ipc/contract.ts';
import {
  aChargingCharger,
  anAccount,
  anAppState,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { heldBack, prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const email = () => screen.getByRole('textbox', { name: 'Email' });
const password = () => screen.getByLabelText('Password');
const alert = () => screen.findByText(/./, { selector: '[role=alert] p' });

async function signIn({ user }: Rendered) {
  await user.type(email(), 'owner@example.com');
  await user.type(password(), 'correct horse');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

function refusing(failure: AddFailure) {
  return renderApp(anAppState(), (fake) =>
    fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure } })),
  );
}

test('without an account the window asks for one', async () => {
  await renderApp(anAppState());
  const title = screen.getByRole('heading', { name: 'Add a charger' });
  expect(document.activeElement).toBe(title);
  expect(screen.getByText(/Signed up with Google or Apple/)).toBeTruthy();
  expect(screen.getByText(/Saved only in your system keyring/)).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: 'Keep me signed in' })).toHaveProperty(
    'checked',
    true,
  );
});

test('fields tell password stores what they are', async () => {
  await renderApp(anAppState());
  expect(email().getAttribute('autocomplete')).toBe('username');
  expect(password().getAttribute('autocomplete')).toBe('current-password');
  expect(password().getAttribute('type')).toBe('password');
});

test('what was typed is sent once', async () => {
  const app = await renderApp(anAppState());
  await app.user.click(screen.getByRole('checkbox'));
  await signIn(app);
  expect(app.fake.requests('addAccount')).toEqual([
    {
      brand: 'wallbox',
      fields: { email: 'owner@example.com', password: 'correct horse' },
      keepSignedIn: false,
      untilQuit: false,
    },
  ]);
});

test('an empty field is named, focused and not sent', async () => {
  const { user, fake } = await renderApp(anAppState());
  await user.type(email(), 'owner@example.com');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByText('Enter your password.')).toBeTruthy();
  expect(document.activeElement).toBe(password());
  expect(password().getAttribute('aria-invalid')).toBe('true');
  expect(fake.requests('addAccount')).toEqual([]);
});

test.each<[AddFailure, RegExp]>([
  [{ kind: 'signInNeeded', cause: 'refused' }, /Wrong email or password.*Google or Apple/],
  [{ kind: 'rateLimited', until: readAt + 540_000 }, /Try again after 12:50/],
  [{ kind: 'unreachable' }, /No connection/],
  [{ kind: 'timedOut' }, /didn’t respond in time/],
  [{ kind: 'serverError' }, /Wallbox is having problems/],
  [{ kind: 'notUnderstood' }, /Unexpected response/],
  [{ kind: 'noKeychain' }, /can’t be saved/],
])('%o is said in plain words, in focus', async (failure, sentence) => {
  const app = await refusing(failure);
  await signIn(app);
  expect((await alert()).textContent).toMatch(sentence);
  expect(document.activeElement?.getAttribute('role')).toBe('alert');
});

test('a refused password is cleared, one that was not judged stays', async () => {
  const refused = await refusing({ kind: 'signInNeeded', cause: 'refused' });
  await signIn(refused);
  await alert();
  expect(password()).toHaveProperty('value', '');
  refused.fake.answer('addAccount', () => ({
    ok: true,
    value: { ok: false, failure: { kind: 'unreachable' } },
  }));
  await refused.user.type(password(), 'another');
  await refused.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(async () => expect((await alert()).textContent).toMatch(/No connection/));
  expect(password()).toHaveProperty('value', 'another');
});

test('without a keychain one can stay until one quits', async () => {
  const app = await refusing({ kind: 'noKeychain' });
  await signIn(app);
  await app.user.click(
    await screen.findByRole('button', { name: 'Sign in for this session only' }),
  );
  expect(app.fake.requests('addAccount').at(-1)).toMatchObject({
    keepSignedIn: false,
    untilQuit: true,
    fields: { password: 'correct horse' },
  });
});

test('while it is on its way the button says so and sends nothing more', async () => {
  const app = await renderApp(anAppState(), (fake) =>
    fake.answer('addAccount', () => new Promise(() => undefined)),
  );
  await signIn(app);
  const busy = screen.getByRole('button', { name: 'Signing in…' });
  expect(busy.getAttribute('aria-disabled')).toBe('true');
  await app.user.click(busy);
  await app.user.type(password(), '{Enter}');
  expect(app.fake.requests('addAccount')).toHaveLength(1);
});

test('what is on its way can be called off, and whatever comes of it counts no more', async () => {
  const held = heldBack<Envelope<Reply<'addAccount'>>>();
  const app = await renderApp(anAppState(), (fake) =>
    fake.answer('addAccount', () => held.promise),
  );
  await signIn(app);
  await app.user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(app.fake.requests('cancelSignIn')).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Sign in' }).getAttribute('aria-disabled')).toBeNull();
  expect(password()).toHaveProperty('value', 'correct horse');
  const refused = { kind: 'signInNeeded', cause: 'refused' } as const;
  app.fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure: refused } }));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  const said = (await alert()).textContent;
  await act(async () =>
    held.give({ ok: true, value: { ok: false, failure: { kind: 'cancelled' } } }),
  );
  expect((await alert()).textContent).toBe(said);
  expect(app.fake.requests('addAccount')).toHaveLength(2);
});

test('what was done before the app heard of the cancel is done', async () => {
  const held = heldBack<Envelope<Reply<'addAccount'>>>();
  const app = await renderApp({ ...watching(), goTo: { counter: 1, view: 'add' } }, (fake) =>
    fake.answer('addAccount', () => held.promise),
  );
  await signIn(app);
  await app.user.click(screen.getByRole('button', { name: 'Cancel' }));
  app.hear(watching(aChargingCharger()));
  await act(async () => held.give({ ok: true, value: { ok: true, value: { accountId: 'a' } } }));
  expect(await screen.findByRole('region', { name: 'Garage' })).toBeTruthy();
});

test('a password can be shown and hidden, and a refused one goes either way', async () => {
  const app = await refusing({ kind: 'signInNeeded', cause: 'refused' });
  await app.user.click(screen.getByRole('button', { name: 'Show password' }));
  expect(password().getAttribute('type')).toBe('text');
  await signIn(app);
  await alert();
  expect(password()).toHaveProperty('value', '');
  await app.user.click(screen.getByRole('button', { name: 'Hide password' }));
  expect(password().getAttribute('type')).toBe('password');
});

test('every empty field is marked, and the first one gets the focus', async () => {
  const { user } = await renderApp(anAppState());
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  for (const field of [email(), password()]) {
    expect(field.getAttribute('aria-invalid')).toBe('true');
  }
  expect(document.activeElement).toBe(email());
});

test('Escape leaves an empty form and keeps a filled one', async () => {
  const state = {
    ...watching(aChargingCharger()),
    goTo: { counter: 1, view: 'settings' },
  } as const;
  const { user } = await renderApp(state);
  const openForm = () => user.click(screen.getByRole('button', { name: 'Add a charger' }));
  await openForm();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
  await openForm();
  await user.type(email(), 'owner@example.com{Escape}');
  expect(email()).toHaveProperty('value', 'owner@example.com');
  await user.keyboard('{Escape}');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Add a charger');
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
});

test('after the first charger the app says where its icon is, once', async () => {
  const app = await renderApp(anAppState());
  await signIn(app);
  app.hear(watching(aChargingCharger()));
  const welcome = await screen.findByRole('region', { name: 'ChargeTray stays in the tray' });
  expect(welcome.textContent).toMatch(/in your panel/);
  await app.user.click(screen.getByRole('button', { name: 'Got it' }));
  expect(screen.queryByText('ChargeTray stays in the tray')).toBeNull();
});

test('a fault of the app is a sentence too', async () => {
  const app = await renderApp(anAppState(), (fake) =>
    fake.answer('addAccount', () => ({ ok: false, failure: 'crashed' })),
  );
  await signIn(app);
  expect((await alert()).textContent).toMatch(/Something went wrong/);
});

test('an account that was added leads to the chargers', async () => {
  const app = await renderApp({ ...watching(), goTo: { counter: 1, view: 'add' } });
  await signIn(app);
  app.hear(watching(aChargingCharger()));
  expect(await screen.findByRole('region', { name: 'Garage' })).toBeTruthy();
});

test('signing in again keeps the e-mail and asks for the rest', async () => {
  const account = anAccount({ signIn: 'signInNeeded' });
  const app = await renderApp(anAppState({ accounts: [account] }));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sign in to Wallbox again');
  expect(email()).toHaveProperty('readOnly', true);
  await app.user.type(password(), 'correct horse');
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(app.fake.requests('signInAgain')).toEqual([
    {
      accountId: 'account-1',
      fields: { email: 'owner@example.com', password: 'correct horse' },
      keepSignedIn: true,
      untilQuit: false,
    },
  ]);
});

test('what to know about Google and Apple sign-ins stands above the fields', async () => {
  await renderApp(anAppState());
  const note = await screen.findByText(/Signed up with Google or Apple/);
  const isBefore = note.compareDocumentPosition(email()) & Node.DOCUMENT_POSITION_FOLLOWING;
  expect(isBefore).not.toBe(0);
});
