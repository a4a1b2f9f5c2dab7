import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { MarketChoice, MarketView } from '../../../shared/domain/price/market.ts';
import type { PriceFailure } from '../../../shared/domain/price/source.ts';
import { failed } from '../../../shared/result.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const token = 'a-made-up-token';
const tibber: MarketChoice = { source: 'tibber', area: 'SE3' };
const offered = [
  { id: 'energyCharts', host: 'api.energy-charts.info', areas: [{ code: 'NL' }] },
  {
    id: 'tibber',
    host: 'api.tibber.com',
    areas: [{ code: 'NL' }, { code: 'SE3' }],
    wantsToken: true,
  },
] as const;

async function openPrices(
  market: MarketView | null,
  prepare: (fake: FakeBridge) => void = () => undefined,
) {
  const state = watching(aChargingCharger());
  const settings = { ...state.settings, market: market?.choice ?? null };
  const app = await renderApp(
    { ...state, settings, ...(market ? { market: { changes: 1 } } : {}), zone: 'UTC' },
    (fake) => {
      fake.answer('priceSources', () => ({ ok: true, value: offered }));
      fake.answer('getMarket', () => ({ ok: true, value: market }));
      prepare(fake);
    },
  );
  await app.user.click(screen.getByRole('button', { name: 'Prices' }));
  return app;
}

const field = () => screen.getByLabelText('Access token');
const button = (name: string) => screen.getByRole('button', { name });
const nowhereToPut = (fake: FakeBridge) =>
  fake.answer('setPriceToken', ({ untilQuit }) => ({
    ok: true,
    value: untilQuit ? { ok: true, value: null } : failed({ kind: 'noKeychain' }),
  }));

test('a token is entered with its source, kept first, and is in no setting', async () => {
  const app = await openPrices(null);
  await app.user.selectOptions(await screen.findByLabelText('Source'), 'Tibber');
  await app.user.selectOptions(screen.getByLabelText('Price area'), 'Netherlands');
  expect(screen.getByText(/developer\.tibber\.com/)).toBeTruthy();
  expect(screen.getByText(/saved only in your system keyring/)).toBeTruthy();
  expect((field() as HTMLInputElement).type).toBe('password');
  await app.user.type(field(), ` ${token} `);
  await app.user.click(button('Show prices'));
  expect(app.fake.requests('setPriceToken')).toEqual([
    { source: 'tibber', token, untilQuit: false },
  ]);
  expect(app.fake.requests('changeSettings')).toEqual([
    { market: { source: 'tibber', area: 'NL' } },
  ]);
  const called = app.fake.called();
  expect(called.indexOf('setPriceToken')).toBeLessThan(called.indexOf('changeSettings'));
});

test.each([
  ['', 'Enter the token.'],
  ['two words', /no spaces or special characters/],
])('“%s” is not sent', async (typed, words) => {
  const app = await openPrices(null);
  await app.user.selectOptions(await screen.findByLabelText('Source'), 'Tibber');
  if (typed) await app.user.type(field(), typed);
  await app.user.click(button('Show prices'));
  expect(screen.getByText(words)).toBeTruthy();
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(app.fake.requests('setPriceToken')).toEqual([]);
  expect(app.fake.requests('changeSettings')).toEqual([]);
});

test('without a keychain it can be used for this session', async () => {
  const app = await openPrices(null, nowhereToPut);
  await app.user.selectOptions(await screen.findByLabelText('Source'), 'Tibber');
  await app.user.type(field(), token);
  await app.user.click(button('Show prices'));
  const sentence = await screen.findByText(/your system keyring is locked or missing/);
  expect(sentence.closest('[role="alert"]')).toBeTruthy();
  expect(app.fake.requests('changeSettings')).toEqual([]);
  await app.user.click(button('Use it for this session only'));
  expect(app.fake.requests('setPriceToken').map(({ untilQuit }) => untilQuit)).toEqual([
    false,
    true,
  ]);
  expect(app.fake.requests('changeSettings')).toHaveLength(1);
});

test('the one that is kept stays where none is entered', async () => {
  const app = await openPrices({ choice: tibber, slots: [] });
  await app.user.click(await screen.findByRole('button', { name: 'Change source' }));
  expect(screen.getByText('Leave empty to keep the saved token.')).toBeTruthy();
  await app.user.selectOptions(screen.getByLabelText('Price area'), 'Netherlands');
  await app.user.click(button('Show prices'));
  await waitFor(() => expect(app.fake.requests('changeSettings')).toHaveLength(1));
  expect(app.fake.requests('setPriceToken')).toEqual([]);
});

test.each<[PriceFailure['kind'], RegExp]>([
  ['tokenRefused', /doesn’t accept the token/],
  ['noToken', /Enter the token for this source/],
])('%s: the sentence comes with the field', async (kind, words) => {
  const failure = { kind } as PriceFailure;
  const app = await openPrices({ choice: tibber, slots: [], failure });
  expect(await screen.findByText(words)).toBeTruthy();
  await app.user.type(field(), token);
  const rules = {
    'color-contrast': { enabled: false },
    'label-content-name-mismatch': { enabled: false },
  };
  const found = await axe.run(document.body, { rules });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
  await app.user.click(button('Use this token'));
  expect(app.fake.requests('setPriceToken')).toMatchObject([{ token, untilQuit: false }]);
  // It has left the page.
  await waitFor(() => expect((field() as HTMLInputElement).value).toBe(''));
});

test('a keychain that is locked is asked again, and no token wanted', async () => {
  const app = await openPrices({ choice: tibber, slots: [], failure: { kind: 'tokenLocked' } });
  expect(await screen.findByText(/in a locked keychain/)).toBeTruthy();
  expect(screen.queryByLabelText('Access token')).toBeNull();
  await app.user.click(button('Try again'));
  expect(app.fake.requests('tryKeychain')).toHaveLength(1);
});
