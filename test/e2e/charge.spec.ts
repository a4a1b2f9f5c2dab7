import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { trayItemOf } from '../desktop/tray-item.ts';
import { filesHolding } from './files-holding.ts';
import { garage, owner, test } from './fixtures.ts';

const hour = 3_600_000;

test('an account is added by typing, and its charger stands in the tray', async ({ computer }) => {
  const { tray } = await computer.signedIn();
  // Not read yet at first, which a slow machine shows for a moment.
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  const labels = (await tray.menu()).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Garage: Ready', 'Lock', 'History', 'Quit']));
  expect(labels).toContainEqual(expect.stringMatching(/^Refresh now \(\d/));
});

test('secrets are in the keychain, and in no file', async ({ computer }) => {
  const { app } = await computer.signedIn();
  const [item] = await computer.keyring.items('ChargeTray');
  const kept = item?.secret ?? '';
  expect(kept).toContain(owner.password);
  const tokens = kept.match(/[\w-]{16,}\.[\w-]+\.[\w-]+/g) ?? [];
  expect(tokens.length).toBeGreaterThan(0);
  await app.electron.close();
  const { files, found } = await filesHolding(computer.dataFolder, [owner.password, ...tokens]);
  expect(files).toBeGreaterThan(3);
  expect(found).toEqual([]);
});

test('Pause in the tray menu pauses the charger', async ({ computer }) => {
  const { tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 20_000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
  await tray.press(['Pause']);
  await tray.tooltipThat((words) => words.includes('Paused'));
  expect(computer.sim.facts(garage).statusId).toBe(182);
  expect(computer.notices.seen()).toEqual([]);
  await tray.press(['Resume']);
  await tray.tooltipThat((words) => words.includes('Charging'));
});

test('a charge that ends is told by exactly one notification', async ({ computer }) => {
  const { tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(hour / 2);
  const icon = (await tray.iconPixmaps())[0]?.hash;
  await tray.tooltipThat((words) => words.includes('Charging'));
  computer.clock.advance(3 * hour);
  const notice = await computer.notices.noticeThat(({ summary }) => summary.includes('complete'));
  expect(notice.summary).toBe('Charge complete · Garage');
  expect(notice.body).toMatch(/7\.00\skWh/);
  const asked = computer.sim.requests.length;
  await expect.poll(() => computer.sim.requests.length).toBeGreaterThan(asked + 3);
  expect(computer.notices.seen()).toHaveLength(1);
  expect((await tray.iconPixmaps())[0]?.hash).not.toBe(icon);
});

test('killed during a charge and started again: exactly one notification', async ({ computer }) => {
  const { app, tray } = await computer.signedIn();
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
  // The tray does not wait for the disk.
  const record = join(computer.dataFolder, 'memory.json');
  await expect.poll(() => readFile(record, 'utf8')).toContain('"charge":');
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  process.kill(app.pid, 'SIGKILL');
  await gone;
  computer.clock.advance(3 * hour);
  const again = await computer.start();
  await computer.notices.noticeThat(({ summary }) => summary === 'Charge complete · Garage');
  expect(again.electron.windows()).toHaveLength(0);
  await again.electron.close();
  const third = await computer.start();
  const trayAgain = await trayItemOf(computer.desktop, third.pid);
  await trayAgain.tooltipThat((words) => words.includes('complete') && !words.includes('as of'));
  expect(computer.notices.seen()).toHaveLength(1);
});

test('a click on the notification opens the window on its charger', async ({ computer }) => {
  const { app, page, tray } = await computer.signedIn();
  await page.close();
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
  computer.clock.advance(3 * hour);
  await computer.notices.noticeThat(({ summary }) => summary.includes('complete'));
  const opened = app.electron.waitForEvent('window');
  await expect.poll(() => computer.notices.displayed()).toBe(1);
  await computer.notices.click();
  await expect((await opened).getByRole('heading', { name: 'Garage' })).toBeVisible();
});
