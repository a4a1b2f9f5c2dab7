import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { aCharger, anObservation, current, readAt, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const at = readAt;
const command = { kind: 'resume' } as const;
const one = (status: ChargerStatus): ChargerState => aCharger(current(anObservation(status)));
const paused = (progress?: CommandProgress, locked = false): ChargerState =>
  aCharger(
    current(anObservation({ state: 'paused' }, { locked })),
    progress && { command: progress },
  );
const failed = (why: Failure): CommandProgress => ({ phase: 'failed', command, at, why });
const inCard = { selector: '.note p' };

test.each<[CommandProgress, RegExp]>([
  [{ phase: 'sending', command, at }, /Resume: sending/],
  [{ phase: 'sent', command, at }, /Resume: sent/],
  [{ phase: 'confirmed', command, at }, /Resume: confirmed/],
  [{ phase: 'notConfirmed', command, at }, /not confirmed\. The charger still reports: Paused/],
  [failed({ kind: 'refused', why: 'noRight' }), /Ask the owner/],
])('%o is told on the card', async (progress, words) => {
  await renderApp(watching(paused(progress)));
  expect(screen.getByText(words, inCard)).toBeTruthy();
});

test('of a pause screen readers hear that it was sent and the new state, and nothing twice', async () => {
  const { hear } = await renderApp(watching(one({ state: 'charging' })));
  const heard: string[] = [];
  const listen = (state: ChargerStatus, progress: CommandProgress) => {
    hear(watching({ ...one(state), command: progress }));
    const said = [...(screen.getAllByRole('status')[0]?.querySelectorAll('p') ?? [])];
    for (const { textContent } of said) if (textContent) heard.push(textContent);
  };
  const pause = { kind: 'pause' } as const;
  listen({ state: 'charging' }, { phase: 'sending', command: pause, at });
  listen({ state: 'charging' }, { phase: 'sent', command: pause, at });
  listen({ state: 'paused' }, { phase: 'confirmed', command: pause, at });
  expect([...new Set(heard)]).toEqual([
    'Garage: Charging',
    'Pause: sent, waiting for confirmation.',
    'Garage: Paused',
  ]);
});

test.each<[CommandProgress, RegExp]>([
  [{ phase: 'notConfirmed', command, at }, /not confirmed/],
  [failed({ kind: 'refused', why: 'noRight' }), /Ask the owner/],
  [{ phase: 'confirmed', command: { kind: 'setLimit', limitA: 13 }, at }, /13\sA: confirmed/],
])('screen readers hear what no state says: %o', async (progress, words) => {
  await renderApp(watching(paused(progress)));
  expect(screen.getAllByRole('status')[0]?.textContent).toMatch(words);
});

test('a refusal because of the lock comes with the key', async () => {
  const app = await renderApp(watching(paused(failed({ kind: 'refused', why: 'locked' }), true)));
  const keys = screen.getAllByRole('button', { name: 'Unlock' });
  expect(keys).toHaveLength(2);
  await app.user.click(keys[1] ?? document.body);
  expect(app.fake.requests('execute')).toEqual([
    { chargerId: 'charger-1', command: { kind: 'unlock' } },
  ]);
});

test.each<[CommandProgress]>([
  [{ phase: 'notConfirmed', command, at }],
  [failed({ kind: 'unreachable' })],
  [failed({ kind: 'timedOut' })],
  [failed({ kind: 'serverError' })],
])('%o can be tried again', async (progress) => {
  const app = await renderApp(watching(paused(progress)));
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(app.fake.requests('execute')).toEqual([{ chargerId: 'charger-1', command }]);
});

test('a wish that needs a sign-in leads there', async () => {
  const failure = failed({ kind: 'signInNeeded', cause: 'refused' });
  const app = await renderApp(watching(paused(failure)));
  await app.user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByRole('heading', { name: 'Sign in to Wallbox again' })).toBeTruthy();
});

test('a wish that was not even sent says why, until the next one', async () => {
  const app = await renderApp(watching(paused()), (fake) =>
    fake.answer('execute', () => ({
      ok: true,
      value: { ok: false, failure: { kind: 'blocked', why: 'offline' } },
    })),
  );
  await app.user.click(screen.getByRole('button', { name: 'Resume' }));
  expect(await screen.findByText('The charger is offline.', inCard)).toBeTruthy();
  app.fake.answer('execute', () => ({ ok: true, value: { ok: true, value: null } }));
  await app.user.click(screen.getByRole('button', { name: 'Resume' }));
  expect(screen.queryByText('The charger is offline.', inCard)).toBeNull();
});

test('a failure that the state tells already is told once', async () => {
  const app = await renderApp(watching(paused(failed({ kind: 'unreachable' }))), (fake) =>
    fake.answer('execute', () => ({
      ok: true,
      value: { ok: false, failure: { kind: 'unreachable' } },
    })),
  );
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getAllByText(/no connection/i, inCard)).toHaveLength(1);
});

test('a fault of the app itself is told at the top', async () => {
  const app = await renderApp(watching(paused()), (fake) =>
    fake.answer('execute', () => ({ ok: false, failure: 'crashed' })),
  );
  await app.user.click(screen.getByRole('button', { name: 'Resume' }));
  expect((await screen.findByText(/Something went wrong/)).closest('[role=alert]')).toBeTruthy();
});
