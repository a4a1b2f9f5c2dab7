import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AddFailure, Envelope, Reply } from '../../../shared/ipc/contract.ts';
import { anAppState, localBrand, readAt } from '../../fixtures/app-states.ts';
import {
  aCertificate,
  aFingerprint,
  aStationCharger,
  aStationObservation,
  watchingStation,
} from '../../fixtures/local-states.ts';
import { heldBack, prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const offered = aCertificate();
const changed = aCertificate({ fingerprint: aFingerprint(7), key: 'RSA 2048' });
const first: AddFailure = { kind: 'confirmCertificate', offered };
const question = (name = 'Is this your station?') => screen.findByRole('group', { name });
const press = ({ user }: Rendered, name: string) =>
  user.click(screen.getByRole('button', { name }));

/** Types an address and a key into the form and is asked about a certificate. */
async function asked(failure: AddFailure = first) {
  const app = await renderApp(anAppState({ brands: [localBrand] }), (fake) =>
    fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure } })),
  );
  await app.user.type(screen.getByLabelText('Address'), '192.0.2.10');
  await app.user.type(screen.getByLabelText(/^Developer key/), 'own key');
  await press(app, 'Connect');
  return { app, panel: within(await question()) };
}

test('an unknown certificate is a question, not an error', async () => {
  const { panel } = await asked();
  expect(document.activeElement).toBe(await question());
  expect(panel.getByText(/Nothing has been sent yet/)).toBeTruthy();
  expect(panel.getByText('CN=SWA12ABC, O=Example')).toBeTruthy();
  expect(panel.getByText('1 Jan 2018 to 31 Dec 2023')).toBeTruthy();
  expect(panel.getByText('RSA 1024')).toBeTruthy();
  const shown = panel.getByText(/1A:1B:1C:1D/).closest('code')?.textContent;
  expect(shown?.trim().split(/\s+/).join(':')).toBe(offered.fingerprint);
  expect(screen.queryByText(/./, { selector: '[role=alert] p' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull();
});

test('what is unusual about it is said plainly', async () => {
  const { panel } = await asked();
  expect(panel.getByText(/Expired. Common on these stations/)).toBeTruthy();
  expect(panel.getByText(/Weak key/)).toBeTruthy();
});

test('a certificate of tomorrow is said to be that; a good one is nothing to speak of', async () => {
  const tomorrow = aCertificate({ validFrom: readAt + 1, validTo: readAt + 2, key: 'EC P-256' });
  const { panel } = await asked({ kind: 'confirmCertificate', offered: tomorrow });
  expect(panel.getByText(/Not valid yet/)).toBeTruthy();
  expect(panel.queryByText(/expired|weak/)).toBeNull();
});

test('the fingerprint can be taken along to compare', async () => {
  const { app } = await asked();
  await press(app, 'Copy fingerprint');
  expect(app.fake.requests('copyText')).toEqual([{ text: offered.fingerprint }]);
});

test('trusting sends the same once more, with exactly this fingerprint', async () => {
  const { app } = await asked();
  app.fake.answer('addAccount', () => ({
    ok: true,
    value: { ok: true, value: { accountId: 'a' } },
  }));
  await press(app, 'Trust and connect');
  const [before, after] = app.fake.requests('addAccount');
  expect(before).toMatchObject({ fields: { address: '192.0.2.10', key: 'own key' } });
  expect(after).toEqual({ ...before, confirmed: { fingerprint: offered.fingerprint } });
});

test('while the answer is under way the question stays, with the focus in it', async () => {
  const { app } = await asked();
  app.fake.answer('addAccount', () => new Promise(() => undefined));
  await press(app, 'Trust and connect');
  const trust = screen.getByRole('button', { name: 'Trust and connect' });
  expect(document.activeElement).toBe(trust);
  expect(trust.getAttribute('aria-disabled')).toBe('true');
});

test.each(['Cancel', 'Escape'])('%s calls off what was trusted', async (way) => {
  const { app } = await asked();
  const held = heldBack<Envelope<Reply<'addAccount'>>>();
  app.fake.answer('addAccount', () => held.promise);
  await press(app, 'Trust and connect');
  if (way === 'Cancel') await press(app, 'Cancel');
  else await app.user.keyboard('{Escape}');
  expect(app.fake.requests('cancelSignIn')).toHaveLength(1);
  expect(screen.getByLabelText('Address')).toMatchObject({ value: '192.0.2.10', readOnly: false });
  expect(screen.getByLabelText(/^Developer key/)).toHaveProperty('value', 'own key');
  await act(async () =>
    held.give({ ok: true, value: { ok: false, failure: { kind: 'cancelled' } } }),
  );
  await press(app, 'Connect');
  expect(app.fake.requests('addAccount').at(-1)).not.toHaveProperty('confirmed');
  expect(app.fake.requests('addAccount')).toHaveLength(3);
});

test('another certificate than the confirmed one is asked about anew', async () => {
  const { app } = await asked();
  const next = { kind: 'confirmCertificate', offered: changed } as const;
  app.fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure: next } }));
  await press(app, 'Trust and connect');
  await waitFor(async () => expect(document.activeElement).toBe(await question()));
  await press(app, 'Trust and connect');
  expect(app.fake.requests('addAccount').at(-1)).toMatchObject({
    confirmed: { fingerprint: changed.fingerprint },
  });
});

test('a station that is gone meanwhile is a sentence', async () => {
  const { app } = await asked();
  const gone = { kind: 'unreachable' } as const;
  app.fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure: gone } }));
  await press(app, 'Trust and connect');
  expect((await screen.findByText(/Can’t reach the station/)).closest('[role=alert]')).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Is this your station?' })).toBeNull();
});

test.each(['Cancel', 'Escape'])('%s goes back to the form as it was typed', async (way) => {
  const { app } = await asked();
  if (way === 'Cancel') await press(app, 'Cancel');
  else await app.user.keyboard('{Escape}');
  expect(app.fake.requests('cancelSignIn')).toEqual([]);
  const address = screen.getByLabelText('Address');
  expect(address).toMatchObject({ value: '192.0.2.10', readOnly: false });
  expect(screen.getByLabelText(/^Developer key/)).toHaveProperty('value', 'own key');
  expect(document.activeElement).toBe(address);
  expect(app.fake.requests('addAccount')).toHaveLength(1);
  expect(app.fake.requests('closeWindow')).toEqual([]);
});

test('while it is asked, what was typed cannot become something else', async () => {
  await asked();
  expect(screen.getByLabelText('Address')).toHaveProperty('readOnly', true);
});

const observation = aStationObservation({ state: 'charging' });

function doubted(because: 'certificateChanged' | 'otherCharger') {
  const why =
    because === 'certificateChanged'
      ? ({ kind: because, offered: changed } as const)
      : ({ kind: because, found: 'SWA34DEF', known: 'SWA12ABC' } as const);
  return watchingStation(
    aStationCharger({ certainty: 'outdated', at: 0, since: readAt, because: why, observation }),
  );
}

async function compared() {
  const failure = { kind: 'confirmCertificate', offered: changed, known: offered } as const;
  const app = await renderApp(doubted('certificateChanged'), (fake) =>
    fake.answer('signInAgain', () => ({ ok: true, value: { ok: false, failure } })),
  );
  await press(app, 'Compare');
  return { app, panel: within(await question('The station’s certificate has changed')) };
}

test('a changed certificate is said on the card and compared without typing', async () => {
  const { app } = await compared();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Edit station');
  expect(app.fake.requests('signInAgain')).toEqual([
    {
      accountId: 'station-1',
      fields: { address: '192.0.2.10', name: 'Workshop' },
      keepSignedIn: true,
      untilQuit: false,
    },
  ]);
});

test('what differs is said in words, both values beside it', async () => {
  const { panel } = await compared();
  const row = (fact: string) => within(panel.getByText(fact).closest('div') ?? document.body);
  expect(row('Key').getByText('Changed')).toBeTruthy();
  expect(row('Key').getByText('Trusted').nextElementSibling?.textContent).toBe('RSA 1024');
  expect(row('Key').getByText('New').nextElementSibling?.textContent).toBe('RSA 2048');
  expect(row('Issued to').getByText('Same')).toBeTruthy();
  expect(row('Issued to').queryByText('Trusted')).toBeNull();
  expect(panel.getAllByText('Changed')).toHaveLength(2);
});

test('the new certificate is trusted from the comparison', async () => {
  const { app } = await compared();
  app.fake.answer('signInAgain', () => ({ ok: true, value: { ok: true, value: null } }));
  await press(app, 'Trust new certificate');
  expect(app.fake.requests('signInAgain').at(-1)).toMatchObject({
    fields: { address: '192.0.2.10', name: 'Workshop' },
    confirmed: { fingerprint: changed.fingerprint },
  });
  expect(await screen.findByRole('region', { name: 'Workshop' })).toBeTruthy();
});

test('“Keep blocking” calls off what was trusted', async () => {
  const { app } = await compared();
  app.fake.answer('signInAgain', () => new Promise(() => undefined));
  await press(app, 'Trust new certificate');
  await press(app, 'Keep blocking');
  expect(app.fake.requests('cancelSignIn')).toHaveLength(1);
  expect(screen.getByLabelText('Address')).toHaveProperty('readOnly', false);
});

test('another station is watched instead only on top of its certificate', async () => {
  const { app } = await compared();
  const other = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' } as const;
  app.fake.answer('signInAgain', () => ({ ok: true, value: { ok: false, failure: other } }));
  await press(app, 'Trust new certificate');
  const panel = await question('Different station at this address');
  expect(panel.textContent).toMatch(/Found SWA34DEF, expected SWA12ABC/);
  expect(document.activeElement).toBe(panel);
  await press(app, 'Use this station');
  expect(app.fake.requests('signInAgain').at(-1)).toMatchObject({
    confirmed: { fingerprint: changed.fingerprint, chargerId: 'SWA34DEF' },
  });
});

test('another station is said on the card; “Keep blocking” leaves everything as it was', async () => {
  const other = { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' } as const;
  const app = await renderApp(doubted('otherCharger'), (fake) =>
    fake.answer('signInAgain', () => ({ ok: true, value: { ok: false, failure: other } })),
  );
  expect(screen.getByText(/Different station at this address: SWA34DEF/)).toBeTruthy();
  await press(app, 'Review');
  await question('Different station at this address');
  await press(app, 'Keep blocking');
  expect(app.fake.requests('signInAgain')).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByLabelText('Address'));
});

test('a station that never was read can be decided about from the top', async () => {
  const station = watchingStation();
  const trouble = { kind: 'certificateChanged', offered: changed } as const;
  const accounts = station.accounts.map((account) => ({ ...account, trouble }));
  const app = await renderApp({ ...station, accounts });
  await press(app, 'Compare');
  expect(app.fake.requests('signInAgain')).toHaveLength(1);
  await act(async () => app.hear(station));
});
