import { fireEvent, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import type { Observation } from '../../../shared/domain/charger/observation.ts';
import type {
  ScheduleEntry,
  ShownSchedules,
  StoredEntry,
} from '../../../shared/domain/charger/schedule.ts';
import type { Envelope, Reply } from '../../../shared/ipc/contract.ts';
import { failed, success } from '../../../shared/result.ts';
import type { FakeBridge } from '../../fakes/fake-bridge.ts';
import { aCharger, anObservation, current, watching } from '../../fixtures/app-states.ts';
import { prepareBrowser, renderApp } from './render-app.tsx';

prepareBrowser();

const night: ScheduleEntry = { isOn: true, days: [1, 2, 3, 4, 5], from: 1260, until: 300 };
const noon: ScheduleEntry = { isOn: false, days: [6], from: 600, until: 720, energyWh: 12_000 };
const stored = (slot: number, entry: ScheduleEntry, isPlans = false): StoredEntry => ({
  slot,
  entry,
  isPlans,
});
const list: ShownSchedules = {
  entries: [stored(0, night), stored(1, noon)],
  hasMore: false,
  zone: 'Europe/Madrid',
};
const nightWords = 'Mon–Fri, 23:00–07:00';
const noonWords = 'Sat, 12:00–14:00';

const given = <T,>(value: T): Envelope<T> => ({ ok: true, value });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const switchOf = (name: string) => screen.getByRole('switch', { name });
const changes = (fake: FakeBridge) => fake.requests('changeSchedules');

async function open(
  shown: ShownSchedules = list,
  parts: Partial<Observation> = {},
  prepare: (fake: FakeBridge) => void = () => undefined,
) {
  const able = anObservation({ state: 'charging' });
  const abilities = { ...able.abilities, ownSchedules: true } as const;
  const charger = aCharger(current({ ...able, abilities, ...parts }));
  const app = await renderApp(watching(charger), (fake) => {
    fake.answer('getSchedules', () => given(success(shown)));
    prepare(fake);
  });
  await app.user.click(button('More'));
  await app.user.click(button('Schedules'));
  return app;
}

/** The answer to a change comes when the test says so. */
function later(fake: FakeBridge) {
  let give: (value: Reply<'changeSchedules'>) => void = () => undefined;
  fake.answer(
    'changeSchedules',
    () =>
      new Promise((resolve) => {
        give = (value) => resolve(given(value));
      }),
  );
  return (value: Reply<'changeSchedules'>) => give(value);
}

test('nothing is asked before somebody wants to see them, and then once', async () => {
  const able = anObservation({ state: 'charging' });
  const abilities = { ...able.abilities, ownSchedules: true } as const;
  const app = await renderApp(watching(aCharger(current({ ...able, abilities }))));
  await app.user.click(button('More'));
  expect(app.fake.requests('getSchedules')).toEqual([]);
  await app.user.click(button('Schedules'));
  expect(app.fake.requests('getSchedules')).toEqual([{ chargerId: 'charger-1' }]);
  expect(await screen.findByText('The charger has no schedules.')).toBeTruthy();
  app.hear(watching(aCharger(current({ ...able, abilities, powerW: 1 }))));
  expect(app.fake.requests('getSchedules')).toHaveLength(1);
});

test('a charger that keeps none shows nothing of it', async () => {
  const app = await renderApp(watching(aCharger(current(anObservation({ state: 'charging' })))));
  await app.user.click(button('More'));
  expect(screen.queryByRole('button', { name: 'Schedules' })).toBeNull();
});

test('they are shown by the clock of the charger, with what bounds them', async () => {
  await open();
  const [first, second] = screen.getAllByRole('listitem').slice(-2);
  expect(first?.textContent).toContain(nightWords);
  expect(second?.textContent).toContain(noonWords);
  expect(second?.textContent).toMatch(/up to 12\.00\skWh/);
  expect(screen.getByText('Times in Europe/Madrid.')).toBeTruthy();
  expect(screen.getByText(/shift by an hour when the clocks change/)).toBeTruthy();
  expect((switchOf(nightWords) as HTMLInputElement).checked).toBe(true);
  expect((switchOf(noonWords) as HTMLInputElement).checked).toBe(false);
});

test('one is switched, which is said beside it until it is stored', async () => {
  let answer: ReturnType<typeof later> | undefined;
  const app = await open(list, {}, (fake) => {
    answer = later(fake);
  });
  await app.user.click(switchOf(nightWords));
  const off = { ...night, isOn: false };
  expect(changes(app.fake)).toEqual([
    {
      chargerId: 'charger-1',
      edit: { kind: 'set', slot: 0, entry: off },
      seen: [
        { slot: 0, entry: night },
        { slot: 1, entry: noon },
      ],
    },
  ]);
  const item = screen.getByText(nightWords).closest('li');
  expect(item?.textContent).toContain('Storing in the charger.');
  // One at a time, and nothing is said to be so before it is.
  await app.user.click(switchOf(noonWords));
  expect(changes(app.fake)).toHaveLength(1);
  expect((switchOf(nightWords) as HTMLInputElement).checked).toBe(true);
  answer?.(success({ ...list, entries: [stored(0, off), stored(1, noon)] }));
  expect(await screen.findByText('Stored in the charger.')).toBeTruthy();
  expect((switchOf(nightWords) as HTMLInputElement).checked).toBe(false);
});

test('one is edited by the clock on the wall and sent in UTC; the form stays until it is stored', async () => {
  const app = await open(list, {}, (fake) =>
    fake.answer('changeSchedules', () => given(failed({ kind: 'notStored', why: 'ignored' }))),
  );
  await app.user.click(button(`Edit ${noonWords}`));
  const form = within(screen.getByRole('form', { name: 'Edit' }));
  expect(document.activeElement).toBe(form.getAllByRole('checkbox')[0]);
  await app.user.click(form.getByRole('checkbox', { name: 'Sun' }));
  const from = form.getByLabelText('From');
  fireEvent.input(from, { target: { value: '00:30' } });
  fireEvent.blur(from);
  await app.user.click(form.getByRole('button', { name: 'Save' }));
  expect(changes(app.fake)[0]?.edit).toEqual({
    kind: 'set',
    slot: 1,
    entry: { ...noon, days: [5, 6], from: 1350, until: 720 },
  });
  expect(screen.getByText(/didn’t store the schedule/)).toBeTruthy();
  // What was typed is still there.
  expect((form.getByLabelText('From') as HTMLInputElement).value).toBe('00:30');
});

test('axe finds nothing in the list and in the form', async () => {
  const app = await open({ ...list, entries: [...list.entries, stored(2, night, true)] });
  await app.user.click(button('Add schedule'));
  const rules = {
    'color-contrast': { enabled: false },
    'label-content-name-mismatch': { enabled: false },
  };
  const found = await axe.run(document.body, { rules });
  expect(found.violations.map(({ id }) => id)).toEqual([]);
});

test('one without a day is not sent', async () => {
  const app = await open();
  await app.user.click(button(`Edit ${noonWords}`));
  const form = within(screen.getByRole('form', { name: 'Edit' }));
  await app.user.click(form.getByRole('checkbox', { name: 'Sat' }));
  await app.user.click(form.getByRole('button', { name: 'Save' }));
  expect(form.getByText('Choose at least one day.')).toBeTruthy();
  expect(changes(app.fake)).toEqual([]);
});

test('one is added, and the focus goes back to where it came from', async () => {
  const app = await open(list, {}, (fake) =>
    fake.answer('changeSchedules', () => given(success(list))),
  );
  await app.user.click(button('Add schedule'));
  await app.user.type(screen.getByLabelText(/Energy limit/), '8,5');
  await app.user.click(button('Save'));
  expect(changes(app.fake)[0]?.edit).toEqual({
    kind: 'add',
    entry: {
      isOn: true,
      days: [1, 2, 3, 4, 5, 6, 7],
      from: 1200,
      until: 240,
      energyWh: 8_500,
    },
  });
  expect(await screen.findByRole('button', { name: 'Add schedule' })).toBe(document.activeElement);
});

test('one is removed after a question, which says what follows from it', async () => {
  const app = await open(list, {}, (fake) =>
    fake.answer('changeSchedules', () => given(success({ ...list, entries: [stored(1, noon)] }))),
  );
  await app.user.click(button(`Remove ${nightWords}`));
  const question = within(screen.getByRole('alertdialog'));
  expect(question.getByText(/No other one is on/)).toBeTruthy();
  expect(changes(app.fake)).toEqual([]);
  await app.user.click(question.getByRole('button', { name: 'Remove' }));
  expect(changes(app.fake)[0]?.edit).toEqual({ kind: 'remove', slot: 0 });
  expect(await screen.findByText('Stored in the charger.')).toBeTruthy();
  expect(screen.queryByText(nightWords)).toBeNull();
});

test('what was changed elsewhere meanwhile is shown, and said', async () => {
  const other = { ...night, isOn: false, until: 360 };
  const schedules = { entries: [stored(0, other)], hasMore: false };
  const app = await open(list, {}, (fake) =>
    fake.answer('changeSchedules', () => given(failed({ kind: 'changedMeanwhile', schedules }))),
  );
  await app.user.click(switchOf(noonWords));
  expect(await screen.findByText(/were changed elsewhere/)).toBeTruthy();
  expect(screen.queryByText(noonWords)).toBeNull();
  // The next change is of the list that is shown now.
  await app.user.click(switchOf('Mon–Fri, 23:00–08:00'));
  expect(changes(app.fake)[1]?.seen).toEqual([{ slot: 0, entry: other }]);
});

test('where nobody knows whether it is stored, the list can be read again', async () => {
  const app = await open(list, {}, (fake) =>
    fake.answer('changeSchedules', () => given(failed({ kind: 'timedOut', sent: true }))),
  );
  await app.user.click(switchOf(nightWords));
  expect(await screen.findByText(/may have been stored/)).toBeTruthy();
  await app.user.click(button('Read again'));
  expect(app.fake.requests('getSchedules')).toHaveLength(2);
});

test('a plan’s are shown as such, and cannot be changed', async () => {
  await open({ ...list, entries: [stored(0, night, true)] });
  expect(screen.getByText('by price')).toBeTruthy();
  expect(screen.queryByRole('switch', { name: nightWords })).toBeNull();
  expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  expect(button('Add schedule')).toBeTruthy();
});

test.each<[string, ShownSchedules, Partial<Observation>, RegExp]>([
  ['without the right', list, { mayCommand: false }, /can’t control this charger/],
  ['beside some that are not understood', { ...list, hasMore: true }, {}, /can’t be shown here/],
])('%s they are only shown', async (_, shown, parts, why) => {
  await open(shown, parts);
  expect(screen.getByText(nightWords)).toBeTruthy();
  expect(screen.getAllByText(why).length).toBeGreaterThan(0);
  expect(screen.queryByRole('switch', { name: nightWords })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add schedule' })).toBeNull();
});

test('there is room for four', async () => {
  const entries = [0, 1, 2, 3].map((slot) => stored(slot, night));
  const app = await open({ ...list, entries });
  expect(button('Add schedule').getAttribute('aria-disabled')).toBe('true');
  await app.user.click(button('Add schedule'));
  expect(screen.getByText('The charger has room for four schedules.')).toBeTruthy();
  expect(screen.queryByRole('form')).toBeNull();
});

test('a list that could not be read is a sentence, and is asked for again', async () => {
  const app = await open(list, {}, (fake) =>
    fake.answer('getSchedules', () => given(failed({ kind: 'timedOut' }))),
  );
  expect(await screen.findByText(/didn’t respond in time/)).toBeTruthy();
  app.fake.answer('getSchedules', () => given(success(list)));
  await app.user.click(button('Read again'));
  expect(await screen.findByText(nightWords)).toBeTruthy();
});
