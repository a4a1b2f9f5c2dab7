import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import {
  aCharger,
  aChargingCharger,
  anAccount,
  anAppState,
  anObservation,
  cloudBrand,
  current,
  localBrand,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import {
  aCertificate,
  aChargingStation,
  aFingerprint,
  aReport,
  aStation,
  watchingStation,
} from '../../fixtures/local-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const other = { id: 'charger-2' };
const waiting = anObservation({ state: 'lockedCar' }, { name: 'Driveway' });
const eco = { ...waiting.abilities, solarMode: true, update: { from: '1', to: '2' } } as const;

const views: Readonly<Record<string, AppState>> = {
  'add a charger': anAppState(),
  'add one of two makes': anAppState({ brands: [cloudBrand, localBrand] }),
  'a station in a power cut': watchingStation(aChargingStation({ grid: 'powerCut' })),
  'a station in the settings': {
    ...watchingStation(),
    accounts: [aStation({ secrets: 'keychain' })],
    goTo: { counter: 1, view: 'settings' },
  },
  charging: watching(aChargingCharger({ abilities: eco, solarMode: 'eco' })),
  several: watching(aChargingCharger(), aCharger(current(waiting), other)),
  outdated: watching(aCharger(outdated(anObservation({ state: 'charging' })))),
  'never read': watching(aCharger({ certainty: 'never' })),
  'sign-in needed': watching(
    aCharger({ certainty: 'signInNeeded', at: readAt, observation: waiting }),
  ),
  settings: anAppState({ accounts: [anAccount()], goTo: { counter: 1, view: 'settings' } }),
  troubles: { ...watching(), tray: 'absent', keychain: 'absent' },
};

test.each(Object.entries(views))('%s: axe finds nothing', async (_, state) => {
  await renderApp(state);
  expect(await violations()).toEqual([]);
});

test('more, with details: axe finds nothing', async () => {
  const { user } = await renderApp(watching(aChargingCharger({ abilities: eco })));
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Details' }));
  expect(await violations()).toEqual([]);
});

test('a dialog: axe finds nothing', async () => {
  const { user } = await renderApp(views.settings ?? anAppState());
  await user.click(screen.getByRole('button', { name: 'Remove owner@example.com' }));
  expect(await violations()).toEqual([]);
});

test('a form with an error: axe finds nothing', async () => {
  const { user } = await renderApp(anAppState());
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await violations()).toEqual([]);
});

const offered = aCertificate();
const known = aCertificate({ fingerprint: aFingerprint(3) });

test.each([
  ['a certificate to confirm', { kind: 'confirmCertificate', offered }],
  ['two certificates to compare', { kind: 'confirmCertificate', offered, known }],
  ['another station', { kind: 'otherCharger', found: 'SWA34DEF', known: 'SWA12ABC' }],
  ['a field that is wrong', { kind: 'badField', field: 'address' }],
] as const)('%s: axe finds nothing', async (_, failure) => {
  const { user } = await renderApp(anAppState({ brands: [localBrand] }), (fake) => {
    fake.answer('addAccount', () => ({ ok: true, value: { ok: false, failure } }));
    const found = { from: 'FCSP_HOST', fields: { address: 'a' }, secretFields: [], skipped: ['b'] };
    fake.answer('findSettings', () => ({ ok: true, value: found }));
  });
  await user.type(screen.getByLabelText('Address'), '192.0.2.10{Enter}');
  expect(await violations()).toEqual([]);
});

test('a report: axe finds nothing', async () => {
  const { user } = await renderApp(watchingStation(aChargingStation()), (fake) => {
    fake.answer('makeReport', () => ({ ok: true, value: { ok: true, value: aReport() } }));
    const secret = { key: 'stationPassword', value: '••••', secret: true } as const;
    fake.answer('loadDetails', () => ({ ok: true, value: { ok: true, value: [secret] } }));
  });
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('button', { name: 'Create report' }));
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
