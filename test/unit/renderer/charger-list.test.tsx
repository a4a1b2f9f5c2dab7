import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../renderer/components/chargers/Strip.tsx';
import type { AppState, ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import {
  aCharger,
  aChargingCharger,
  anObservation,
  current,
  outdated,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const named = (
  name: string,
  status: ChargerStatus = { state: 'available' },
  parts: Partial<Observation> = {},
): ChargerState => aCharger(current(anObservation(status, { name, ...parts })), { id: name });
const charging = (name: string, powerW = 7_200): ChargerState => ({
  ...aChargingCharger({ name, powerW }),
  id: name,
});
const rows = () =>
  [...document.querySelectorAll('.row-open')].map(({ textContent }) => textContent);
const row = (name: string) => {
  const found = screen.getByRole('button', { name, expanded: false }).closest('.row');
  if (!(found instanceof HTMLElement)) throw new Error(`No row ${name}`);
  return within(found);
};
const opened = () => screen.getByRole('region', { name: /^(?!Summary).*/ });
const commands = ({ fake }: Rendered) => fake.requests('execute');

describe('the list of chargers', () => {
  it('opens the most urgent one; what needs its owner comes first, then the owner’s order', async () => {
    await renderApp(
      watching(named('Carport'), charging('Garage'), named('Driveway', { state: 'lockedCar' })),
    );
    expect(rows()).toEqual(['Driveway', 'Carport', 'Garage']);
    expect(opened().textContent).toContain('Garage');
    expect(row('Driveway').getByText('Locked, car waiting')).toBeTruthy();
    expect(row('Carport').getByText('Ready · Pulsar Plus')).toBeTruthy();
    expect(row('Carport').getByText('Updated 12:41')).toBeTruthy();
  });

  it('has one open at a time, and its card gets the focus', async () => {
    const { user } = await renderApp(watching(charging('Garage'), named('Carport')));
    await user.click(screen.getByRole('button', { name: 'Carport', expanded: false }));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Carport' }));
    expect(screen.queryByRole('region', { name: 'Garage' })).toBeNull();
    expect(row('Garage').getByText('7.2')).toBeTruthy();
    expect(row('Garage').getByText('10.99 kWh · 2 h 03 min')).toBeTruthy();
  });

  it('keeps its order under a finger and around the focus, and mends it after', async () => {
    const before = watching(named('Carport'), charging('Garage'), named('Driveway'));
    const waiting = watching(
      named('Carport'),
      charging('Garage'),
      named('Driveway', { state: 'lockedCar' }),
    );
    const { hear, user } = await renderApp(before);
    const list = screen.getByRole('list', { name: 'Chargers' });
    await user.hover(list);
    hear(waiting);
    expect(rows()).toEqual(['Carport', 'Garage', 'Driveway']);
    await user.unhover(list);
    expect(rows()).toEqual(['Driveway', 'Carport', 'Garage']);
    const carport = screen.getByRole('button', { name: 'Carport', expanded: false });
    fireEvent.focus(carport);
    hear(before);
    expect(rows()).toEqual(['Driveway', 'Carport', 'Garage']);
    fireEvent.blur(carport);
    expect(rows()).toEqual(['Carport', 'Garage', 'Driveway']);
  });

  it('pauses, resumes and unlocks from a row, and says beside it what became of that', async () => {
    const app = await renderApp(
      watching(charging('Garage'), charging('Workshop'), named('Bay', { state: 'paused' })),
    );
    await app.user.click(row('Workshop').getByRole('button', { name: 'Pause Workshop' }));
    await app.user.click(row('Bay').getByRole('button', { name: 'Resume Bay' }));
    expect(commands(app)).toEqual([
      { chargerId: 'Workshop', command: { kind: 'pause' } },
      { chargerId: 'Bay', command: { kind: 'resume' } },
    ]);
    const command = { phase: 'notConfirmed', command: { kind: 'pause' }, at: readAt } as const;
    app.hear(watching(charging('Garage'), { ...charging('Workshop'), command }));
    expect(row('Workshop').getByText(/not confirmed/)).toBeTruthy();
    expect(row('Workshop').getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it.each<[string, ChargerState, string, string]>([
    ['a sign-in', aCharger({ certainty: 'signInNeeded' }), 'Sign-in required', 'Sign in'],
    [
      'a certificate',
      aCharger({
        certainty: 'outdated',
        at: readAt,
        since: readAt,
        because: { kind: 'certificateChanged' },
        observation: anObservation({ state: 'charging' }),
      } as ChargerState['reading']),
      'Certificate changed',
      'Compare',
    ],
  ])('says in a row what needs %s, with the button that helps', async (_, needing, words, help) => {
    const state = watching(named('Garage'), needing);
    const { user } = await renderApp(state);
    await user.click(screen.getByRole('button', { name: 'Garage', expanded: false }));
    const needed = document.querySelector<HTMLElement>('.row.tone-needs');
    expect(needed?.textContent).toContain(words);
    expect(needed && within(needed).getByRole('button', { name: help })).toBeTruthy();
  });

  it('says in a row since when nothing new is known', async () => {
    const parts = { name: 'Bay', powerW: 3_300 };
    const old = aCharger(outdated(anObservation({ state: 'charging' }, parts)));
    await renderApp(watching(charging('Garage'), old));
    expect(row('Bay').getByText('Not updated since 12:32')).toBeTruthy();
    expect(row('Bay').queryByText(/Charging|3\.3|kW/)).toBeNull();
  });

  it('leads to what is hidden', async () => {
    const state: AppState = {
      ...watching(named('Garage')),
      hiddenChargers: [{ id: 'x', name: 'Carport' }],
    };
    const { user } = await renderApp(state);
    await user.click(screen.getByRole('button', { name: '1 hidden charger' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
  });
});

describe('the strip', () => {
  const home = { state: 'discharging', phase: 'active' } as const;
  it.each<[readonly ChargerState[], string, string | undefined]>([
    [[charging('A'), charging('B', 11_000), named('C')], '2 charging', '18.2\u00a0kW'],
    [[charging('A'), named('B', { state: 'charging' })], '2 charging', undefined],
    [[named('A', home, { powerW: -2_000 })], '1 powering your home', '2.0\u00a0kW'],
    [
      [charging('A'), named('B', home, { powerW: -2_000 })],
      '1 charging · 1 powering your home',
      undefined,
    ],
    [[named('A', { state: 'lockedCar' })], '1 needs you', undefined],
    [[named('A', { state: 'paused' }), named('B')], '1 plugged in', undefined],
    [[named('A')], 'Nothing charging', undefined],
    [
      [aCharger(outdated(anObservation({ state: 'charging' }, { powerW: 7_000 })))],
      'Nothing charging',
      undefined,
    ],
  ])('says what all do now: %#', (chargers, count, powerW) => {
    expect(nowOf(chargers, { locale: 'en-IE' })).toEqual({
      count,
      ...(powerW === undefined ? {} : { powerW }),
    });
  });

  it('says what today came to by the sums of the history, unknown apart', async () => {
    const totals = {
      charges: 3,
      energyWh: 23_100,
      costs: [{ amount: '7.16', currency: 'EUR' }],
      withoutEnergy: 1,
      averagePrices: [],
      saved: [],
      withoutCost: 1,
      withoutGreen: 3,
    };
    const { fake } = await renderApp(watching(charging('Garage')), (bridge) =>
      bridge.answer('sumSessions', () => ({ ok: true, value: { totals, periods: [] } })),
    );
    const strip = within(screen.getByRole('region', { name: 'Summary' }));
    await waitFor(() => expect(strip.getByText('23.10 kWh')).toBeTruthy());
    expect(strip.getByText(/^Today/).textContent).toBe('Today 23.10\u00a0kWh · 1 unknown · €7.16');
    const [asked] = fake.requests('sumSessions');
    const day = 24 * 3_600_000;
    expect(asked?.running).toBe(true);
    expect(asked?.query.from).toBe(Math.floor(readAt / day) * day);
    expect(asked?.query.to).toBe((Math.floor(readAt / day) + 1) * day);
  });
});
