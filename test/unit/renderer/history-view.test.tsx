import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import {
  aBareSession,
  aDetail,
  aSession,
  daysOf,
  garage,
  sessionsOf,
  totalsOf,
  workshop,
} from '../../fixtures/history-rows.ts';
import { heldBack, prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const may = { from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 5, 1) };
const charges = { ...may, energyOnly: true };
const history = (parts: Partial<AppState> = {}): AppState => ({
  ...watching(aChargingCharger()),
  goTo: { counter: 1, view: 'history' },
  ...parts,
});
// Not by role: to work out the names of hundreds of buttons takes seconds here.
const rows = () => [...document.querySelectorAll<HTMLElement>('button[data-session]')];
const press = (words: string) => screen.getByText(words);
const title = () => screen.getByRole('heading', { level: 1 });
const button = (name: string) => screen.getByRole('button', { name });

/** Answers with these charges, page by page as main does. */
function keeping(sessions: readonly Session[], more: (fake: FakeBridge) => void = () => undefined) {
  return (fake: FakeBridge) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage] }));
    fake.answer('listSessions', ({ limit, before }) => {
      const from = before ? sessions.findIndex(({ id }) => id === before.id) + 1 : 0;
      return { ok: true, value: sessions.slice(from, from + limit) };
    });
    const totals = totalsOf({ charges: sessions.length });
    const periods = daysOf(2026, 5, [1, 16]);
    fake.answer('sumSessions', () => ({ ok: true, value: { totals, periods } }));
    more(fake);
  };
}

async function open(sessions: readonly Session[], more?: (fake: FakeBridge) => void) {
  const app = await renderApp(history(), keeping(sessions, more));
  await screen.findByText('Sessions', { selector: 'h2' });
  return app;
}

test('the month of now is shown with its sums, its days and its sessions', async () => {
  const { fake } = await open([aSession(), aSession({ id: 2, cost: undefined as never })]);
  expect(fake.requests('listSessions')).toEqual([{ query: charges, limit: 100 }]);
  const before = { from: Date.UTC(2026, 3, 1), to: Date.UTC(2026, 3, 16, 12) };
  const sums = { query: charges, by: 'day', zone: 'UTC', before };
  expect(fake.requests('sumSessions')).toEqual([sums]);
  expect(screen.getByText('21.98 kWh')).toBeTruthy();
  expect(screen.getByText('€6.81')).toBeTruthy();
  const bars = screen.getByRole('group', { name: /^Energy by day, May 2026: 21.98/ });
  expect(bars.querySelectorAll('button')).toHaveLength(31);
  const table = within(screen.getByRole('table', { name: 'Energy by day' }));
  expect(table.getAllByRole('row')).toHaveLength(3);
  expect(rows()[0]?.textContent).toMatch(
    /^10:38–12:41 10\.99\skWh 2\sh\s03\smin · 5\.9\skW on average €3\.41$/,
  );
  expect(
    screen.getByRole('list', { name: /^Saturday,? 16 May$/ }).contains(rows()[0] as Node),
  ).toBe(true);
});

test('a charge without energy shows how long it was; one that runs says so', async () => {
  await open([aBareSession(), aSession({ id: 2, endedAt: undefined as never })]);
  expect(rows()[0]?.textContent).toMatch(/10:38–12:41 unknownenergy unknown 2\sh\s03\smin $/);
  expect(rows()[1]?.textContent).toMatch(/10:38.*in progress/);
});

test('an estimated cost is told as about that much', async () => {
  const cost = { amount: '3.40', currency: 'EUR', origin: 'own', estimated: true } as const;
  await open([aSession({ cost })]);
  expect(rows()[0]?.textContent).toMatch(/about €3\.40/);
});

test('sessions without energy are shown on wish, and marked', async () => {
  const { user, fake } = await open([aSession({ energyWh: 0 })], (bridge) =>
    bridge.answer('sumSessions', () => ({
      ok: true,
      value: { totals: totalsOf(), periods: [], empty: 2 },
    })),
  );
  expect(rows()[0]?.textContent).toMatch(/no energy/);
  await user.click(screen.getByRole('switch', { name: 'Show 2 sessions without energy' }));
  expect(fake.requests('listSessions').at(-1)?.query).toEqual(may);
  // They are listed and marked; no sum has them.
  expect(fake.requests('sumSessions').at(-1)?.query).toEqual(charges);
});

test('the months and years before can be seen, the future not', async () => {
  const { user, fake } = await open([aSession()]);
  expect(button('Next month').getAttribute('aria-disabled')).toBe('true');
  await user.click(button('Previous month'));
  expect(screen.getByRole('heading', { name: 'April 2026' })).toBeTruthy();
  expect(fake.requests('listSessions').at(-1)?.query).toEqual({
    from: Date.UTC(2026, 3, 1),
    to: may.from,
    energyOnly: true,
  });
  await user.click(screen.getByRole('radio', { name: 'Year' }));
  expect(fake.requests('sumSessions').at(-1)).toEqual({
    query: { ...charges, from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) },
    by: 'month',
    zone: 'UTC',
    before: { from: Date.UTC(2025, 0, 1), to: Date.UTC(2025, 4, 16, 12) },
  });
  await user.click(button('Previous year'));
  await user.click(screen.getByRole('radio', { name: 'Month' }));
  expect(screen.getByRole('heading', { name: 'December 2025' })).toBeTruthy();
});

test.each([
  [0, /No sessions yet in May 2026\. New sessions appear automatically\./],
  [1, /^No sessions in April 2026\.$/],
])('%i months back without a charge says so', async (back, sentence) => {
  const { user } = await renderApp(history());
  const before = await screen.findByRole('button', { name: 'Previous month' });
  for (let step = 0; step < back; step += 1) await user.click(before);
  expect(await screen.findByText(sentence)).toBeTruthy();
});

test('one of several chargers can be chosen; a single one is not asked about', async () => {
  const { user, fake } = await open([aSession(), aBareSession({ id: 2 })], (bridge) =>
    bridge.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] })),
  );
  expect(rows()[1]?.textContent).toMatch(/Workshop/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Charger' }), 'Workshop');
  expect(fake.requests('listSessions').at(-1)?.query).toEqual({
    ...charges,
    charger: workshop.key,
  });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Charger' }), 'All chargers');
  expect(fake.requests('listSessions').at(-1)?.query).toEqual(charges);
});

test('with one charger there is no choice', async () => {
  await open([aSession()]);
  expect(screen.queryByRole('combobox', { name: 'Charger' })).toBeNull();
});

test('an open list follows the computer into another zone', async () => {
  const { hear } = await open([aSession()]);
  expect(rows()[0]?.textContent).toContain('10:38–12:41');
  hear(history({ zone: 'Asia/Kolkata' }));
  await waitFor(() => expect(rows()[0]?.textContent).toContain('16:08–18:11'));
});

test('the region decides how times and numbers are written, and may change', async () => {
  const { hear } = await open([aSession()]);
  expect(rows()[0]?.textContent).toContain('10.99');
  hear(history({ locales: { words: 'en-DE', numbers: 'de-DE', firstDay: 1 } }));
  await waitFor(() => expect(rows()[0]?.textContent).toContain('10,99'));
  hear(history({ locales: { words: 'en-US', numbers: 'en-US', firstDay: 7 } }));
  await waitFor(() => expect(rows()[0]?.textContent).toMatch(/10:38.AM/));
});

test('from its card the history of that charger is opened', async () => {
  const state = watching(aChargingCharger());
  const { user, fake } = await renderApp(state, keeping([aSession()]));
  await user.click(button('History of Garage'));
  await screen.findByRole('heading', { name: 'Sessions' });
  expect(fake.requests('listSessions').at(-1)?.query.charger).toBe('wallbox/charger-1');
});

test('it is asked again when there is something new, and never by itself', async () => {
  const { fake, hear, ring } = await open([aSession()]);
  hear(history({ history: { changes: 0 } }));
  await ring();
  expect(fake.requests('listSessions')).toHaveLength(1);
  fake.answer('listSessions', () => ({ ok: true, value: sessionsOf(2) }));
  hear(history({ history: { changes: 1 } }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(fake.requests('sumSessions')).toHaveLength(2);
});

test('an answer that comes late does not cover a newer one', async () => {
  const { user, fake } = await open([aSession()]);
  const slow = heldBack<{ ok: true; value: readonly Session[] }>();
  fake.answer('listSessions', () => slow.promise);
  await user.click(button('Previous month'));
  fake.answer('listSessions', () => ({ ok: true, value: sessionsOf(3) }));
  await user.click(button('Previous month'));
  await waitFor(() => expect(rows()).toHaveLength(3));
  await act(async () => slow.give({ ok: true, value: [] }));
  expect(rows()).toHaveLength(3);
});

test('more sessions are asked for page by page, until there are no more', async () => {
  const { user, fake } = await open(sessionsOf(230));
  expect(rows()).toHaveLength(100);
  await user.click(press('Show more'));
  await user.click(press('Show more'));
  expect(rows()).toHaveLength(200);
  const last = sessionsOf(230)[99];
  expect(fake.requests('listSessions')[1]).toEqual({
    query: charges,
    limit: 100,
    before: { startedAt: last?.startedAt, id: last?.id },
  });
  await user.click(press('Show more'));
  await user.click(press('Show more'));
  expect(rows()).toHaveLength(230);
  expect(screen.queryByText('Show more')).toBeNull();
  expect(fake.requests('listSessions')).toHaveLength(3);
});

test('what is new is asked for with all that is shown, at once', async () => {
  const { user, fake, hear } = await open(sessionsOf(230));
  await user.click(press('Show more'));
  hear(history({ history: { changes: 1 } }));
  await waitFor(() => expect(fake.requests('listSessions')).toHaveLength(3));
  expect(fake.requests('listSessions').at(-1)).toEqual({ query: charges, limit: 200 });
});

test('on the way back as many are there as before', async () => {
  const { user, fake } = await open(sessionsOf(230));
  await user.click(press('Show more'));
  await user.click(press('Show more'));
  await user.click(rows()[150] as HTMLElement);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(rows()).toHaveLength(200));
  expect(fake.requests('listSessions').at(-1)?.limit).toBe(200);
  expect(document.activeElement).toBe(rows()[150]);
});

test('scrolling to the end of the list does the same', async () => {
  const observation = new Set<() => void>();
  Reflect.set(
    window,
    'IntersectionObserver',
    class {
      constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
      observe = () => observation.add(() => this.tell([{ isIntersecting: true }]));
      disconnect = () => undefined;
    },
  );
  const { fake } = await open(sessionsOf(130));
  await act(async () => [...observation].at(-1)?.());
  expect(fake.requests('listSessions')).toHaveLength(2);
});

test('a search looks through all sessions of the range and can be taken back', async () => {
  const sessions = sessionsOf(230);
  const { user, fake } = await open(sessions);
  const search = screen.getByLabelText('Search charger, date, tag or note');
  await user.type(search, '16 mar');
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(fake.requests('listSessions').at(-1)?.limit).toBe(5000);
  expect(screen.getByText('1 of 230 sessions')).toBeTruthy();
  await user.type(search, 'x');
  expect(screen.getByText(/No matching sessions/)).toBeTruthy();
  await user.click(press('Show all'));
  expect(rows()).toHaveLength(100);
});

test('a search looks through all of five thousand and more, in several answers', async () => {
  const sessions = sessionsOf(5_100);
  const found = sessions[5_090]?.startedAt ?? 0;
  const { user, fake } = await open(sessions);
  const when = new Date(found);
  const typed = `${when.getUTCDate()} ${when.getUTCFullYear()} ${monthOf(when)}`;
  // As a whole: each letter would be looked for in all of them.
  await user.click(screen.getByLabelText('Search charger, date, tag or note'));
  await user.paste(typed);
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]?.dataset.session).toBe('10');
  expect(fake.requests('listSessions').map(({ limit }) => limit)).toEqual([100, 5000, 5000]);
});

test('what a session was for stands on it, and finds it, as its note does', async () => {
  const note = 'to the Sea\nand back';
  const others = sessionsOf(3, { note });
  const { user } = await open([...others, aSession({ id: 9, tag: 'business' })]);
  expect(rows()[0]?.textContent).toMatch(/ to the Sea\nand back$/);
  expect(rows()[0]?.querySelector('[title]')?.getAttribute('title')).toBe(note);
  expect(rows()[3]?.querySelector('[title]')).toBeNull();
  expect(rows()[3]?.textContent).toMatch(/^10:38–12:41 Business /);
  const search = screen.getByLabelText('Search charger, date, tag or note');
  await user.type(search, 'bus');
  expect(rows().map(({ dataset }) => dataset.session)).toEqual(['9']);
  await user.clear(search);
  await user.type(search, 'sea');
  expect(rows()).toHaveLength(3);
});

test('a session that was charged by price is marked so, and found by it', async () => {
  const { startedAt: plannedSince } = aSession();
  const { user } = await open([aSession(), aSession({ id: 2, tag: 'business', plannedSince })]);
  const texts = rows().map(({ textContent }) => textContent);
  expect(texts.filter((text) => text?.includes('By price'))).toHaveLength(1);
  expect(texts.join()).toMatch(/10:38–12:41 Business By price /);
  await user.type(screen.getByLabelText('Search charger, date, tag or note'), 'by price');
  expect(rows().map(({ dataset }) => dataset.session)).toEqual(['2']);
});

test('charges can be told apart by who knows of them, once that differs', async () => {
  const { user } = await open([aSession(), aSession({ id: 2, source: 'cloud' })]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Source' }), 'Wallbox');
  await waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]?.textContent).toMatch(/From Wallbox/);
});

test('a charge opens, and the way back leads to it, in the same month', async () => {
  const { user } = await open([aSession({ id: 7 }), aSession({ id: 8 })], (fake) =>
    fake.answer('showSession', () => ({ ok: true, value: aDetail() })),
  );
  await user.click(button('Previous month'));
  await user.click(rows()[1] as HTMLElement);
  expect(title().textContent).toBe('Saturday 16 May 2026');
  expect(document.activeElement).toBe(title());
  const focused: (EventTarget | null)[] = [];
  document.addEventListener('focusin', ({ target }) => focused.push(target));
  await user.keyboard('{Escape}');
  expect(screen.getByRole('heading', { name: 'April 2026' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(rows()[1]));
  expect(focused).toEqual([rows()[1]]);
});

test('the window can be sent to the history of a charger', async () => {
  const goTo = { counter: 1, view: 'history', chargerId: 'charger-1' } as const;
  const { fake } = await renderApp(history({ goTo }), keeping([aSession()]));
  await screen.findByRole('heading', { name: 'Sessions' });
  expect(fake.requests('listSessions').at(-1)?.query.charger).toBe('wallbox/charger-1');
});

function monthOf(when: Date): string {
  return when.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
}
