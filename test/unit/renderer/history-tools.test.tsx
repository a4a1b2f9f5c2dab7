import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import type { Saved } from '../../../shared/ipc/contract.ts';
import type { Result } from '../../../shared/result.ts';
import { aChargingCharger, cloudBrand, readAt, watching } from '../../fixtures/app-states.ts';
import { garage, workshop } from '../../fixtures/history-rows.ts';
import { heldBack, prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

const may = { from: Date.UTC(2026, 4, 1), to: Date.UTC(2026, 5, 1) };
const button = (name: string) => screen.getByRole('button', { name });

async function openTool(name: string, parts: Partial<AppState> = {}) {
  const goTo = { counter: 1, view: 'history' } as const;
  const state = { ...watching(aChargingCharger()), goTo, ...parts };
  const app = await renderApp(state, (fake) =>
    fake.answer('historyChargers', () => ({ ok: true, value: [garage, workshop] })),
  );
  await app.user.click(await screen.findByRole('button', { name }));
  return { ...app, state };
}

describe('an export', () => {
  test('is of what is shown, as it was chosen', async () => {
    const { user, fake } = await openTool('Export…');
    expect(screen.getByText('All of May 2026.')).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Excel format' }));
    await user.click(button('Save as…'));
    await user.click(screen.getByRole('radio', { name: 'All readings' }));
    await user.click(screen.getByRole('radio', { name: 'JSON' }));
    expect(screen.queryByRole('switch', { name: 'Excel format' })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Charger' }), 'Garage');
    await user.click(button('Save as…'));
    expect(fake.requests('exportHistory')).toEqual([
      {
        query: may,
        what: 'sessions',
        format: 'csv',
        excel: { decimal: '.', separator: ',', locale: 'en-IE' },
        zone: 'UTC',
      },
      {
        query: { ...may, charger: garage.key },
        what: 'samples',
        format: 'json',
        zone: 'UTC',
      },
    ]);
  });

  test.each<[Saved, string]>([
    ['saved', 'Saved'],
    ['cancelled', 'Not saved'],
    ['failed', 'Couldn’t save. Try another folder.'],
  ])('that was %s says so', async (outcome, words) => {
    const { user, fake } = await openTool('Export…');
    fake.answer('exportHistory', () => ({ ok: true, value: outcome }));
    await user.click(button('Save as…'));
    expect(screen.getByText(words)).toBeTruthy();
  });

  test('that runs tells its rows and can be stopped', async () => {
    const { user, fake, hear, state } = await openTool('Export…');
    const asked = heldBack<{ ok: true; value: Saved }>();
    fake.answer('exportHistory', () => asked.promise);
    await user.click(button('Save as…'));
    hear({ ...state, history: { changes: 0, exported: 12_000 } });
    expect(screen.getByText('12,000 rows so far…')).toBeTruthy();
    expect(button('Save as…').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('Stop'));
    expect(fake.requests('cancelExport')).toHaveLength(1);
    hear({ ...state, history: { changes: 0 } });
    await act(async () => asked.give({ ok: true, value: 'cancelled' }));
    expect(screen.getByText('Not saved')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });
});

describe('the cloud', () => {
  const brands = [{ ...cloudBrand, fetchesSessions: true as const }];
  type Answer = Result<{ readonly sessions: number }, Failure>;

  test('is offered only for makes that tell past sessions', async () => {
    await openTool('Export…');
    expect(screen.queryByRole('button', { name: 'Import from Wallbox…' })).toBeNull();
  });

  test('is asked for the range that is shown, up to now, for chargers that have one', async () => {
    const { user, fake } = await openTool('Import from Wallbox…', { brands });
    expect(screen.queryByRole('button', { name: /Workshop/ })).toBeNull();
    expect(screen.getByText(/one request a minute/)).toBeTruthy();
    await user.click(button('Import Garage from Wallbox'));
    expect(fake.requests('fetchSessions')).toEqual([
      { charger: garage.key, from: may.from, to: readAt },
    ]);
  });

  test('may take its time, and says so', async () => {
    const { user, fake } = await openTool('Import from Wallbox…', { brands });
    const asked = heldBack<{ ok: true; value: Answer }>();
    fake.answer('fetchSessions', () => asked.promise);
    await user.click(button('Import Garage from Wallbox'));
    expect(screen.getByText(/You can keep working/)).toBeTruthy();
    await act(async () => asked.give({ ok: true, value: { ok: true, value: { sessions: 4 } } }));
    expect(screen.getByText('Imported 4 sessions.')).toBeTruthy();
  });

  test.each<[Answer, RegExp]>([
    [{ ok: true, value: { sessions: 0 } }, /Nothing new to import/],
    [{ ok: true, value: { sessions: 1 } }, /Imported 1 session\./],
    [{ ok: false, failure: { kind: 'signInNeeded', cause: 'refused' } }, /Wrong email or password/],
  ])('%o is told', async (answer, words) => {
    const { user, fake } = await openTool('Import from Wallbox…', { brands });
    fake.answer('fetchSessions', () => ({ ok: true, value: answer }));
    await user.click(button('Import Garage from Wallbox'));
    await waitFor(() => expect(screen.getByText(words)).toBeTruthy());
  });
});
