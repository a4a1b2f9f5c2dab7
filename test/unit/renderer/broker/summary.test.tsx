import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, it, test } from 'vitest';
import type {
  BrokerChoice,
  BrokerFailure,
  BrokerState,
} from '../../../../shared/domain/app/broker.ts';
import { brokerFailureSentences } from '../../../../shared/text/broker-text.ts';
import { anAccount, anAppState, readAt } from '../../../fixtures/app-states.ts';
import { aBroker, brokerCertificate, everyBrokerFailure } from '../../../fixtures/brokers.ts';
import { openSettings, prepareBrowser, renderApp } from '../render-app.tsx';

prepareBrowser();

const minute = 60_000;

function stateWith(broker: BrokerState | undefined, choice: BrokerChoice = aBroker()) {
  const state = anAppState({
    accounts: [anAccount()],
    goTo: { counter: 1, view: 'settings' },
    zone: 'UTC',
  });
  const set = { ...state, settings: { ...state.settings, broker: choice } };
  return broker ? { ...set, broker } : set;
}

async function open(broker: BrokerState | undefined, choice?: BrokerChoice) {
  const app = await renderApp(stateWith(broker, choice));
  await openSettings(app, 'Home automation');
  await screen.findByRole('button', { name: 'Change' });
  return app;
}

const said = () =>
  screen
    .getAllByRole('status')
    .flatMap((one) => [...one.querySelectorAll('p')])
    .map(({ textContent }) => textContent);
const buttons = () =>
  within(screen.getByRole('main'))
    .getAllByRole('button')
    .filter((one) => !one.matches('.settings-row'))
    .map(({ textContent, className }) => [textContent, className.replace('button ', '')]);
const row = () => screen.getByRole('button', { name: /^Home automation / }).textContent;

const refused = (why: BrokerFailure): BrokerState => ({ phase: 'refused', why });
const lost: BrokerState = {
  phase: 'waiting',
  retryAt: readAt + minute,
  why: { kind: 'unreachable', why: 'connectionRefused' },
};
const plain = [
  ['Change', 'plain'],
  ['Remove…', 'plain'],
];
const change = [
  ['Change', 'main'],
  ['Remove…', 'plain'],
];

interface Row {
  readonly state: BrokerState | undefined;
  readonly now: string;
  readonly says: readonly (string | RegExp)[];
  readonly offers: readonly (readonly string[])[];
}

const rows: Readonly<Record<string, Row>> = {
  'just set': { state: undefined, now: 'Connecting…', says: ['Connecting…'], offers: plain },
  connecting: {
    state: { phase: 'connecting' },
    now: 'Connecting…',
    says: ['Connecting…'],
    offers: plain,
  },
  connected: {
    state: { phase: 'connected', since: readAt - minute },
    now: 'Connected',
    says: ['Connected since 12:40.'],
    offers: plain,
  },
  'tried again': {
    state: lost,
    now: 'Not connected',
    says: ['Not connected. Next try: 12:42.', /^Nothing is listening on that port/],
    offers: [['Try now', 'plain'], ...plain],
  },
  'wrong password': {
    state: refused({ kind: 'signInRefused', said: 'not authorised' }),
    now: 'Not connected',
    says: [
      'Not connected. ChargeTray won’t retry automatically.',
      /^The broker rejected the sign-in/,
      'The broker says: “not authorised”',
    ],
    offers: change,
  },
  'password gone with the last session': {
    state: refused({ kind: 'passwordNeeded' }),
    now: 'Not connected',
    says: [/^Not connected/, 'Enter the password again. It wasn’t saved.'],
    offers: change,
  },
  'a locked keychain': {
    state: refused({ kind: 'keychainLocked' }),
    now: 'Not connected',
    says: [/^Not connected/, 'Unlock your system keyring: the password is in it.'],
    offers: [['Try again', 'main'], ...plain],
  },
  'an untrusted certificate': {
    state: refused({ kind: 'untrusted', offered: brokerCertificate }),
    now: 'Not connected',
    says: [/^Not connected/, /^This computer doesn’t trust the broker’s certificate/],
    offers: [['Review certificate', 'main'], ...plain],
  },
};

describe('how it stands with a broker', () => {
  it.each(Object.entries(rows))('%s', async (_, { state, now, says, offers }) => {
    await open(state);
    const sentences = said();
    expect(sentences).toHaveLength(says.length);
    for (const [at, words] of says.entries()) {
      expect(sentences[at]).toMatch(
        words instanceof RegExp ? words : new RegExp(`^${escaped(words)}$`),
      );
    }
    expect(buttons()).toEqual(offers);
    expect(row()).toBe(`Home automation ${now}`);
    const found = await axe.run(document.body, {
      rules: {
        'color-contrast': { enabled: false },
        'label-content-name-mismatch': { enabled: false },
      },
    });
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  });

  it.each(everyBrokerFailure())('%o is said here and nowhere else', async (why) => {
    const app = await renderApp({
      ...stateWith(refused(why)),
      goTo: { counter: 1, view: 'chargers' },
    });
    const page = document.body.textContent ?? '';
    app.hear({ ...app.fake.state(), broker: { phase: 'connecting' } });
    expect(document.body.textContent).toBe(page);
  });

  it('has a sentence of its own for each failure', () => {
    const failures = everyBrokerFailure();
    const kinds = failures.map((why) => `${why.kind} ${'why' in why ? why.why : ''}`);
    const sentences = failures.map((why) => brokerFailureSentences(why, 'linux')[0]);
    expect(new Set(sentences).size).toBe(new Set(kinds).size);
  });

  it('is off while there is none', async () => {
    const state = anAppState({ accounts: [anAccount()], goTo: { counter: 1, view: 'settings' } });
    await renderApp(state);
    expect(row()).toBe('Home automation Off');
  });
});

describe('what it is for', () => {
  it.each<[Partial<BrokerChoice>, readonly string[]]>([
    [
      {},
      [
        'Port 8883, encrypted',
        'Home Assistant finds the chargers automatically.',
        'View only: home automation can’t control the chargers.',
        'The password is stored only in your system keyring.',
      ],
    ],
    [
      {
        address: { host: '192.0.2.7', port: 1883, tls: false },
        discovery: null,
        commands: true,
        password: 'none',
      },
      [
        'Port 1883, not encrypted',
        'Chargers aren’t announced to Home Assistant.',
        'Home automation can control the chargers.',
        'No password or key stored.',
      ],
    ],
    [{ password: 'untilQuit' }, ['The password is deleted when you quit ChargeTray.']],
  ])('is said in words: %#', async (parts, words) => {
    await open({ phase: 'connected', since: readAt }, aBroker(parts));
    for (const one of words) expect(screen.getByText(one)).toBeTruthy();
  });
});

const { installation: _id, password: _where, ...wish } = aBroker();

test('it is tried at once where its owner asks', async () => {
  const { fake, user } = await open(lost);
  await user.click(screen.getByRole('button', { name: 'Try now' }));
  expect(fake.requests('setBroker')).toEqual([{ wish, untilQuit: false }]);
});

test('a locked keychain is asked again', async () => {
  const { fake, user } = await open(refused({ kind: 'keychainLocked' }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(fake.requests('tryKeychain')).toHaveLength(1);
});

test.each([
  ['untrusted', 'Is this your broker?', 'Trust and connect', undefined],
  [
    'certificateChanged',
    'The broker’s certificate has changed',
    'Trust new certificate',
    { ...brokerCertificate, fingerprint: 'AA:BB' },
  ],
] as const)('%s: nothing is sent until its owner has said yes', async (kind, title, yes, known) => {
  const address = { ...wish.address, ...(known && { certificate: known }) };
  const choice = aBroker({ address });
  const { fake, user } = await open(refused({ kind, offered: brokerCertificate }), choice);
  await user.click(screen.getByRole('button', { name: 'Review certificate' }));
  const panel = within(screen.getByRole('group', { name: title }));
  await user.click(panel.getByRole('button', { name: 'Keep blocking' }));
  expect(fake.requests('setBroker')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Review certificate' }));
  await user.click(screen.getByRole('button', { name: yes }));
  expect(fake.requests('setBroker')).toEqual([
    {
      wish: { ...wish, address: { ...wish.address, certificate: brokerCertificate } },
      untilQuit: false,
    },
  ]);
});

test.each<[BrokerState, Partial<BrokerChoice>, RegExp]>([
  [{ phase: 'connected', since: readAt }, {}, /^The chargers disappear from Home Assistant/],
  [lost, {}, /so the chargers stay in Home Assistant until you delete them there/],
  [lost, { discovery: null }, /^The saved password is deleted. Nothing changes on the chargers/],
])('removing it says what is taken back: %#', async (state, parts, words) => {
  const { fake, user, hear } = await open(state, aBroker(parts));
  await user.click(screen.getByRole('button', { name: 'Remove…' }));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Remove the broker?' }));
  expect(dialog.getByText(words)).toBeTruthy();
  expect(fake.called()).not.toContain('forgetBroker');
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(fake.requests('forgetBroker')).toHaveLength(1);
  const { broker: _gone, ...left } = fake.state();
  hear({ ...left, settings: { ...left.settings, broker: null } });
  await waitFor(() => expect(screen.getByText(/^Nothing is sent until/)).toBeTruthy());
});

function escaped(text: string): string {
  return text.replaceAll(/[[\]().?*+]/g, '\\$&');
}
