import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { learnLanguage } from '../../../renderer/page-language.ts';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { phrases as german } from '../../../shared/languages/de.ts';
import { phrases as english } from '../../../shared/languages/en.ts';
import { messages, speak } from '../../../shared/text/messages.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import {
  aCharger,
  aChargingCharger,
  anAccount,
  anObservation,
  cloudBrand,
  current,
  outdated,
  watching,
} from '../../fixtures/app-states.ts';
import {
  aDetail,
  aPrice,
  aSession,
  aStatement,
  daysOf,
  garage,
  totalsOf,
  workshop,
} from '../../fixtures/history-rows.ts';
import { aChargingStation, aStation, watchingStation } from '../../fixtures/local-states.ts';
import { everyWordIn } from './every-word.ts';
import { prepareBrowser, preparePast, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const brands = [{ ...cloudBrand, fetchesSessions: true as const }];
const several = watching(
  aChargingCharger(),
  aCharger(current(anObservation({ state: 'lockedCar' }, { name: 'Driveway' })), { id: 'a/2' }),
  aCharger(outdated(anObservation({ state: 'waiting' }, { name: 'Carport' })), { id: 'a/3' }),
);
const history: AppState = { ...several, brands, goTo: { counter: 1, view: 'history' } };
const settings: AppState = {
  ...watchingStation(aChargingStation()),
  accounts: [anAccount(), aStation({ secrets: 'keychain' })],
  goTo: { counter: 1, view: 'settings' },
};

/** A view: the state that opens it, and the buttons that lead there. */
interface View {
  readonly state: AppState;
  readonly steps?: readonly (() => string)[];
}

const tools = () => messages.history.tools;
const page = (name: keyof typeof messages.settings.pages) => () =>
  `^${messages.settings.pages[name]} `;
const views: Readonly<Record<string, View>> = {
  chargers: { state: several },
  history: { state: history },
  'a session': { state: history, steps: [() => '10[.,]99'] },
  'a statement': { state: history, steps: [() => tools().statement] },
  'a new price': { state: history, steps: [() => tools().prices, () => messages.prices.add] },
  'the settings': { state: settings },
  notifications: { state: settings, steps: [page('notifications')] },
  general: { state: settings, steps: [page('general')] },
  data: { state: settings, steps: [page('data')] },
  licences: { state: settings, steps: [page('about'), () => messages.licences.open] },
};

const inGerman = {
  language: 'de',
  locales: { words: 'de-DE', numbers: 'de-DE', firstDay: 1 },
} as const;

function prepare(fake: FakeBridge): void {
  const sums = { totals: totalsOf({ withoutEnergy: 1 }), periods: daysOf(2026, 5, [1, 16]) };
  fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] }));
  fake.answer('listSessions', () => ({ ok: true, value: [aSession(), aSession({ id: 2 })] }));
  fake.answer('sumSessions', () => ({ ok: true, value: sums }));
  fake.answer('showSession', () => ({ ok: true, value: aDetail() }));
  fake.answer('getStatement', () => ({ ok: true, value: aStatement() }));
  fake.answer('getPrices', () => ({ ok: true, value: [aPrice()] }));
}

async function open(app: Rendered, { steps = [] }: View): Promise<void> {
  await screen.findByRole('button', { name: messages.window.header.settings });
  for (const step of steps) {
    const [first] = await screen.findAllByRole('button', {
      name: new RegExp(step()),
    });
    if (first) await app.user.click(first);
  }
  await app.ring();
}

it.each(Object.entries(views))('%s: another language changes every text', async (_, view) => {
  const { state } = view;
  speak(german);
  await open(await renderApp({ ...state, ...inGerman }, prepare), view);
  const wanted = everyWordIn(document.documentElement);
  cleanup();
  speak(english);
  const app = await renderApp(state, prepare, learnLanguage);
  await open(app, view);
  expect(document.documentElement.lang).toBe('en');
  expect(everyWordIn(document.documentElement)).not.toEqual(wanted);
  app.hear({ ...state, ...inGerman });
  await waitFor(() => expect(document.documentElement.lang).toBe('de'));
  await app.ring();
  expect(everyWordIn(document.documentElement)).toEqual(wanted);
});
