import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../shared/domain/app/settings.ts';
import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';
import type { Restored, RestoreFailure, Saved } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { anAccount, anAppState, watching } from '../../fixtures/app-states.ts';
import { openSettings, prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const button = (name: string) => screen.getByRole('button', { name });
const open = async (history: Settings['history'] = defaultSettings.history) => {
  const rendered = await renderApp(
    anAppState({
      accounts: [anAccount()],
      settings: { ...defaultSettings, history },
      goTo: { counter: 1, view: 'settings' },
    }),
  );
  await openSettings(rendered, 'Data');
  return rendered;
};
const select = (name: string) => screen.getByRole('combobox', { name });

describe('how long the history is kept', () => {
  test.each<[Settings['history'], string, string]>([
    [defaultSettings.history, '2', '0'],
    [{ samplesDays: 366, sessionsDays: 3653 }, '1', '10'],
    [{ samplesDays: 1600, sessionsDays: 30 }, '5', '2'],
  ])('%o is shown', async (history, samples, sessions) => {
    await open(history);
    expect(select('Keep readings for')).toHaveProperty('value', samples);
    expect(select('Keep sessions for')).toHaveProperty('value', sessions);
  });

  test.each<[string, string, Settings['history']]>([
    ['Keep readings for', '5 years', { samplesDays: 1827, sessionsDays: 3653 }],
    ['Keep readings for', 'Forever', { sessionsDays: 3653 }],
    ['Keep sessions for', '2 years', { samplesDays: 366, sessionsDays: 731 }],
    ['Keep sessions for', 'Forever', { samplesDays: 366 }],
  ])('%s %s leaves the other as it is', async (name, option, history) => {
    const { user, fake } = await open({ samplesDays: 366, sessionsDays: 3653 });
    await user.selectOptions(select(name), option);
    expect(fake.requests('changeSettings')).toEqual([{ history }]);
  });
});

describe('a backup', () => {
  test.each<[Saved, string]>([
    ['saved', 'Backup saved'],
    ['cancelled', 'Not saved'],
    ['failed', 'Couldn’t save. Try another folder.'],
  ])('that was %s says so', async (outcome, words) => {
    const { user, fake } = await open();
    fake.answer('backUp', () => ({ ok: true, value: outcome }));
    await user.click(button('Back up…'));
    expect(screen.getByText(words)).toBeTruthy();
  });

  const restored = (parts: Partial<Restored> = {}): Result<Restored, RestoreFailure> => ({
    ok: true,
    value: { sessions: 2, samples: 90, badLines: 0, isWhole: true, ...parts },
  });
  const refused = (kind: RestoreFailure['kind']): Result<Restored, RestoreFailure> => ({
    ok: false,
    failure: { kind },
  });

  test.each<[Result<Restored, RestoreFailure>, string]>([
    [restored(), 'Restored 2 sessions and 90 readings.'],
    [
      restored({ sessions: 1, samples: 1, badLines: 3 }),
      'Restored 1 session and 1 reading. 3 lines couldn’t be read and were skipped.',
    ],
    [
      restored({ isWhole: false }),
      'Restored 2 sessions and 90 readings. The file is incomplete: its end is missing. Use another copy.',
    ],
    [refused('cancelled'), 'Nothing was restored.'],
    [refused('noBackup'), 'Not a ChargeTray backup. Nothing was changed.'],
  ])('%o is told, after it was asked for twice', async (answer, words) => {
    const { user, fake } = await open();
    fake.answer('restoreBackup', () => ({ ok: true, value: answer }));
    await user.click(button('Restore backup…'));
    expect(fake.requests('restoreBackup')).toEqual([]);
    const dialog = within(screen.getByRole('alertdialog', { name: 'Restore backup?' }));
    await user.click(dialog.getByRole('button', { name: 'Choose a file…' }));
    expect(screen.getByText(words)).toBeTruthy();
  });
});

test('a backup under way says how far it is, and can be stopped', async () => {
  const { user, fake, hear } = await open();
  const state = fake.state();
  hear({ ...state, history: { changes: 0, backedUp: 12_000 } });
  expect(screen.getByText('12,000 entries so far…')).toBeTruthy();
  expect(button('Back up…').getAttribute('aria-disabled')).toBe('true');
  await user.click(button('Stop'));
  expect(fake.requests('cancelExport')).toHaveLength(1);
  hear({ ...state, history: { changes: 1 } });
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
});

describe('trouble with the history', () => {
  test.each<[HistoryTrouble, RegExp]>([
    [{ kind: 'corrupt', keptAside: 'history.broken.db' }, /saved as history\.broken\.db/],
    [{ kind: 'readOnly' }, /folder writable/],
    [{ kind: 'diskFull' }, /Free up space/],
    [{ kind: 'busy' }, /has the file open. Close it/],
    [{ kind: 'tooNew' }, /Install the latest version/],
    [{ kind: 'unusable' }, /Copy the diagnostics/],
  ])('%o is told on top, with something to press', async (trouble, words) => {
    await renderApp({ ...watching(), history: { changes: 0, trouble } });
    const troubles = within(screen.getByRole('region', { name: 'Needs attention' }));
    expect(troubles.getByText(words)).toBeTruthy();
    expect(troubles.getAllByRole('button').length).toBeGreaterThan(0);
  });
});
