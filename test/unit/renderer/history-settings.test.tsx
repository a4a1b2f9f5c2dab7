// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { defaultSettings, type Settings } from '../../../shared/domain/app/settings.ts';
import type { HistoryTrouble } from '../../../shared/domain/session/history.ts';
import type { Restored, RestoreFailure, Saved } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { anAppState, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const button = (name: string) => screen.getByRole('button', { name });
const open = (history: Settings['history'] = defaultSettings.history) =>
  renderApp(
    anAppState({
      settings: { ...defaultSettings, history },
      goTo: { counter: 1, view: 'settings' },
    }),
  );
const select = (name: string) => screen.getByRole('combobox', { name });

describe('how long the history is kept', () => {
  test.each<[Settings['history'], string, string]>([
    [defaultSettings.history, '2', '0'],
    [{ samplesDays: 366, sessionsDays: 3653 }, '1', '10'],
    [{ samplesDays: 1600, sessionsDays: 30 }, '5', '2'],
  ])('%o is shown', async (history, samples, sessions) => {
    await open(history);
    expect(select('Keep every look for')).toHaveProperty('value', samples);
    expect(select('Keep charges for')).toHaveProperty('value', sessions);
  });

  test.each<[string, string, Settings['history']]>([
    ['Keep every look for', '5 years', { samplesDays: 1827, sessionsDays: 3653 }],
    ['Keep every look for', 'For ever', { sessionsDays: 3653 }],
    ['Keep charges for', '2 years', { samplesDays: 366, sessionsDays: 731 }],
    ['Keep charges for', 'For ever', { samplesDays: 366 }],
  ])('%s %s leaves the other as it is', async (name, option, history) => {
    const { user, fake } = await open({ samplesDays: 366, sessionsDays: 3653 });
    await user.selectOptions(select(name), option);
    expect(fake.requests('changeSettings')).toEqual([{ history }]);
  });
});

describe('a backup', () => {
  test.each<[Saved, string]>([
    ['saved', 'Backed up'],
    ['cancelled', 'Not backed up'],
    ['failed', 'It could not be saved. Try another folder.'],
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
    [restored(), 'Brought in: 2 charges and 90 looks.'],
    [
      restored({ sessions: 1, samples: 1, badLines: 3 }),
      'Brought in: 1 charge and 1 look. 3 lines made no sense and were left out.',
    ],
    [
      restored({ isWhole: false }),
      'Brought in: 2 charges and 90 looks. The end of the file is missing, and with it what stood there. Use another copy of it.',
    ],
    [refused('cancelled'), 'Nothing was brought in.'],
    [refused('noBackup'), 'This file is no backup of ChargeTray. Nothing was changed.'],
  ])('%o is told, after it was asked for twice', async (answer, words) => {
    const { user, fake } = await open();
    fake.answer('restoreBackup', () => ({ ok: true, value: answer }));
    await user.click(button('Bring in a backup…'));
    expect(fake.requests('restoreBackup')).toEqual([]);
    const dialog = within(screen.getByRole('alertdialog', { name: 'Bring in a backup?' }));
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
    [{ kind: 'corrupt', keptAside: 'history.broken.db' }, /kept as history\.broken\.db/],
    [{ kind: 'readOnly' }, /Make it writable/],
    [{ kind: 'diskFull' }, /Free some space/],
    [{ kind: 'busy' }, /Close what has its file open/],
    [{ kind: 'tooNew' }, /Install the newest version/],
    [{ kind: 'unusable' }, /Copy the diagnostics/],
  ])('%o is told on top, with something to press', async (trouble, words) => {
    await renderApp({ ...watching(), history: { changes: 0, trouble } });
    const troubles = within(screen.getByRole('region', { name: 'Needs attention' }));
    expect(troubles.getByText(words)).toBeTruthy();
    expect(troubles.getAllByRole('button').length).toBeGreaterThan(0);
  });
});
