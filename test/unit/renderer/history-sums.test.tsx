import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { Reply } from '../../../shared/ipc/contract.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { aSession, daysOf, garage, noTotals, totalsOf } from '../../fixtures/history-rows.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const goTo = { counter: 1, view: 'history' } as const;
const day = 24 * 3_600_000;
const button = (name: string) => screen.getByRole('button', { name });
const bars = () => within(screen.getByRole('group', { name: /^Energy by/ }));
const bar = (name: RegExp) => bars().getByRole('button', { name });

/** The history of May 2026, with sums that are what the test makes of them. */
async function open(sums: Partial<Reply<'sumSessions'>> = {}) {
  const app = await renderApp({ ...watching(aChargingCharger()), goTo }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage] }));
    fake.answer('listSessions', () => ({ ok: true, value: [aSession()] }));
    const value = { totals: totalsOf(), periods: daysOf(2026, 5, [3, 16]), ...sums };
    fake.answer('sumSessions', () => ({ ok: true, value }));
  });
  await screen.findByText('21.98 kWh');
  return app;
}

test('four tiles say what there was, beside as much of the month before', async () => {
  const before = totalsOf({
    charges: 4,
    energyWh: 20_000,
    costs: [{ amount: '13.62', currency: 'EUR' }],
    averagePrices: [{ amount: '0.3093', currency: 'EUR' }],
  });
  await open({ totals: totalsOf({ greenEnergyWh: 8_352 }), before });
  const tiles = [...document.querySelectorAll('.tile')].map(({ textContent }) => textContent);
  expect(tiles).toEqual([
    'Energy21.98 kWh▲ 10%10% more than by this time in April 2026 38% solar ',
    'Cost€6.81▼ 50% vs Apr50% less than by this time in April 2026 ',
    'Average price€0.310\u200b/kWhsimilar to Aprabout the same as by this time in April 2026 ',
    'Sessions23\u00a0h\u00a042\u00a0min3\u00a0h\u00a042\u00a0min charging ▼ 50%50% less than by this time in April 2026 ',
  ]);
});

test('a month that is over is compared with the whole one before', async () => {
  const { user, fake } = await open({ before: totalsOf({ energyWh: 10_990 }) });
  await user.click(button('Previous month'));
  const before = { from: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 3, 1) };
  expect(fake.requests('sumSessions').at(-1)?.before).toEqual(before);
  expect(await screen.findByText('100% more than in March 2026')).toBeTruthy();
});

test('of all time there are years and nothing to compare with', async () => {
  const { user, fake } = await open();
  await user.click(screen.getByRole('radio', { name: 'All' }));
  expect(screen.getByRole('heading', { name: 'All time' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Next month' })).toBeNull();
  const { query, by, before } = fake.requests('sumSessions').at(-1) ?? {};
  expect([query?.from, by, before]).toEqual([0, 'year', undefined]);
});

test('today leads to the present month, and is no use there', async () => {
  const { user } = await open();
  expect(button('Today').getAttribute('aria-disabled')).toBe('true');
  await user.click(button('Previous month'));
  expect(button('Today').getAttribute('aria-disabled')).toBeNull();
  await user.click(button('Today'));
  expect(screen.getByRole('heading', { name: 'May 2026' })).toBeTruthy();
});

test('what is missing from the sums is said', async () => {
  await open({ totals: totalsOf({ charges: 9, withoutEnergy: 2, withoutCost: 3 }) });
  expect(screen.getByText(/^Energy unknown for 2 sessions/).textContent).toMatch(/Cost .* for 3 /);
});

test('energy that nobody knows is no 0 for those who hear or see the bars', async () => {
  const periods = daysOf(2026, 5, [3, 4]).map(({ energyWh, ...rest }, place) =>
    place === 2 ? { ...rest, withoutEnergy: 2 } : { ...rest, ...(energyWh && { energyWh }) },
  );
  await open({ periods });
  const table = within(screen.getByRole('table', { name: 'Energy by day' }));
  const cells = table.getAllByRole('cell').map(({ textContent }) => textContent);
  expect(cells).toEqual(['unknown', '1', '4.00\u00a0kWh', '1']);
  expect(bar(/^Sun,? 3 May/).getAttribute('aria-label')).toMatch(/: unknown · 1 session$/);
  expect(bar(/^Sun,? 3 May/).querySelector('.bar-unknown')).toBeTruthy();
});

test('the solar part of a bar is drawn and said', async () => {
  const periods = daysOf(2026, 5, [16]).map((period) =>
    period.charges > 0 ? { ...period, greenEnergyWh: 4_000 } : period,
  );
  await open({ periods });
  expect(bar(/^Sat,? 16 May: 16\.00.kWh · 4\.00.kWh solar · 1 session$/)).toBeTruthy();
  expect(document.querySelector<HTMLElement>('.bar-solar[style*="25%"]')).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: 'Solar' })).toBeTruthy();
});

test('a press on a day narrows the list to it; the chip or another press takes it back', async () => {
  const { user, fake } = await open();
  const of16 = { from: Date.UTC(2026, 4, 16), to: Date.UTC(2026, 4, 17), energyOnly: true };
  const whole = { from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 5, 1), energyOnly: true };
  const listed = () => fake.requests('listSessions').at(-1)?.query;
  const sums = fake.requests('sumSessions').length;
  await user.click(bar(/16 May/));
  expect(listed()).toEqual(of16);
  expect(bar(/16 May/).getAttribute('aria-pressed')).toBe('true');
  await user.click(await screen.findByRole('button', { name: /16 May: show all days/ }));
  expect(listed()).toEqual(whole);
  await waitFor(() => expect(screen.queryByRole('button', { name: /show all days/ })).toBeNull());
  expect(document.activeElement?.tagName).toBe('H2');
  await user.click(bar(/16 May/));
  await user.click(bar(/16 May/));
  expect(listed()).toEqual(whole);
  await user.click(bar(/^Mon,? 4 May: no sessions/));
  expect(listed()).toEqual(whole);
  expect(fake.requests('sumSessions')).toHaveLength(sums);
});

test('bars are one stop of the Tab key, arrows move, Enter narrows, and the tip follows', async () => {
  const { user, fake } = await open();
  while (document.activeElement !== bar(/16 May/)) await user.tab();
  expect(document.querySelector('.bar-tip')?.textContent).toMatch(/16 May 16\.00.kWh · 1 session$/);
  await user.keyboard('{ArrowLeft}');
  expect(document.activeElement).toBe(bar(/15 May/));
  expect(document.querySelector('.bar-tip')?.textContent).toMatch(/15 May no sessions$/);
  await user.keyboard('{End}{ArrowRight}');
  expect(document.activeElement).toBe(bar(/31 May/));
  await user.keyboard('{Home}{ArrowRight}{ArrowRight}{Enter}');
  expect(fake.requests('listSessions').at(-1)?.query.from).toBe(Date.UTC(2026, 4, 3));
  // Where one reads from the right, so does the month.
  screen.getByRole('group', { name: /^Energy by/ }).style.direction = 'rtl';
  await user.keyboard('{ArrowLeft}');
  expect(document.activeElement).toBe(bar(/ 4 May/));
  await user.tab();
  expect(document.querySelector('.bar-tip')).toBeNull();
  expect(
    bars()
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0),
  ).toHaveLength(1);
});

test('a year leads to its month, all to their year', async () => {
  const { user, fake } = await open();
  const starts = [0, 1].map((month) => Date.UTC(2026, month, 1));
  const months = starts.map((from) => ({ ...totalsOf(), from, to: from + 28 * day }));
  fake.answer('sumSessions', ({ by }) => ({
    ok: true,
    value: {
      totals: totalsOf(),
      periods: by === 'year' ? [{ ...totalsOf(), from: Date.UTC(2025, 0, 1), to: 0 }] : months,
    },
  }));
  await user.click(screen.getByRole('radio', { name: 'All' }));
  await user.click(await screen.findByRole('button', { name: /^2025: 21\.98/ }));
  expect(screen.getByRole('heading', { name: '2025' })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: /^February 2026: 21\.98/ }));
  expect(screen.getByRole('heading', { name: 'February 2026' })).toBeTruthy();
});

test('an empty month has no tiles and no bars', async () => {
  await renderApp({ ...watching(aChargingCharger()), goTo }, (fake) =>
    fake.answer('sumSessions', () => ({ ok: true, value: { totals: noTotals, periods: [] } })),
  );
  await screen.findByText(/yet in May 2026/);
  expect(document.querySelector('.tile, .bars')).toBeNull();
  expect(button('Statement…')).toBeTruthy();
});

test('axe finds nothing, with a day chosen and a bar that speaks', async () => {
  const { user } = await open({ before: totalsOf({ charges: 1 }) });
  await user.click(bar(/16 May/));
  await screen.findByRole('button', { name: /show all days/ });
  const rules = { 'color-contrast': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
});
