import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ChargerState } from '../../../shared/domain/app/app-state.ts';
import type { Command, CommandProgress } from '../../../shared/domain/charger/command.ts';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type { ChargerStatus } from '../../../shared/domain/charger/status.ts';
import {
  aCharger,
  aChargingCharger,
  anObservation,
  current,
  readAt,
  watching,
} from '../../fixtures/app-states.ts';
import { prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const button = (name: string) => screen.getByRole('button', { name });
const one = (status: ChargerStatus, parts: Partial<Observation> = {}): ChargerState =>
  aCharger(current(anObservation(status, parts)));
const commands = ({ fake }: Rendered) => fake.requests('execute').map((request) => request.command);
const reasonOf = (control: HTMLElement) => {
  const id = control.getAttribute('aria-describedby');
  return id && document.getElementById(id)?.textContent;
};

test.each<[ChargerStatus, string, Command]>([
  [{ state: 'charging' }, 'Pause', { kind: 'pause' }],
  [{ state: 'paused' }, 'Resume', { kind: 'resume' }],
  [{ state: 'scheduled' }, 'Charge now', { kind: 'resume' }],
  [{ state: 'charging' }, 'Lock', { kind: 'lock' }],
  [{ state: 'paused' }, 'Back to schedule', { kind: 'backToSchedule' }],
])('%o: %s is asked with one press', async (status, name, command) => {
  const app = await renderApp(watching(one(status, { hasSchedule: true })));
  await app.user.click(button(name));
  expect(app.fake.requests('execute')).toEqual([{ chargerId: 'charger-1', command }]);
});

test('a double press is one wish', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })), (fake) =>
    fake.answer('execute', () => new Promise(() => undefined)),
  );
  await app.user.dblClick(button('Pause'));
  expect(commands(app)).toEqual([{ kind: 'pause' }]);
});

test('what cannot be asked now for a reason that nobody sees is disabled and says why', async () => {
  const app = await renderApp(watching(one({ state: 'paused' }, { foreignControl: true })));
  const resume = button('Resume');
  expect(resume.getAttribute('aria-disabled')).toBe('true');
  const why = reasonOf(resume) ?? '';
  expect(why).toMatch(/OCPP/);
  expect(screen.getByText(why).className).not.toContain('hidden');
  await app.user.click(resume);
  expect(commands(app)).toEqual([]);
});

test('what is of no use now is not there', async () => {
  await renderApp(watching(one({ state: 'paused' }, { locked: true })));
  expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull();
  expect(button('Unlock')).toBeTruthy();
});

test.each<[ChargerStatus, RegExp, string | undefined]>([
  [{ state: 'error', code: '14' }, /A restart often clears a fault/, 'Restart charger'],
  [{ state: 'offline' }, /connection to the internet/, 'Refresh now'],
  [{ state: 'updating' }, /until the update has finished/, undefined],
  [{ state: 'unknown', code: '999' }, /new to ChargeTray/, undefined],
])('%o: what helps stands in the place of disabled buttons', async (status, words, help) => {
  await renderApp(watching(one(status)));
  const card = within(screen.getByRole('region', { name: 'Garage' }));
  expect(card.getByText(words)).toBeTruthy();
  expect(card.queryByRole('slider')).toBeNull();
  const names = card.getAllByRole('button').map(({ textContent }) => textContent);
  expect(names).toEqual([...(help ? [help] : []), 'History', 'More']);
});

test('what a charger cannot do at all is not there', async () => {
  await renderApp(watching(one({ state: 'charging' }, { abilities: {} })));
  for (const name of ['Pause', 'Lock', 'Back to schedule']) {
    expect(screen.queryByRole('button', { name })).toBeNull();
  }
  expect(screen.queryByRole('slider')).toBeNull();
});

test('results stand beside what was pressed', async () => {
  const sent = (command: Command): ChargerState => ({
    ...one({ state: 'charging' }),
    command: { phase: 'sent', command, at: readAt },
  });
  const { hear } = await renderApp(watching(sent({ kind: 'pause' })));
  const words = () => screen.getByText(/waiting for confirmation/, { selector: '.note p' });
  const slider = screen.getByRole('slider', { name: 'Current limit' });
  expect(isBefore(button('Pause'), words()) && isBefore(words(), slider)).toBe(true);
  hear(watching(sent({ kind: 'setLimit', limitA: 13 })));
  expect(isBefore(slider, words()) && isBefore(words(), button('More'))).toBe(true);
});

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

test('buttons for the limit send one final value', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  const more = button('Increase limit');
  await app.user.click(more);
  await app.user.click(more);
  await app.user.click(more);
  expect(screen.getByRole('textbox', { name: 'Current limit in amps' })).toHaveProperty(
    'value',
    '19',
  );
  expect(commands(app)).toEqual([]);
  await app.ring();
  expect(commands(app)).toEqual([{ kind: 'setLimit', limitA: 19 }]);
});

test('the slider sends one final value', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  const slider = screen.getByRole('slider', { name: 'Current limit' });
  for (const value of ['15', '13', '12']) fireEvent.input(slider, { target: { value } });
  fireEvent.change(slider);
  await app.ring();
  expect(commands(app)).toEqual([{ kind: 'setLimit', limitA: 12 }]);
});

test.each([
  ['13', 13],
  ['13.6', 14],
  ['13,6', 14],
  ['13{ArrowUp}{ArrowUp}{ArrowDown}', 14],
  ['32{ArrowUp}', 32],
  ['99', 32],
  ['1', 6],
])('a typed limit of %s is sent with Enter, at once, as %i', async (typed, limitA) => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  const field = screen.getByRole('textbox', { name: 'Current limit in amps' });
  await app.user.clear(field);
  await app.user.type(field, `${typed}{Enter}`);
  expect(commands(app)).toEqual([{ kind: 'setLimit', limitA }]);
  await app.user.tab();
  await app.ring();
  expect(commands(app)).toHaveLength(1);
});

test('what is no number leaves the limit as it is', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  const field = screen.getByRole('textbox', { name: 'Current limit in amps' });
  await app.user.clear(field);
  await app.user.type(field, 'much{Enter}');
  await app.ring();
  expect(field).toHaveProperty('value', '16');
  expect(commands(app)).toEqual([]);
});

test('a step from a limit that is no longer allowed ends within what is', async () => {
  const app = await renderApp(watching(one({ state: 'charging' }, { limitA: 40 })));
  expect(button('Increase limit').getAttribute('aria-disabled')).toBe('true');
  await app.user.click(button('Decrease limit'));
  await app.ring();
  expect(commands(app)).toEqual([{ kind: 'setLimit', limitA: 32 }]);
});

test('a limit that is set already is not sent', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  await app.user.click(button('Increase limit'));
  await app.user.click(button('Decrease limit'));
  await app.ring();
  expect(commands(app)).toEqual([]);
});

test('leaving the view does not lose a chosen limit', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  await app.user.click(button('Increase limit'));
  await app.user.click(button('Settings'));
  expect(commands(app)).toEqual([{ kind: 'setLimit', limitA: 17 }]);
});

test('a limit on its way is shown instead of the old one', async () => {
  const command: CommandProgress = {
    phase: 'sent',
    command: { kind: 'setLimit', limitA: 10 },
    at: readAt,
  };
  await renderApp(watching({ ...one({ state: 'charging' }), command }));
  expect(screen.getByRole('slider')).toHaveProperty('value', '10');
});

test('Eco-Smart is one choice of three', async () => {
  const { abilities } = anObservation({ state: 'charging' });
  const parts = { solarMode: 'off', abilities: { ...abilities, solarMode: true } } as const;
  const app = await renderApp(watching(one({ state: 'charging' }, parts)));
  expect(screen.queryByRole('radiogroup')).toBeNull();
  await app.user.click(button('More'));
  const group = within(screen.getByRole('radiogroup', { name: 'Eco-Smart' }));
  expect(group.getByRole('radio', { name: 'Off', checked: true })).toBeTruthy();
  await app.user.click(group.getByRole('radio', { name: /^Eco/ }));
  await app.user.click(group.getByRole('radio', { name: 'Full Green' }));
  await app.ring();
  expect(commands(app)).toEqual([{ kind: 'setSolarMode', mode: 'solar' }]);
});

test('the solar mode that is on is a chip, which leads to where it is changed', async () => {
  const { abilities } = anObservation({ state: 'charging' });
  const parts = { solarMode: 'eco', abilities: { ...abilities, solarMode: true } } as const;
  const app = await renderApp(watching(one({ state: 'charging' }, parts)));
  await app.user.click(button('Eco-Smart: Eco'));
  expect(screen.getByRole('radio', { name: /^Eco/, checked: true })).toBeTruthy();
  app.hear(watching(one({ state: 'charging' }, { ...parts, solarMode: 'off' })));
  expect(screen.queryByRole('button', { name: /^Eco-Smart/ })).toBeNull();
});

test.each([
  [0.118, '€0.118 per kWh'],
  [0.287, '€0.287 per kWh'],
  [0.1234, '€0.1234 per kWh'],
  [0.1 + 0.2, '€0.30 per kWh'],
  [0.3, '€0.30 per kWh'],
])('a price of %d is shown with all its digits', async (perKwh, words) => {
  const app = await renderApp(watching(aChargingCharger({ price: { perKwh, currency: 'EUR' } })));
  await app.user.click(button('More'));
  expect(screen.getByText(words)).toBeTruthy();
});

test('the price can be changed', async () => {
  const app = await renderApp(watching(aChargingCharger()));
  await app.user.click(button('More'));
  expect(screen.getByText('€0.31 per kWh')).toBeTruthy();
  await app.user.click(button('Change price'));
  const field = screen.getByRole('textbox', { name: 'Price per kWh in EUR' });
  expect(document.activeElement).toBe(field);
  await app.user.clear(field);
  await app.user.type(field, '0.28{Enter}');
  expect(commands(app)).toEqual([{ kind: 'setPrice', perKwh: 0.28 }]);
  expect(document.activeElement).toBe(button('Change price'));
});

test('Escape leaves the price as it is, and the window open', async () => {
  const app = await renderApp(watching(aChargingCharger()));
  await app.user.click(button('More'));
  await app.user.click(button('Change price'));
  await app.user.keyboard('0.9{Escape}');
  expect(document.activeElement).toBe(button('Change price'));
  expect(commands(app)).toEqual([]);
  expect(app.fake.requests('closeWindow')).toEqual([]);
});

test('focus stays when Pause becomes Resume and Lock becomes Unlock', async () => {
  const app = await renderApp(watching(one({ state: 'charging' })));
  await app.user.click(button('Pause'));
  app.hear(watching(one({ state: 'paused' })));
  expect(document.activeElement).toBe(button('Resume'));
  await app.user.click(button('Lock'));
  app.hear(watching(one({ state: 'paused' }, { locked: true })));
  expect(document.activeElement).toBe(button('Unlock'));
});

test('a restart is asked for twice', async () => {
  const app = await renderApp(watching(one({ state: 'paused' })));
  await app.user.click(button('More'));
  await app.user.click(button('Restart charger'));
  const dialog = within(screen.getByRole('alertdialog', { name: 'Restart Garage?' }));
  await app.user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(commands(app)).toEqual([]);
  await app.user.click(button('Restart charger'));
  const again = within(screen.getByRole('alertdialog'));
  await app.user.click(again.getByRole('button', { name: 'Restart charger' }));
  expect(commands(app)).toEqual([{ kind: 'reboot' }]);
});

test('Escape closes a dialog and nothing else', async () => {
  const app = await renderApp(watching(one({ state: 'paused' })));
  await app.user.click(button('More'));
  await app.user.click(button('Restart charger'));
  await app.user.keyboard('{Escape}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(app.fake.requests('closeWindow')).toEqual([]);
  expect(commands(app)).toEqual([]);
});

test('an update is offered only where there is one, and not while power flows', async () => {
  const { abilities } = anObservation({ state: 'charging' });
  const parts = { abilities: { ...abilities, update: { from: '6.4', to: '6.7' } } };
  const app = await renderApp(watching(one({ state: 'charging' }, parts)));
  await app.user.click(button('More'));
  expect(screen.getByText('Firmware 6.7 available (installed: 6.4).')).toBeTruthy();
  expect(button('Update firmware').getAttribute('aria-disabled')).toBe('true');
  expect(reasonOf(button('Update firmware'))).toBe('Not while charging. Pause first.');
});
