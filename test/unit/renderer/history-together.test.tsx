import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { Reply } from '../../../shared/ipc/contract.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { aSession, daysOf, garage, sessionsOf, totalsOf } from '../../fixtures/history-rows.ts';
import { heldBack, prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

type Answer<Value> = { readonly ok: true; readonly value: Value };

const sumsOf = (charges: number): Reply<'sumSessions'> => ({
  totals: totalsOf({ charges }),
  periods: daysOf(2026, 5, charges > 0 ? [16] : []),
});
const rows = () => document.querySelectorAll('button[data-session]');
const bars = () => screen.queryByRole('group', { name: /^Energy by day/ });
const tools = () => screen.queryByRole('button', { name: 'Statement…' });

/** The history of a charger whose answers are given one by one. */
async function openSlowly(prepare: (fake: FakeBridge) => void = () => undefined) {
  const sums = heldBack<Answer<Reply<'sumSessions'>>>();
  const list = heldBack<Answer<readonly Session[]>>();
  const state = watching(aChargingCharger());
  const app = await renderApp({ ...state, goTo: { counter: 1, view: 'history' } }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage] }));
    fake.answer('sumSessions', () => sums.promise);
    fake.answer('listSessions', () => list.promise);
    prepare(fake);
  });
  await screen.findByRole('button', { name: 'Previous month' });
  return {
    ...app,
    giveSums: (charges: number) => act(async () => sums.give({ ok: true, value: sumsOf(charges) })),
    giveList: (sessions: readonly Session[]) =>
      act(async () => list.give({ ok: true, value: sessions })),
  };
}

test.each([
  ['giveSums', 'giveList'],
  ['giveList', 'giveSums'],
] as const)('after %s alone nothing is shown that the rest would push down', async (one, other) => {
  const { giveSums, giveList } = await openSlowly();
  const gives = { giveSums: () => giveSums(1), giveList: () => giveList([aSession()]) };
  await gives[one]();
  expect([bars(), tools(), rows().length]).toEqual([null, null, 0]);
  expect(screen.getByText('Loading…')).toBeTruthy();
  await gives[other]();
  expect([bars(), tools()]).not.toContain(null);
  expect(rows()).toHaveLength(1);
});

test('of a year nothing is said before it is known', async () => {
  const { user, fake, giveSums, giveList } = await openSlowly();
  await giveSums(0);
  await giveList([]);
  const year = heldBack<Answer<readonly Session[]>>();
  fake.answer('sumSessions', () => ({ ok: true, value: sumsOf(1) }));
  fake.answer('listSessions', () => year.promise);
  await user.click(screen.getByRole('radio', { name: 'Year' }));
  expect(screen.getByRole('heading', { name: '2026' })).toBeTruthy();
  expect(screen.queryByText(/No sessions yet in 2026/)).toBeNull();
  expect(screen.getByText(/No sessions yet in May 2026/)).toBeTruthy();
  await act(async () => year.give({ ok: true, value: [aSession()] }));
  expect(rows()).toHaveLength(1);
  expect(screen.queryByText(/No sessions yet/)).toBeNull();
});

test('what is in sight comes first, other sessions and the table behind it', async () => {
  const { giveSums, giveList } = await openSlowly();
  await giveSums(100);
  const counted = countLater();
  await giveList(sessionsOf(100));
  expect(rows()).toHaveLength(100);
  expect(screen.getByRole('table', { name: 'Energy by day' })).toBeTruthy();
  expect(counted('.sessions', '[data-session]')).toBe(94);
  expect(counted('.bars', 'table')).toBe(1);
});

test('all stand there at once when the way back leads to one of them', async () => {
  const { user, giveSums, giveList } = await openSlowly((fake) =>
    fake.answer('showSession', () => ({ ok: true, value: null })),
  );
  await giveSums(100);
  await giveList(sessionsOf(100));
  await user.click(rows()[70] as HTMLElement);
  const counted = countLater();
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { name: 'Sessions' });
  expect(document.activeElement).toBe(rows()[70]);
  expect(rows()).toHaveLength(100);
  expect(counted('.sessions', '[data-session]')).toBe(0);
});

/** How many of something are put, from now on, into a place that is on the page already. */
function countLater(): (place: string, what: string) => number {
  const records: MutationRecord[] = [];
  const watch = new MutationObserver((more) => records.push(...more));
  watch.observe(document.body, { subtree: true, childList: true });
  return (place, what) => {
    records.push(...watch.takeRecords());
    return records
      .filter(({ target }) => target instanceof Element && target.closest(place))
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node): node is Element => node instanceof Element)
      .map((node) => node.querySelectorAll(what).length)
      .reduce((sum, count) => sum + count, 0);
  };
}
