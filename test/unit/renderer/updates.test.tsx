import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import type { UpdateProgress, UpdateStep, UpdateView } from '../../../shared/domain/app/update.ts';
import { aChargingCharger, anAppState, readAt, watching } from '../../fixtures/app-states.ts';
import { aNewerVersion, anUpdate } from '../../fixtures/updates.ts';
import { prepareBrowser, type Rendered, renderApp } from './render-app.tsx';

prepareBrowser();

const newer = aNewerVersion();
const charging = (update: UpdateView): AppState => ({ ...watching(aChargingCharger()), update });
const sentThere = (update: UpdateView): AppState => ({
  ...charging(update),
  goTo: { counter: 1, view: 'updates' },
});
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const labels = (place: HTMLElement) =>
  within(place)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const steps = ({ fake }: Rendered) => fake.requests('update').map(({ step }) => step);
const line = () => screen.queryByRole('region', { name: 'Updates' });

/** The card with what was found, in the settings. */
function found(): HTMLElement {
  const card = screen
    .getAllByRole('status')
    .map((one) => one.closest<HTMLElement>('.card'))
    .find((one) => one !== null);
  if (!card) throw new Error('nothing is said of newer versions');
  return card;
}

interface Row {
  readonly progress: UpdateProgress;
  readonly says: string;
  readonly facts?: string;
  readonly offers: readonly string[];
  readonly parts?: Partial<UpdateView>;
}

const failed = (why: Extract<UpdateProgress, { phase: 'failed' }>['why']) =>
  ({ phase: 'failed', why, at: readAt }) as const;
const byHand = { way: 'byHand' } as const;

const rows: Readonly<Record<string, Row>> = {
  'never asked': { progress: { phase: 'idle' }, says: 'Not checked yet', offers: ['Check now'] },
  'nothing newer': {
    progress: { phase: 'idle', checkedAt: readAt },
    says: 'Version 1.2.3 is the latest version.',
    facts: 'Last checked: 12:41',
    offers: ['Check now'],
  },
  asking: { progress: { phase: 'checking' }, says: 'Checking…', offers: ['Check now'] },
  found: {
    progress: { phase: 'found', newer },
    says: 'Version 1.3.0 is available.',
    facts: 'Installed: 1.2.3 · 92 MB',
    offers: ['Download', 'Later'],
  },
  'put off': {
    progress: { phase: 'found', newer },
    says: 'Version 1.3.0 is available.',
    parts: { postponed: true },
    offers: ['Download', 'Check now'],
  },
  'found, for its owner to install': {
    progress: { phase: 'found', newer },
    says: 'Version 1.3.0 is available.',
    parts: byHand,
    offers: ['Download page', 'Later'],
  },
  fetching: {
    progress: { phase: 'downloading', newer, share: 0.1 },
    says: 'Downloading version 1.3.0…',
    offers: ['Cancel'],
  },
  ready: {
    progress: { phase: 'ready', newer },
    says: 'Version 1.3.0 is ready to install.',
    offers: ['Restart to update', 'Later'],
  },
  'waiting for a command': {
    progress: { phase: 'installing', newer, waits: 'command' },
    says: 'ChargeTray restarts as soon as your command is confirmed.',
    offers: ['Cancel'],
  },
  'waiting for a plan': {
    progress: { phase: 'installing', newer, waits: 'plan' },
    says: 'ChargeTray restarts as soon as your plan has acted.',
    offers: ['Cancel'],
  },
  restarting: { progress: { phase: 'installing', newer }, says: 'Restarting…', offers: [] },
  'nobody answers': {
    progress: failed('unreachable'),
    says: 'Couldn’t reach github.com. Check your internet connection.',
    facts: 'Last checked: 12:41',
    offers: ['Try again'],
  },
  'not signed': {
    progress: failed('notSigned'),
    says: 'Not signed by the ChargeTray project, so nothing of it was used.',
    offers: ['Try again'],
  },
  'a full disk': {
    progress: { ...failed('diskFull'), newer },
    says: 'Not enough disk space. Free up some space and try again.',
    offers: ['Try again'],
  },
  'not to be replaced': {
    progress: { ...failed('notWritable'), newer },
    says: 'ChargeTray can’t replace itself here. Get the new version from the download page.',
    offers: ['Download page'],
  },
};

describe('the page about updates', () => {
  test.each(Object.entries(rows))('%s', async (_, { progress, says, facts, offers, parts }) => {
    await renderApp(sentThere(anUpdate(progress, parts)));
    const card = found();
    expect(within(card).getByRole('status').textContent).toBe(says);
    if (facts !== undefined) expect(card.textContent).toContain(facts.replace(' MB', '\u00a0MB'));
    if (offers.length > 0) expect(labels(card)).toEqual(offers);
    else expect(within(card).queryByRole('button')).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test.each<[UpdateProgress, string, UpdateStep]>([
    [{ phase: 'idle' }, 'Check now', 'check'],
    [{ phase: 'found', newer }, 'Download', 'download'],
    [{ phase: 'found', newer }, 'Later', 'postpone'],
    [{ phase: 'downloading', newer, share: 0 }, 'Cancel', 'cancel'],
    [{ phase: 'ready', newer }, 'Restart to update', 'install'],
    [{ phase: 'installing', newer, waits: 'plan' }, 'Cancel', 'cancel'],
    [failed('serverError'), 'Try again', 'check'],
    [{ ...failed('damaged'), newer }, 'Try again', 'download'],
  ])('%o: %s asks for %s', async (progress, name, step) => {
    const app = await renderApp(sentThere(anUpdate(progress)));
    await app.user.click(within(found()).getByRole('button', { name }));
    expect(steps(app)).toEqual([step]);
  });

  test('leads to the downloads where its owner replaces the app', async () => {
    const { fake, user } = await renderApp(sentThere(anUpdate(undefined, byHand)));
    await user.click(button('Download page'));
    expect(fake.requests('openLink')).toEqual([{ link: 'downloadPage' }]);
    expect(found().textContent).toContain('package manager');
  });

  test('asks nothing twice while it is being asked', async () => {
    const app = await renderApp(sentThere(anUpdate({ phase: 'checking' })));
    await app.user.click(button('Check now'));
    expect(steps(app)).toEqual([]);
  });

  test('shows how far it is, and says so at each quarter only', async () => {
    const at = (share: number) => sentThere(anUpdate({ phase: 'downloading', newer, share }));
    const { hear } = await renderApp(at(0.52));
    const bar = () => screen.getByRole('progressbar', { name: 'Download progress' });
    const said = () => within(found()).getByRole('status').textContent;
    expect(bar().getAttribute('aria-valuetext')).toBe('52%');
    expect(said()).toBe('Downloading version 1.3.0… 50%');
    hear(at(0.74));
    expect(bar().getAttribute('aria-valuetext')).toBe('74%');
    expect(said()).toBe('Downloading version 1.3.0… 50%');
    hear(at(0.999));
    expect(bar().getAttribute('aria-valuetext')).toBe('99%');
    expect(said()).toBe('Downloading version 1.3.0… 75%');
  });

  test('shows what others wrote as text alone, within reach of the keyboard', async () => {
    await renderApp(sentThere(anUpdate()));
    const notes = screen.getByRole('region', { name: 'What’s new in version 1.3.0' });
    expect(notes.textContent).toBe(newer.notes);
    expect(notes.querySelectorAll('a, b')).toHaveLength(0);
    expect(notes.tabIndex).toBe(0);
  });

  test('shows no empty box where nothing was said', async () => {
    await renderApp(sentThere(anUpdate({ phase: 'found', newer: aNewerVersion({ notes: '' }) })));
    expect(screen.queryByText(/What’s new in/)).toBeNull();
  });

  test('has the switch, and its row in the list says how it stands', async () => {
    const { fake, user } = await renderApp(sentThere(anUpdate({ phase: 'idle' })));
    expect(button('Updates Off')).toBeTruthy();
    await user.click(screen.getByRole('switch', { name: 'Check for updates automatically' }));
    expect(fake.requests('changeSettings')).toEqual([{ updates: true }]);
  });

  test('has the way back to the list of the settings', async () => {
    const { user } = await renderApp(sentThere(anUpdate()));
    expect(screen.getByRole('heading', { level: 1, name: 'Updates' })).toBeTruthy();
    await user.click(button('Back'));
    expect(screen.getByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  });

  test('is not there in a copy that is never offered any', async () => {
    await renderApp(anAppState({ goTo: { counter: 1, view: 'settings' } }));
    expect(screen.queryByRole('button', { name: /^Updates/ })).toBeNull();
  });
});

describe('the question', () => {
  const asking = charging(anUpdate({ phase: 'idle' }, { asks: true }));
  const panel = () =>
    screen.queryByRole('region', { name: 'Should ChargeTray check for new versions?' });

  test.each([
    ['Yes, once a day', true],
    ['No', false],
  ])('%s', async (name, updates) => {
    const { fake, user } = await renderApp(asking);
    await user.click(within(panel() as HTMLElement).getByRole('button', { name }));
    expect(fake.requests('changeSettings')).toEqual([{ updates }]);
  });

  test('is not there where nobody is to be asked, and leaves with the answer', async () => {
    const { hear } = await renderApp(asking);
    expect(await violations()).toEqual([]);
    hear(charging(anUpdate({ phase: 'idle' })));
    expect(panel()).toBeNull();
  });
});

describe('the row of the settings', () => {
  test.each<[UpdateProgress['phase'], string]>([
    ['found', 'Version 1.3.0 is available.'],
    ['ready', 'Version 1.3.0 is ready to install.'],
  ])('says what is %s', async (phase, words) => {
    const newer = aNewerVersion({});
    const { user } = await renderApp(charging(anUpdate({ phase, newer } as UpdateProgress)));
    await user.click(button('Settings'));
    expect(button(new RegExp(`^Updates ?${words}$`))).toBeTruthy();
  });
});

describe('the line above every view', () => {
  test('leads to what is new, where it is not said again', async () => {
    const { user } = await renderApp(charging(anUpdate()));
    expect(line()?.textContent).toContain('Version 1.3.0 is available.');
    expect(await violations()).toEqual([]);
    await user.click(button('What’s new'));
    expect(screen.getByRole('heading', { level: 1, name: 'Updates' })).toBeTruthy();
    expect(line()).toBeNull();
  });

  test('puts it off', async () => {
    const app = await renderApp(charging(anUpdate()));
    await app.user.click(button('Later'));
    expect(steps(app)).toEqual(['postpone']);
    app.hear(charging(anUpdate(undefined, { postponed: true })));
    expect(line()).toBeNull();
  });

  test('says that the app is about to restart', async () => {
    const waiting = { phase: 'installing', newer, waits: 'command' } as const;
    await renderApp(charging(anUpdate(waiting)));
    expect(line()?.textContent).toBe('ChargeTray restarts as soon as your command is confirmed.');
  });

  test.each<[string, UpdateProgress]>([
    ['nothing newer', { phase: 'idle', checkedAt: readAt }],
    ['a question under way', { phase: 'checking' }],
    ['one that failed', failed('unreachable')],
    ['a download', { phase: 'downloading', newer, share: 0.5 }],
  ])('says nothing of %s', async (_, progress) => {
    await renderApp(charging(anUpdate(progress)));
    expect(line()).toBeNull();
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
