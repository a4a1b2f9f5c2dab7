import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { aChargingCharger, anAppState, cloudBrand, watching } from '../../fixtures/app-states.ts';
import {
  aBareDetail,
  aDetail,
  aPrice,
  aSession,
  aStatement,
  daysOf,
  garage,
  totalsOf,
  workshop,
} from '../../fixtures/history-rows.ts';
import { prepareBrowser, preparePast, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const goTo = { counter: 1, view: 'history' } as const;
const brands = [{ ...cloudBrand, fetchesSessions: true as const }];

async function open(detail = aDetail()): Promise<Rendered> {
  const state = { ...watching(aChargingCharger()), brands, goTo };
  const app = await renderApp(state, (fake) => {
    const sessions = [aSession(), aSession({ id: 2, source: 'both' })];
    const sums = { totals: totalsOf({ withoutEnergy: 1 }), periods: daysOf(2026, 5, [1, 16]) };
    fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] }));
    fake.answer('listSessions', () => ({ ok: true, value: sessions }));
    fake.answer('sumSessions', () => ({ ok: true, value: sums }));
    fake.answer('showSession', () => ({ ok: true, value: detail }));
    fake.answer('getStatement', () => ({ ok: true, value: aStatement() }));
    fake.answer('getPrices', () => ({ ok: true, value: [aPrice()] }));
  });
  await screen.findByRole('heading', { name: 'Sessions' });
  return app;
}

const press = (name: string | RegExp) => async (app: Rendered) => {
  await app.user.click(screen.getAllByRole('button', { name })[0] as HTMLElement);
};

test.each<[string, readonly ((app: Rendered) => Promise<void>)[]]>([
  ['the list', []],
  ['the export', [press('Export…')]],
  ['the cloud', [press('Import from Wallbox…')]],
  ['one charge', [press(/10\.99/)]],
  ['a statement', [press('Statement…')]],
  ['the prices', [press('Energy price…')]],
  ['a new price', [press('Energy price…'), press('New price'), press('Save price')]],
  [
    'a price by the time of day',
    [
      press('Energy price…'),
      press('New price'),
      (app) => app.user.click(screen.getByRole('radio', { name: 'Time of use' })),
      press('Save price'),
    ],
  ],
])('%s: axe finds nothing', async (_, steps) => {
  const app = await open();
  for (const step of steps) await step(app);
  expect(await violations()).toEqual([]);
});

test('a charge without numbers: axe finds nothing', async () => {
  await press(/10\.99/)(await open(aBareDetail()));
  expect(await violations()).toEqual([]);
});

test('an empty history: axe finds nothing', async () => {
  await renderApp(anAppState({ goTo }));
  await screen.findByText(/No sessions yet/);
  expect(await violations()).toEqual([]);
});

test('a charge can be reached and left by keyboard alone', async () => {
  const { user } = await open();
  const row = screen.getAllByRole('button', { name: /10\.99/ })[0] as HTMLElement;
  while (document.activeElement !== row) await user.tab();
  await user.keyboard('{Enter}');
  const picture = await screen.findByRole('slider');
  while (document.activeElement !== picture) await user.tab();
  await user.keyboard('{ArrowRight}{Escape}');
  expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeTruthy();
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
