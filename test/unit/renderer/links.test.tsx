import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { type LinkAsked, readLink } from '../../../shared/domain/app/link.ts';
import {
  aCharger,
  aChargingCharger,
  anObservation,
  current,
  watching,
} from '../../fixtures/app-states.ts';
import { prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const yard = aCharger(current(anObservation({ state: 'lockedCar' }, { name: 'Yard' })), {
  id: 'a/2',
});

/** Somebody has come by this link; the window was sent there as the app does it. */
function by(link: string, counter = 1): AppState {
  const says = readLink(`chargetray://${link}`) as LinkAsked['says'];
  const state = watching(aChargingCharger(), yard);
  const called = says.ok ? says.value.charger : '';
  const chargerId = { Garage: 'charger-1', Yard: 'a/2' }[called];
  const goTo = { counter, view: 'chargers', ...(chargerId && { chargerId }) } as const;
  return { ...state, link: { counter, says }, goTo };
}

const question = (name: string | RegExp) => screen.getByRole('group', { name });
const note = () => {
  const alert = screen.getByRole('heading', { name: 'Link not understood' }).parentElement;
  if (alert?.role !== 'alert') throw new Error('a link that leads nowhere is not announced');
  return alert;
};
const press = async ({ user }: Rendered, name: string, where: HTMLElement) =>
  user.click(within(where).getByRole('button', { name }));
const labels = (place: HTMLElement) =>
  within(place)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

describe('what a link asks', () => {
  test.each([
    ['charger/Garage/pause', 'A link asks to pause Garage.', 'Pause', { kind: 'pause' }],
    ['charger/Garage/lock', 'A link asks to lock Garage.', 'Lock', { kind: 'lock' }],
    ['charger/Yard/unlock', 'A link asks to unlock Yard.', 'Unlock', { kind: 'unlock' }],
    [
      'charger/Garage/schedule',
      'A link asks to put Garage back on its schedule.',
      'Back to schedule',
      { kind: 'backToSchedule' },
    ],
    [
      'charger/Garage/limit/16',
      'A link asks to set the limit of Garage to 16\u00a0A.',
      'Set to 16\u00a0A',
      { kind: 'setLimit', limitA: 16 },
    ],
  ])('%s is done by a press, once', async (link, title, yes, command) => {
    const app = await renderApp(by(link));
    const panel = question(title);
    expect(document.activeElement).toBe(panel);
    expect(panel.closest('section')?.textContent).toContain(title);
    expect(labels(panel)).toEqual(['No', yes]);
    expect(await violations()).toEqual([]);
    expect(app.fake.requests('execute')).toEqual([]);
    await app.ring();
    await press(app, yes, panel);
    const chargerId = link.includes('Yard') ? 'a/2' : 'charger-1';
    expect(app.fake.requests('execute')).toEqual([{ chargerId, command }]);
    expect(app.fake.requests('answerLink')).toEqual([{ counter: 1 }]);
  });

  test.each(['No', '{Escape}'])('is refused by %s, and nothing is sent', async (how) => {
    const app = await renderApp(by('charger/Garage/pause'));
    const panel = question(/pause/);
    if (how === 'No') await press(app, how, panel);
    else await app.user.keyboard(how);
    expect(app.fake.requests('answerLink')).toEqual([{ counter: 1 }]);
    expect(app.fake.called()).not.toContain('execute');
    expect(app.fake.called()).not.toContain('closeWindow');
  });

  test('cannot be said yes to before it can have been read, nor by a key that was held', async () => {
    const app = await renderApp(by('charger/Garage/pause'));
    await app.user.keyboard('{Enter} ');
    await press(app, 'Pause', question(/pause/));
    expect(app.fake.requests('execute')).toEqual([]);
    await app.ring();
    app.hear(by('charger/Garage/lock', 2));
    await press(app, 'Lock', question(/lock/));
    expect(app.fake.requests('execute')).toEqual([]);
  });

  test.each([
    ['charger/Yard/pause', 'Unlock the charger first.'],
    ['charger/Garage/unlock', 'Already unlocked.'],
    ['charger/Garage/limit/40', 'This charger’s limit can be 6\u00a0A to 32\u00a0A.'],
  ])('%s: that it is not possible now: %s', async (link, why) => {
    const app = await renderApp(by(link));
    await app.ring();
    const panel = question(/A link asks/);
    expect(panel.textContent).toContain(why);
    expect(labels(panel)).toEqual(['Close']);
    await press(app, 'Close', panel);
    expect(app.fake.requests('answerLink')).toEqual([{ counter: 1 }]);
  });

  test('that the charger can do it no way', async () => {
    const fixed = anObservation({ state: 'charging' }, { abilities: {} });
    await renderApp({ ...by('charger/Garage/pause'), chargers: [aCharger(current(fixed))] });
    expect(question(/pause/).textContent).toContain('This charger can’t do that.');
  });

  test('leaves with the answer, and the focus stays at the charger', async () => {
    const app = await renderApp(by('charger/Garage/pause'));
    const { link: _answered, ...state } = by('charger/Garage/pause');
    app.hear(state);
    expect(screen.queryByRole('group', { name: /A link/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Garage' }));
  });
});

describe('a link that leads nowhere', () => {
  test.each([
    ['The link is damaged or incomplete.', 'charger/%'],
    ['The link is too long.', `charger/${'x'.repeat(2000)}`],
    ['ChargeTray has no page called “elsewhere”.', 'elsewhere'],
    ['“explode” isn’t something a link can ask for.', 'charger/Garage/explode'],
    ['“lots” isn’t a limit in whole amps.', 'charger/Garage/limit/lots'],
    ['No charger here is called “Attic”.', 'charger/Attic/pause'],
    ['No charger here is called “Attic”.', 'charger/Attic'],
  ])('%s', async (says, link) => {
    const app = await renderApp(by(link));
    const alert = note();
    expect(alert.textContent).toContain(says);
    expect(await violations()).toEqual([]);
    await press(app, 'Close', alert);
    expect(app.fake.requests('answerLink')).toEqual([{ counter: 1 }]);
    expect(app.fake.requests('execute')).toEqual([]);
  });

  test('for two chargers share the name', async () => {
    const state = by('charger/Garage/pause');
    const twins = [...state.chargers, { ...aChargingCharger(), id: 'charger-3' }];
    await renderApp({ ...state, chargers: twins });
    expect(note().textContent).toContain('More than one charger');
    expect(screen.queryByRole('group', { name: /A link/ })).toBeNull();
  });

  test('is said where no charger has been added, too', async () => {
    await renderApp({ ...by('charger/Garage/pause'), accounts: [], chargers: [] });
    expect(note().textContent).toContain('No charger here');
  });
});

/** Colours have their own test. */
async function violations() {
  const rules = {
    'color-contrast': { enabled: false },
    'label-content-name-mismatch': { enabled: false },
  };
  const { violations: some } = await axe.run(document.body, { rules });
  return some.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
}
