import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { Session } from '../../../shared/domain/session/history.ts';
import type { ChangeFailure } from '../../../shared/domain/session/session-change.ts';
import { aChargingCharger, watching } from '../../fixtures/app-states.ts';
import { aDetail, aSession, garage } from '../../fixtures/history-rows.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const button = (name: string) => screen.getByRole('button', { name });
const corrected = aSession({
  energyWh: 9000,
  correction: {
    fields: ['energyWh'],
    original: { startedAt: aSession().startedAt, energyWh: 10_990 },
  },
});

async function openSession(session: Session, failure?: ChangeFailure['kind']) {
  const goTo = { counter: 1, view: 'history' } as const;
  const app = await renderApp({ ...watching(aChargingCharger()), goTo }, (fake) => {
    fake.answer('historyChargers', () => ({ ok: true, value: [garage] }));
    fake.answer('listSessions', () => ({ ok: true, value: [session] }));
    fake.answer('showSession', () => ({ ok: true, value: aDetail({ session }) }));
    const value = failure
      ? ({ ok: false, failure: { kind: failure } } as const)
      : ({ ok: true, value: null } as const);
    fake.answer('changeSession', () => ({ ok: true, value }));
  });
  await app.user.click(await screen.findByRole('button', { name: /kWh/ }));
  await screen.findByRole('radiogroup', { name: 'Purpose' });
  const changes = () => app.fake.requests('changeSession').map(({ change }) => change);
  return { ...app, changes };
}

describe('what an owner says of a session', () => {
  test('is a tag, chosen with the keyboard', async () => {
    const { user, changes } = await openSession(aSession({ tag: 'private' }));
    const chosen = () => screen.getByRole<HTMLInputElement>('radio', { checked: true });
    chosen().focus();
    await user.keyboard('{ArrowLeft}');
    expect(chosen().parentElement?.textContent).toBe('Business');
    await user.click(screen.getByRole('radio', { name: 'None' }));
    expect(changes()).toEqual([{ kind: 'tag', tag: 'business' }, { kind: 'tag' }]);
  });

  test('stays as it was where it could not be kept, and why is said', async () => {
    const { user } = await openSession(aSession({ tag: 'private' }), 'notKept');
    await user.click(screen.getByRole('radio', { name: 'Business' }));
    expect(await screen.findByText(/couldn’t be saved/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Private' }).checked).toBe(true);
  });

  test('is a note, which is kept also when the page is left', async () => {
    const { user, changes } = await openSession(aSession({ note: 'to Ulm' }));
    const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
    expect(note.value).toBe('to Ulm');
    expect(note.maxLength).toBe(500);
    await user.type(note, ' and back');
    await user.click(button('Save note'));
    await user.type(note, ', fast');
    // Escape is the field's own while something is open in it.
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /^Back/ }));
    expect(changes()).toEqual([
      { kind: 'note', note: 'to Ulm and back' },
      { kind: 'note', note: 'to Ulm and back, fast' },
    ]);
  });

  test('is a correction, once its values can be', async () => {
    const { user, changes } = await openSession(aSession());
    await user.click(button('Correct…'));
    const energy = screen.getByRole('textbox', { name: 'Energy, kWh' });
    await user.clear(energy);
    await user.type(energy, '2000{Enter}');
    expect(screen.getByText('Enter an energy from 0 to 1,000 kWh.')).toBeTruthy();
    expect(document.activeElement).toBe(energy);
    expect(await violations()).toEqual([]);
    await user.clear(energy);
    await user.type(energy, '9{Enter}');
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button('Correct…')));
    expect(changes()).toEqual([{ kind: 'correct', corrected: { energyWh: 9000 } }]);
  });

  test('shows what was recorded, and takes that back', async () => {
    const { user, changes } = await openSession(corrected);
    expect(screen.getByText(/Corrected\. Recorded: 10\.99/)).toBeTruthy();
    await user.click(button('Correct…'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form')).toBeNull();
    await user.click(button('Correct…'));
    await user.click(button('Use recorded values'));
    expect(changes()).toEqual([{ kind: 'correct', corrected: {} }]);
  });

  test('is no correction while it runs', async () => {
    const { endedAt: _endedAt, end: _end, ...running } = aSession();
    await openSession(running);
    expect(screen.queryByRole('button', { name: 'Correct…' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  });
});

describe('a session that is deleted', () => {
  test('comes back with Undo, for a while', async () => {
    const { user, changes, ring } = await openSession(aSession());
    await user.click(button('Delete'));
    expect(await screen.findByRole('heading', { name: 'Session deleted' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(button('Undo')));
    expect(await violations()).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('radiogroup', { name: 'Purpose' })).toBeTruthy();
    expect(changes()).toEqual([{ kind: 'delete' }, { kind: 'restore' }]);
    await user.click(button('Delete'));
    await screen.findByRole('button', { name: 'Undo' });
    await ring();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(screen.getByText(/restore it for 30 days/)).toBeTruthy();
  });

  test('stays where it is when it could not be deleted', async () => {
    const { user } = await openSession(aSession(), 'running');
    await user.click(button('Delete'));
    expect(await screen.findByText(/still in progress/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Session deleted' })).toBeNull();
  });

  test('is restored from the list of those that were', async () => {
    const goTo = { counter: 1, view: 'history' } as const;
    const { user, fake } = await renderApp({ ...watching(aChargingCharger()), goTo }, (it) => {
      it.answer('historyChargers', () => ({ ok: true, value: [garage] }));
      const deleted = [{ session: aSession({ id: 7 }), deletedAt: 1 }];
      it.answer('deletedSessions', () => ({ ok: true, value: deleted }));
    });
    await user.click(await screen.findByRole('button', { name: 'Deleted (1)' }));
    expect(screen.getByText(/removed for good after 30 days/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Restore Sat/ }));
    expect(fake.requests('changeSession')).toEqual([{ id: 7, change: { kind: 'restore' } }]);
    expect(await screen.findByText('Restored.')).toBeTruthy();
  });
});

async function violations() {
  const rules = {
    'color-contrast': { enabled: false },
    'label-content-name-mismatch': { enabled: false },
  };
  const found = await axe.run(document.body, { rules });
  return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}
