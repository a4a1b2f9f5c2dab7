import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/domain/app/settings.ts';
import type { Statement, StatementDetails } from '../../../shared/domain/session/statement.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { aPrice, aStatement, garage, workshop } from '../../fixtures/history-rows.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const button = (name: string) => screen.getByRole('button', { name });
const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ');
const paper = async () => within(await screen.findByRole('article'));
const rowsOf = async () =>
  (await paper()).getAllByRole('row').map(({ textContent }) => plain(textContent));

interface Opened {
  readonly statement?: Statement | null;
  readonly kept?: StatementDetails;
  readonly leave?: boolean;
}

async function openStatement({ statement = aStatement(), kept = {} }: Opened = {}) {
  const settings = { ...defaultSettings, statement: kept };
  const goTo = { counter: 1, view: 'history' } as const;
  const app = await renderApp({ ...watching(aChargingCharger()), goTo, settings }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] }));
    fake.answer('getStatement', () => ({ ok: true, value: statement }));
  });
  await app.user.click(await screen.findByRole('button', { name: 'Statement…' }));
  const asked = () => app.fake.requests('getStatement').at(-1);
  return { ...app, asked };
}

describe('a statement', () => {
  test('has head, rows, totals, prices and what is missing', async () => {
    const { asked } = await openStatement();
    const both = [garage.key, workshop.key];
    const may = { from: '2026-05-01', to: '2026-05-31' };
    expect(asked()).toEqual({ chargers: both, ...may, zone: 'UTC' });
    expect((await paper()).getByRole('heading', { name: 'Charging statement' })).toBeTruthy();
    const known = ['1 May 2026 – 31 May 2026', '16 May 2026', 'Pulsar Plus', '123456', 'UTC'];
    for (const words of known) expect((await paper()).getByText(words)).toBeTruthy();
    expect(await rowsOf()).toEqual([
      'DateTimekWhPer kWhCost',
      '2 May 202618:30–20:3010.987€0.2875€3.16',
      '3 May 202618:30–21:3010.993several€3.41*',
      '4 May 202618:30–19:30–unknown–unknown–unknown',
      'Total, 3 sessions21.980€6.57',
    ]);
    for (const note of [/^\* Estimate/, /^Several:/, /no energy data/, /no known cost/]) {
      expect((await paper()).getByText(note)).toBeTruthy();
    }
    expect((await paper()).getByText('From 1 Jan 2026')).toBeTruthy();
    expect((await paper()).getByText('€0.2875', { selector: 'dd *' })).toBeTruthy();
  });

  test('of several chargers has a part for each, and the total of all', async () => {
    const [part] = aStatement().parts;
    const second = aStatement({
      charger: { key: workshop.key, name: 'Workshop' },
      rows: [],
      prices: [],
      sessions: 0,
    });
    if (!part) throw new Error('No part');
    await openStatement({ statement: { ...aStatement(), parts: [part, ...second.parts] } });
    const parts = (await paper()).getAllByRole('heading', { level: 3 });
    expect(parts.map(({ textContent }) => textContent)).toEqual(['Garage', 'Workshop']);
    expect((await paper()).getByText('No sessions in this period.')).toBeTruthy();
    expect((await rowsOf()).at(-1)).toBe('Total, all chargers21.980€6.57');
  });

  test('shows the prices of the times of day, and marks what was corrected', async () => {
    const tariff = {
      kind: 'bands',
      bands: [{ days: [1, 2, 3, 4, 5], from: 1320, to: 360, perKwh: '0.2' }],
      otherwise: '0.4',
    } as const;
    const rows = aStatement().parts.flatMap((part) => part.rows);
    const corrected = rows.map((row) => ({ ...row, corrected: true as const }));
    await openStatement({
      statement: aStatement({ prices: [aPrice({ tariff })], rows: corrected }),
    });
    expect((await paper()).getByText('Mon–Fri, 22:00–06:00: €0.20')).toBeTruthy();
    expect((await paper()).getByText(/^† Corrected/)).toBeTruthy();
    expect((await rowsOf())[1]).toContain('10.987†');
  });

  test('names an hourly price and what it came to on average', async () => {
    const market = { source: 'energyCharts', area: 'DE-LU' } as const;
    const more = { factor: '1', surcharge: '0.02', vatPercent: '0' };
    const price = aPrice({ tariff: { kind: 'hourly', market, ...more } });
    const hourlyAverages = [{ from: price.from, perKwh: '0.2734' }];
    await openStatement({ statement: aStatement({ prices: [price], hourlyAverages }) });
    expect((await paper()).getByText(/^Hourly price: Energy-Charts/)).toBeTruthy();
    expect((await paper()).getByText('Average of these sessions: €0.2734')).toBeTruthy();
  });

  test('of a station that counts no energy has no total of it', async () => {
    const rows = [{ id: 1, startedAt: 0, endedAt: 1 }];
    const bare = aStatement({ rows, totalCosts: [], withoutEnergy: 1 });
    const [part] = bare.parts.map(({ totalKwh: _none, ...rest }) => rest);
    const { totalKwh: _none, ...sums } = bare.sums;
    await openStatement({ statement: { ...bare, parts: part ? [part] : [], sums } });
    expect((await rowsOf()).at(-1)).toBe('Total, 3 sessions–unknown–unknown');
  });

  test('that lacks nothing says nothing of it', async () => {
    const [row] = aStatement().parts.flatMap((part) => part.rows);
    const rows = row ? [row] : [];
    await openStatement({ statement: aStatement({ rows, withoutCost: 0, withoutEnergy: 0 }) });
    expect((await paper()).queryByText(/no energy data|no known cost|Estimate|†/)).toBeNull();
  });

  test('is of the period and chargers that are asked for', async () => {
    const { user, asked } = await openStatement();
    const days = () => [asked()?.from, asked()?.to];
    await user.click(button('Previous period'));
    expect(days()).toEqual(['2026-04-01', '2026-04-30']);
    await user.click(screen.getByRole('radio', { name: 'Quarter' }));
    expect(screen.getByRole('heading', { name: 'Q2 2026' })).toBeTruthy();
    expect(days()).toEqual(['2026-04-01', '2026-06-30']);
    expect(button('Next period').getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('radio', { name: 'Year' }));
    expect(days()).toEqual(['2026-01-01', '2026-12-31']);
    await user.click(screen.getByRole('radio', { name: 'Month' }));
    expect(days()).toEqual(['2026-05-01', '2026-05-31']);
    await user.click(screen.getByRole('radio', { name: 'Year' }));
    await user.click(screen.getByRole('radio', { name: 'Dates' }));
    const last = screen.getByLabelText('Last day');
    await user.clear(last);
    await user.type(last, '2025-12-31');
    expect(screen.getByText(/must not be before the first day/)).toBeTruthy();
    expect(days()).toEqual(['2026-01-01', '2026-12-31']);
    await user.clear(last);
    await user.type(last, '2026-02-14');
    expect(days()).toEqual(['2026-01-01', '2026-02-14']);
    await user.click(screen.getByRole('checkbox', { name: 'Garage' }));
    await user.click(screen.getByRole('checkbox', { name: 'Workshop' }));
    await user.click(screen.getByRole('switch', { name: 'Business sessions only' }));
    expect(asked()).toMatchObject({ chargers: [workshop.key], only: 'business' });
  });

  test('bears what is typed, which is kept only on wish', async () => {
    const { user, fake } = await openStatement();
    await user.click(screen.getByText('Details on the statement'));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Alex Example');
    await user.type(screen.getByRole('textbox', { name: 'Number plate' }), 'UL-X 1');
    await user.type(screen.getByRole('textbox', { name: 'Meter reading, start' }), '1200 kWh');
    await user.click(screen.getByRole('switch', { name: 'Signature line' }));
    for (const words of ['Alex Example', 'UL-X 1', '1200 kWh', 'Date, signature']) {
      expect((await paper()).getByText(words)).toBeTruthy();
    }
    expect(fake.requests('changeSettings')).toEqual([]);
    const statement = { name: 'Alex Example', plate: 'UL-X 1', signature: true };
    await user.click(screen.getByRole('switch', { name: /^Remember/ }));
    await user.type(screen.getByRole('textbox', { name: 'Vehicle' }), 'Van');
    await user.tab();
    await user.click(screen.getByRole('switch', { name: /^Remember/ }));
    expect(fake.requests('changeSettings')).toEqual([
      { statement },
      { statement: { ...statement, vehicle: 'Van' } },
      { statement: {} },
    ]);
  });

  test('begins with what was remembered', async () => {
    const { user, fake } = await openStatement({ kept: { costCentre: '4711' } });
    expect((await paper()).getByText('4711')).toBeTruthy();
    await user.click(screen.getByText('Details on the statement'));
    await user.type(screen.getByRole('textbox', { name: 'Cost centre' }), '2');
    await user.click(screen.getByRole('button', { name: /^Back/ }));
    expect(fake.requests('changeSettings')).toEqual([{ statement: { costCentre: '47112' } }]);
  });

  test('becomes a PDF with a name and a title of its own', async () => {
    const titles: string[] = [];
    const { user, fake } = await openStatement();
    fake.answer('savePdf', () => {
      titles.push(document.title);
      return { ok: true, value: 'saved' };
    });
    document.title = 'ChargeTray';
    await user.click(screen.getByRole('checkbox', { name: 'Workshop' }));
    await user.click(button('Save as PDF…'));
    expect(fake.requests('savePdf')).toEqual([{ name: 'Garage 2026-05.pdf' }]);
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect([...titles, document.title]).toEqual(['Charging statement, May 2026', 'ChargeTray']);
  });

  test('of a charger that nobody knows says so', async () => {
    await openStatement({ statement: null });
    expect(await screen.findByText('No data.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save as PDF…' })).toBeNull();
  });
});
