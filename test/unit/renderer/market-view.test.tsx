import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { CheapestTime } from '../../../shared/domain/price/cheapest-time.ts';
import type { MarketView } from '../../../shared/domain/price/market.ts';
import type { PriceFailure } from '../../../shared/domain/price/source.ts';
import { aChargingCharger, readAt, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const hour = 3_600_000;
const choice = { source: 'energyCharts', area: 'DE-LU' } as const;
const areas = (codes: string) => codes.split(' ').map((code) => ({ code }));
const offered = [
  { id: 'energyCharts', host: 'api.energy-charts.info', areas: areas('NL DE-LU DK1') },
  { id: 'nordPool', host: 'dataportal-api.nordpoolgroup.com', areas: areas('SE3') },
  { id: 'own', areas: areas('own') },
  {
    id: 'awattar',
    host: 'api.awattar.de',
    areas: [{ code: 'DE-LU' }, { code: 'AT', host: 'api.awattar.at' }],
  },
] as const;

/** Hours from the begin of this day on, each a cent dearer than the one before; the third is the cheapest. */
function aMarket(more: Partial<MarketView> = {}): MarketView {
  const midnight = readAt - (readAt % (24 * hour));
  const slots = Array.from({ length: 48 }, (_, index) => ({
    from: midnight + index * hour,
    until: midnight + (index + 1) * hour,
    perKwh: index === 2 ? '-0.012' : String((10 + index) / 100),
  }));
  const told = { at: readAt - hour, by: 'energyCharts', currency: 'EUR', vatIncluded: false };
  return { choice, slots, told: { ...told, attribution: 'CC BY 4.0' }, ...more };
}

async function openPrices(market: MarketView | null, found: CheapestTime | null = null) {
  const isChosen = market !== null;
  const state = watching(aChargingCharger());
  const settings = { ...state.settings, market: isChosen ? choice : null };
  const app = await renderApp(
    { ...state, settings, ...(isChosen ? { market: { changes: 1 } } : {}), zone: 'UTC' },
    (fake) => {
      fake.answer('priceSources', () => ({ ok: true, value: offered }));
      fake.answer('cheapestTime', () => ({ ok: true, value: found }));
      fake.answer('getMarket', () => ({ ok: true, value: market }));
    },
  );
  await app.user.click(screen.getByRole('button', { name: 'Prices' }));
  return app;
}

const tile = (label: string) => screen.getByText(label).nextElementSibling?.textContent;

describe('the prices of electricity', () => {
  test('are nobody’s at first; who is asked is said before it is', async () => {
    const app = await openPrices(null);
    await screen.findByText(/ChargeTray asks api\.energy-charts\.info once or twice a day/);
    await app.user.selectOptions(screen.getByLabelText('Source'), 'aWATTar');
    await app.user.selectOptions(screen.getByLabelText('Price area'), 'Germany (DE-LU)');
    expect(screen.getByText(/ChargeTray asks api\.awattar\.de/)).toBeTruthy();
    await app.user.selectOptions(screen.getByLabelText('Price area'), 'Austria');
    expect(screen.getByText(/ChargeTray asks api\.awattar\.at/)).toBeTruthy();
    await app.user.click(screen.getByRole('button', { name: 'Show prices' }));
    expect(app.fake.requests('changeSettings')).toEqual([
      { market: { source: 'awattar', area: 'AT' } },
    ]);
  });

  test('of Nord Pool come with a word on its terms', async () => {
    const app = await openPrices(null);
    await screen.findByLabelText('Source');
    expect(screen.queryByText(/^Nord Pool’s terms/)).toBeNull();
    await app.user.selectOptions(screen.getByLabelText('Source'), 'Nord Pool');
    expect(screen.getByText(/^Nord Pool’s terms limit/)).toBeTruthy();
  });

  test('come from the owner’s own list, once it is said where that is', async () => {
    const app = await openPrices(null);
    await app.user.selectOptions(await screen.findByLabelText('Source'), 'My own file or address');
    const use = screen.getByRole('button', { name: 'Show prices' });
    expect(use.getAttribute('aria-disabled')).toBe('true');
    await app.user.type(screen.getByLabelText('File or address'), ' /owner/prices.csv ');
    await app.user.click(use);
    expect(app.fake.requests('changeSettings')).toEqual([
      { market: { source: 'own', area: 'own', address: '/owner/prices.csv' } },
    ]);
  });

  test('are shown for now, for the cheapest hour of the day and on average', async () => {
    await openPrices(aMarket());
    await screen.findByText('CC BY 4.0');
    const now = new Date(readAt).getUTCHours();
    expect(tile('Now')).toBe(`${10 + now}\u00a0ct`);
    expect(tile('Lowest')).toBe('-1.2\u00a0ct');
    expect(screen.getByText('Lowest').parentElement?.textContent).toMatch(/0?2:00.*0?3:00/);
    expect(screen.getByText('Energy-Charts, Germany (DE-LU)')).toBeTruthy();
    // 24 hours from 10 to 33 ct, of which the third is -1.2 and not 12.
    expect(tile('Average')).toBe('21\u00a0ct');
  });

  test('can be read with the arrow keys and as a table', async () => {
    const app = await openPrices(aMarket());
    const picture = await screen.findByRole('slider', { name: 'Price by time' });
    picture.focus();
    await app.user.keyboard('{End}{ArrowLeft}');
    expect(picture.getAttribute('aria-valuetext')).toMatch(/: 56\sct$/);
    const rows = within(screen.getByRole('table', { name: 'Price by time' })).getAllByRole('row');
    expect(rows).toHaveLength(1 + 48 - new Date(readAt).getUTCHours());
  });

  test('tell when to charge costs least, for what the car needs', async () => {
    const from = readAt - (readAt % hour) + 2 * hour;
    const found: CheapestTime = {
      blocks: [{ from, until: from + 2 * hour }],
      wh: 30_000,
      cost: 2.314,
      saved: 1.87,
      reasons: [],
    };
    const app = await openPrices(aMarket(), found);
    const card = await screen.findByRole('region', { name: 'When it’s cheapest' });
    // The limit of the charger on the page is 32 A.
    expect(within(card).getByLabelText<HTMLInputElement>('Charging power').value).toBe('7.4');
    const energy = within(card).getByLabelText('Energy');
    await app.user.clear(energy);
    await app.user.type(energy, '30{Enter}');
    await app.user.click(within(card).getByRole('switch', { name: 'In one go' }));
    await waitFor(() =>
      expect(app.fake.requests('cheapestTime').at(-1)).toEqual({
        wh: 30_000,
        powerW: 7400,
        readyBy: 420,
        inOneGo: false,
      }),
    );
    const said = within(card).getByRole('status').textContent;
    expect(said).toMatch(
      /30\.00\skWh for about €2\.31 at market prices€1\.87 less than starting now/,
    );
    expect(document.querySelectorAll('.prices-bar.is-chosen')).toHaveLength(2);
  });

  test('that cannot serve the car in time are said not to', async () => {
    const reasons = [{ kind: 'tooLittleTime', possibleWh: 18_000 }] as const;
    await openPrices(aMarket(), { blocks: [], reasons });
    expect(
      await screen.findByText(/Not all of it is possible by then: 18\.00\skWh at most\./),
    ).toBeTruthy();
  });

  test('of a source that stepped in are said to be that', async () => {
    const told = { at: readAt, by: 'awattar', currency: 'EUR', vatIncluded: false };
    await openPrices(aMarket({ told, failure: { kind: 'serverError' } }));
    expect(await screen.findByText('aWATTar has stepped in.')).toBeTruthy();
    expect(screen.getByText('The source has a problem.')).toBeTruthy();
  });

  test.each<[PriceFailure, string]>([
    [{ kind: 'unreachable' }, 'The source can’t be reached.'],
    [
      { kind: 'rateLimited', until: readAt + hour },
      'The source asks for a break. ChargeTray tries again later.',
    ],
    [{ kind: 'implausible', perKwh: '42' }, 'The source’s prices seem wrong and aren’t used.'],
  ])('that could not be had are said to be missing: %o', async (failure, words) => {
    await openPrices({ choice, slots: [], failure });
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.getByText('No prices yet.')).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  test('of another source are chosen, and none any more', async () => {
    const app = await openPrices(aMarket());
    await app.user.click(await screen.findByRole('button', { name: 'Change source' }));
    await app.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await app.user.click(await screen.findByRole('button', { name: 'Change source' }));
    expect(screen.getByLabelText<HTMLSelectElement>('Price area').value).toBe('DE-LU');
    await app.user.click(screen.getByRole('button', { name: 'Stop reading prices' }));
    await waitFor(() => expect(app.fake.requests('changeSettings')).toEqual([{ market: null }]));
  });

  test('axe finds nothing, with prices and in the form', async () => {
    const app = await openPrices(aMarket());
    await screen.findByText('CC BY 4.0');
    expect(await violations()).toEqual([]);
    await app.user.click(screen.getByRole('button', { name: 'Change source' }));
    expect(await violations()).toEqual([]);
  });
});

/** Without a canvas jsdom can compare no colours; they have their own test. */
async function violations() {
  const rules = { 'color-contrast': { enabled: false } };
  const found = await axe.run(document.body, { rules });
  return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}
