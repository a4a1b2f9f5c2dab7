import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const state = watching(aChargingCharger());
const monthBefore = () => screen.queryByRole('button', { name: 'Previous month' });

/** Nothing that takes a while can happen meanwhile. */
function pressHistory() {
  act(() => screen.getByRole('button', { name: 'History' }).click());
}

test('what the window fetched when it was idle is there with the press', async () => {
  const { ring } = await renderApp(state);
  await ring();
  pressHistory();
  expect(monthBefore()).toBeTruthy();
});

test('who is faster than that does not wait for an idle moment', async () => {
  await renderApp(state);
  pressHistory();
  expect(monthBefore()).toBeNull();
  expect(await screen.findByRole('button', { name: 'Previous month' })).toBeTruthy();
});

test('a window that opens on its history waits for no idle moment either', async () => {
  await renderApp({ ...state, goTo: { counter: 1, view: 'history' } });
  expect(await screen.findByRole('button', { name: 'Previous month' })).toBeTruthy();
});
