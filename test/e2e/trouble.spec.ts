import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { addAccount, openSettings } from '../../build/demo/app-at-hand.ts';
import { holdFile } from '../fixtures/held-file.ts';
import { garage, owner, test } from './fixtures.ts';

const hour = 3_600_000;

test('a wrong password is said next to the form', async ({ computer }) => {
  const app = await computer.start();
  const page = await app.window();
  await addAccount(page, { ...owner, password: 'wrong horse' });
  await expect(
    page.getByRole('alert').filter({ hasText: 'Wrong email or password' }),
  ).toBeVisible();
  expect(computer.sim.requests).toHaveLength(1);
  expect(await computer.keyring.items('ChargeTray')).toEqual([]);
});

test('settings that are broken are set aside once, and their owner is told', async ({
  computer,
}) => {
  await mkdir(computer.dataFolder, { recursive: true });
  await writeFile(join(computer.dataFolder, 'settings.json'), '{"version":1,"settings":');
  const app = await computer.start();
  const page = await app.window();
  await expect(page.getByText('Settings couldn’t be read')).toBeVisible();
});

test('a second launch shows the window of the first and ends', async ({ computer }) => {
  const { app, page } = await computer.signedIn();
  await page.close();
  const opened = app.electron.waitForEvent('window');
  expect(await computer.launchAgain()).toBe(0);
  await expect((await opened).getByRole('heading', { name: 'Garage' })).toBeVisible();
  expect(app.electron.process().exitCode).toBeNull();
});

test('Quit ends the app while a question hangs', async ({ computer }) => {
  const { app, tray } = await computer.signedIn();
  computer.sim.fail({ path: '/chargers/status', times: Infinity, failure: { kind: 'hang' } });
  const asked = computer.sim.requests.length;
  await expect.poll(() => computer.sim.requests.length).toBeGreaterThan(asked);
  const code = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await tray.press(['Quit']);
  expect(await code).toBe(0);
  const log = await readFile(join(computer.dataFolder, 'logs/main.log'), 'utf8');
  expect(log).toMatch(/\[info\] {2}(stopped|not everything came to its end how=left)\n$/);
});

/** Whoever opens a kept file from now on waits until it is let go of. */
async function hangingAt(path: string): Promise<() => Promise<void>> {
  const kept = async () => JSON.parse(await readFile(path, 'utf8'));
  await expect.poll(() => kept().catch(() => undefined)).toMatchObject({ outbox: [] });
  return holdFile(path);
}

test('a disk that hangs holds up nothing but what must be on it first', async ({ computer }) => {
  const { app, tray } = await computer.signedIn();
  const record = join(computer.dataFolder, 'memory.json');
  const goOn = await hangingAt(record);
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
  computer.clock.advance(3 * hour);
  await tray.tooltipThat((words) => words.includes('complete'));
  expect(computer.notices.seen()).toEqual([]);
  await goOn();
  await computer.notices.noticeThat(({ summary }) => summary.includes('complete'));
  const end = await hangingAt(record);
  computer.sim.charger(garage).unplug();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await tray.press(['Quit']);
  await gone;
  await end();
});

test('a log whose disk hangs holds up neither tray nor window nor the end', async ({
  computer,
}) => {
  await mkdir(join(computer.dataFolder, 'logs'), { recursive: true });
  await writeFile(join(computer.dataFolder, 'logs/main.log'), '');
  const letGo = await holdFile(join(computer.dataFolder, 'logs/main.log'));
  const { app, page, tray } = await computer.signedIn();
  await openSettings(page, 'General');
  await expect(page.getByRole('switch', { name: 'Open at login' })).toBeVisible();
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await tray.press(['Quit']);
  await gone;
  await letGo();
});

test('the cloud talks nonsense: the last state stays, and the tray says that it is old', async ({
  computer,
}) => {
  const { page, tray } = await computer.signedIn();
  computer.sim.fail({ path: '/chargers/status', times: Infinity, failure: { kind: 'html' } });
  await tray.tooltipThat((words) => /^Garage: Ready · as of /.test(words));
  await expect(page.getByText(/unexpected response/)).toBeVisible();
  computer.sim.clearFailures();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
});
