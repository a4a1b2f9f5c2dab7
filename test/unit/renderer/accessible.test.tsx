// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app-state.ts';
import {
  aCharger,
  aChargingCharger,
  anAccount,
  anAppState,
  anObservation,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const other = { id: 'charger-2' };
const waiting = anObservation({ state: 'lockedCar' }, { name: 'Driveway' });
const eco = { ...waiting.abilities, ecoSmart: true, update: { from: '1', to: '2' } } as const;

const views: Readonly<Record<string, AppState>> = {
  'add a charger': anAppState(),
  charging: watching(aChargingCharger({ abilities: eco, ecoSmart: 'eco' })),
  several: watching(aChargingCharger(), aCharger(current(waiting), other)),
  outdated: watching(aCharger(outdated(anObservation({ state: 'charging' })))),
  'never read': watching(aCharger({ certainty: 'never' })),
  'sign-in needed': watching(aCharger({ certainty: 'signInNeeded', at: readAt, seen: waiting })),
  settings: anAppState({ accounts: [anAccount()], goTo: { counter: 1, view: 'settings' } }),
  troubles: { ...watching(), tray: 'absent', keychain: 'absent' },
};

test.each(Object.entries(views))('%s: axe finds nothing', async (_, state) => {
  await renderApp(state);
  expect(await violations()).toEqual([]);
});

test.each(['More', 'Details'])('%s: axe finds nothing', async (name) => {
  const { user } = await renderApp(watching(aChargingCharger({ abilities: eco })));
  await user.click(screen.getByRole('button', { name }));
  expect(await violations()).toEqual([]);
});

test('a dialog: axe finds nothing', async () => {
  const { user } = await renderApp(views.settings ?? anAppState());
  await user.click(screen.getByRole('button', { name: 'Forget owner@example.com' }));
  expect(await violations()).toEqual([]);
});

test('a form with an error: axe finds nothing', async () => {
  const { user } = await renderApp(anAppState());
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await violations()).toEqual([]);
});

/** Without a canvas jsdom can compare neither colours (they have their own test) nor glyphs. */
async function violations() {
  const found = await axe.run(document.body, {
    rules: {
      'color-contrast': { enabled: false },
      'label-content-name-mismatch': { enabled: false },
    },
  });
  return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}
