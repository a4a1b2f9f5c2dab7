import { fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { QuietHours } from '../../../shared/domain/app/quiet-hours.ts';
import { noticeKinds, type Settings } from '../../../shared/domain/app/settings.ts';
import {
  aCharger,
  anAccount,
  anAppState,
  anObservation,
  current,
  readAt,
} from '../../fixtures/app-states.ts';
import { openSettings, prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const drive = anObservation({ state: 'available' }, { name: 'Drive' });
const garage = anObservation({ state: 'available' }, { name: 'Garage' });
const chargers = [
  aCharger(current(garage), { id: 'a/1' }),
  aCharger(current(drive), { id: 'a/2' }),
];

function shown(more: Partial<Settings> = {}, count = 2) {
  const settings = { ...anAppState().settings, ...more };
  const state = { accounts: [anAccount()], settings, chargers: chargers.slice(0, count) };
  return anAppState({ ...state, goTo: { counter: 1, view: 'settings' } });
}

async function rendered(...given: Parameters<typeof renderApp>): Promise<Rendered> {
  const window = await renderApp(...given);
  await openSettings(window, 'Notifications');
  return window;
}

const nights: QuietHours = {
  on: true,
  critical: true,
  spans: [{ days: [1, 2, 3, 4, 5], from: 1320, to: 420 }],
};
const group = (name: string | RegExp) => within(screen.getByRole('group', { name }));

test('every kind has its switch, in the order of the list', async () => {
  const { user, fake } = await rendered(shown());
  const switches = group('Notify me about').getAllByRole('switch');
  expect(switches).toHaveLength(noticeKinds.length);
  for (const each of switches) await user.click(each);
  const changed = fake.requests('changeSettings').map(({ notices }) => Object.keys(notices ?? {}));
  expect(changed.flat()).toEqual([...noticeKinds]);
  expect(fake.requests('changeSettings')[0]).toEqual({ notices: { chargeEnded: false } });
});

test('they can be off, and say until when', async () => {
  const quiet = { kind: 'until', at: readAt + 3_600_000 } as const;
  const { user, fake } = await rendered(shown({ quiet }));
  expect(screen.getByText('Muted until 13:41.')).toBeTruthy();
  const choice = screen.getByRole('combobox', { name: 'Show notifications' });
  expect(choice).toHaveProperty('value', 'hour');
  await user.selectOptions(choice, 'On');
  expect(fake.requests('setQuiet')).toEqual([{ quiet: 'no' }]);
});

test('one charger can differ from all, and be like all again', async () => {
  const noticesOf = { 'a/2': { fault: false, pluggedIn: true } };
  const { user, fake } = await rendered(shown({ noticesOf }));
  const choice = screen.getByRole('combobox', { name: 'Charger' });
  await user.selectOptions(choice, 'Garage');
  expect(group(/Garage/).getByRole('switch', { name: /^Faults/, checked: true })).toBeTruthy();
  expect(group(/Garage/).getByText('Same as all chargers')).toBeTruthy();
  await user.selectOptions(choice, 'Drive');
  const own = group(/Drive/);
  expect(own.getByText('Different from all chargers: 2')).toBeTruthy();
  await user.click(own.getByRole('switch', { name: /^Faults/, checked: false }));
  await user.click(own.getByRole('switch', { name: 'Charge complete' }));
  await user.click(own.getByRole('button', { name: 'Same as all chargers' }));
  expect(fake.requests('changeSettings').map(({ noticesOf: one }) => one)).toEqual([
    { chargerId: 'a/2', notices: { fault: null } },
    { chargerId: 'a/2', notices: { chargeEnded: false } },
    { chargerId: 'a/2', notices: { fault: null, pluggedIn: null } },
  ]);
});

test('a single charger is not asked for', async () => {
  await rendered(shown({}, 1));
  expect(screen.queryByRole('combobox', { name: 'Charger' })).toBeNull();
});

test('quiet hours are off until they are turned on', async () => {
  const { user, fake } = await rendered(shown());
  expect(screen.queryByRole('group', { name: 'Quiet hours 1' })).toBeNull();
  await user.click(screen.getByRole('switch', { name: 'Quiet hours' }));
  const { quietHours } = anAppState().settings;
  expect(fake.requests('changeSettings')).toEqual([{ quietHours: { ...quietHours, on: true } }]);
});

test('quiet hours have days and times', async () => {
  const { user, fake } = await rendered(shown({ quietHours: nights }));
  const span = group('Quiet hours 1');
  await user.click(span.getByRole('checkbox', { name: 'Fri' }));
  await user.click(span.getByRole('checkbox', { name: 'Sun' }));
  const from = span.getByLabelText('From');
  fireEvent.change(from, { target: { value: '23:30' } });
  expect(fake.requests('changeSettings')).toHaveLength(2);
  fireEvent.blur(from);
  const to = span.getByLabelText('To');
  fireEvent.change(to, { target: { value: '' } });
  fireEvent.blur(to);
  expect(to).toHaveProperty('value', '07:00');
  await user.click(screen.getByRole('switch', { name: 'Allow faults and power cuts' }));
  const [span1] = nights.spans;
  expect(fake.requests('changeSettings').map(({ quietHours }) => quietHours)).toEqual([
    { ...nights, spans: [{ ...span1, days: [1, 2, 3, 4] }] },
    { ...nights, spans: [{ ...span1, days: [1, 2, 3, 4, 5, 7] }] },
    { ...nights, spans: [{ ...span1, from: 1410 }] },
    { ...nights, critical: false },
  ]);
});

test('quiet hours keep a day, and come and go up to four', async () => {
  const one = { days: [6], from: 0, to: 540 };
  const { user, fake, hear } = await rendered(shown({ quietHours: { ...nights, spans: [one] } }));
  await user.click(group('Quiet hours 1').getByRole('checkbox', { name: 'Sat' }));
  expect(fake.requests('changeSettings')).toEqual([]);
  expect(screen.queryByRole('button', { name: /^Remove quiet hours/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Add quiet hours' }));
  expect(fake.requests('changeSettings')[0]?.quietHours?.spans).toHaveLength(2);
  hear(shown({ quietHours: { ...nights, spans: [one, one, one, one] } }));
  expect(screen.queryByRole('button', { name: 'Add quiet hours' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Remove quiet hours 2' }));
  expect(fake.requests('changeSettings')[1]?.quietHours?.spans).toHaveLength(3);
});

test.each([
  ['shown', /^Sent\./],
  ['noService', /^Nothing on this desktop shows notifications\./],
  ['noAnswer', /isn’t responding/],
] as const)('a test notification: %s', async (outcome, says) => {
  const { user, fake } = await rendered(shown());
  fake.answer('testNotification', () => ({ ok: true, value: outcome }));
  await user.click(screen.getByRole('button', { name: 'Send a test notification' }));
  expect(await screen.findByText(says)).toBeTruthy();
  expect(fake.requests('testNotification')).toHaveLength(1);
});

test('axe finds nothing, with all of it open', async () => {
  const { user } = await rendered(
    shown({ quietHours: { ...nights, spans: [...nights.spans, ...nights.spans] } }),
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Charger' }), 'Drive');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
