import { type ElectronApplication, expect } from '@playwright/test';
import { addAccount } from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { barriersOf } from './barriers.ts';
import { garage, owner, test } from './fixtures.ts';

const hour = 3_600_000;

test('the charger is locked from the window', async ({ computer }) => {
  const { page, tray } = await computer.signedIn();
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await tray.tooltipThat((words) => words.includes('Locked'));
  expect(computer.sim.facts(garage).locked).toBe(true);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await tray.tooltipThat((words) => words.includes('Ready'));
  expect(computer.sim.facts(garage).locked).toBe(false);
});

test('a limit that is typed reaches the charger', async ({ computer }) => {
  const { page } = await computer.signedIn();
  const field = page.getByRole('textbox', { name: 'Current limit in amps' });
  await field.fill('13');
  await field.press('Enter');
  await expect.poll(() => computer.sim.facts(garage).limitA).toBe(13);
});

test('the slider sends where it came to rest', async ({ computer }) => {
  const { page } = await computer.signedIn();
  const before = computer.sim.facts(garage).limitA;
  const slider = page.getByRole('slider', { name: 'Current limit' });
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await slider.press(key);
  await expect.poll(() => computer.sim.facts(garage).limitA).toBe(before - 3);
  await expect(slider).toHaveValue(String(before - 3));
});

test('a question keeps the keyboard, and Escape leaves the question only', async ({ computer }) => {
  const { page } = await computer.signedIn();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const restart = page.getByRole('button', { name: 'Restart charger' });
  await restart.click();
  const question = page.getByRole('alertdialog', { name: 'Restart Garage?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(question.getByRole('button', { name: 'Restart charger' })).toBeFocused();
  expect(await barriersOf(page, 'question')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(restart).toBeFocused();
});

test('no view of a charger has a barrier, nor its form, nor what went wrong', async ({
  computer,
}) => {
  const app = await computer.start();
  const page = await app.window();
  const barriers: string[] = [];
  const read = async (view: string) => barriers.push(...(await barriersOf(page, view)));
  await page.getByLabel('Email').waitFor();
  await read('add');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(2);
  await read('empty fields');
  await addAccount(page, { ...owner, password: 'wrong horse' });
  await page.getByRole('alert').filter({ hasText: 'Wrong email or password' }).waitFor();
  await read('wrong password');
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  const tray = await trayItemOf(computer.desktop, app.pid);
  computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.clock.advance(hour);
  await tray.tooltipThat((words) => words.includes('Charging'));
  await page.getByText('Energy', { exact: true }).waitFor();
  await read('charging');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('button', { name: 'Details' }).click();
  await page.getByText('Serial number').waitFor();
  await read('details');
  computer.sim.fail({ path: '/chargers/status', times: Infinity, failure: { kind: 'html' } });
  await page.getByText(/unexpected response/).waitFor();
  await read('no sense');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await read('settings');
  expect(barriers).toEqual([]);
});

test('the page can reach nothing but its own files', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  await page.getByLabel('Email').waitFor();
  const said = await page.evaluate(async (url) => {
    const tried = await fetch(url).then(
      () => 'reached',
      () => 'refused',
    );
    const bridge = (globalThis as { chargetray?: object }).chargetray ?? {};
    return { tried, node: 'require' in globalThis, bridge: Object.keys(bridge).sort() };
  }, computer.sim.url);
  expect(said).toEqual({ tried: 'refused', node: false, bridge: ['call', 'firstState', 'on'] });
  await page.evaluate((url) => location.assign(url), computer.sim.url);
  await page.evaluate((url) => window.open(url), computer.sim.url);
  // A refused navigation never ends for the driver's own waiting, so the page itself is asked.
  expect(await page.evaluate(() => document.querySelectorAll('input').length)).toBeGreaterThan(1);
  expect(app.electron.windows()).toHaveLength(1);
  expect(new URL(page.url()).protocol).toBe('chargetray:');
  expect(computer.sim.requests).toHaveLength(0);
});

const waysOut = {
  'an address': () => location.assign('about:blank'),
  'an address that cannot be loaded': () => location.assign('about:srcdoc'),
  'the window of its own name': () => void window.open('about:blank', '_self'),
  'a link': () => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = 'about:blank#elsewhere';
    link.click();
  },
  'a form': () => {
    const form = document.body.appendChild(document.createElement('form'));
    form.action = 'about:blank';
    form.submit();
  },
  'a refresh': () => {
    const refresh = document.head.appendChild(document.createElement('meta'));
    refresh.httpEquiv = 'refresh';
    refresh.content = '0;url=about:blank';
  },
  'a frame within': () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    if (frame.contentWindow?.top) frame.contentWindow.top.location = 'about:blank';
  },
  'what was written into an address': () =>
    location.assign(URL.createObjectURL(new Blob(['<p>elsewhere'], { type: 'text/html' }))),
  'a script as an address': () => location.assign('javascript:document.body.remove()'),
};

test('the page cannot leave for an empty one', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  await page.getByLabel('Email').waitFor();
  // A refused navigation never ends for the driver's own waiting, so the page itself is asked.
  const whereItIs = () =>
    page
      .evaluate(() => `${location.href} ${document.querySelector('input') ? 'ours' : 'empty'}`)
      .catch(() => 'on its way');
  for (const [how, leave] of Object.entries(waysOut)) {
    await page.evaluate(leave).catch(() => undefined);
    await expect.poll(whereItIs, how).toBe('chargetray://app/index.html ours');
  }
  expect(app.electron.windows()).toHaveLength(1);
});

test('what no handler knows or what is badly formed is refused', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  await page.getByLabel('Email').waitFor();
  const replies = await page.evaluate(async () => {
    const { chargetray } = globalThis as never as {
      chargetray: { call(name: string, request: unknown): Promise<unknown> };
    };
    return [
      await chargetray.call('execute', { chargerId: 'x', command: { kind: 'factoryReset' } }),
      await chargetray.call('execute', {
        chargerId: 'x',
        command: { kind: 'setLimit', limitA: '32' },
      }),
      await chargetray.call('openLink', { link: 'https://example.com' }),
      await chargetray.call('noSuchCall', undefined),
    ];
  });
  const badRequest = { ok: false, failure: 'badRequest' };
  expect(replies).toEqual([badRequest, badRequest, badRequest, badRequest]);
});

test('Escape closes the window, its renderer ends, and it opens again where it was', async ({
  computer,
}) => {
  const { app, page, tray } = await computer.signedIn();
  const place = { x: 111, y: 99, width: 444, height: 555 };
  await app.electron.evaluate(({ BrowserWindow }, to) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(to);
  }, place);
  const renderers = () =>
    app.electron.evaluate(
      ({ app: running }) => running.getAppMetrics().filter(({ type }) => type === 'Tab').length,
    );
  expect(await renderers()).toBe(1);
  // The page may be gone before the key is up again.
  await page.keyboard.press('Escape').catch(() => undefined);
  await expect.poll(() => app.electron.windows().length).toBe(0);
  const hosts = hostsOfNextPage(app.electron);
  await expect.poll(renderers).toBe(0);
  const opened = app.electron.waitForEvent('window');
  await tray.press(['Open ChargeTray']);
  await expect((await opened).getByRole('heading', { name: 'Garage' })).toBeVisible();
  const size = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  );
  expect(size).toEqual([place.width, place.height]);
  const [begun, ended] = await hosts;
  expect(ended, 'the window was given a second process while it loaded').toBe(begun);
});

/** Chromium's numbers of the next page's process: when it began to load, and when it had. */
function hostsOfNextPage(electron: ElectronApplication): Promise<readonly number[]> {
  return electron.evaluate(
    ({ app }) =>
      new Promise<readonly number[]>((resolve) => {
        app.once('web-contents-created', (_event, contents) => {
          contents.once('did-start-navigation', () => {
            const begun = contents.getProcessId();
            contents.once('did-finish-load', () => resolve([begun, contents.getProcessId()]));
          });
        });
      }),
  );
}
