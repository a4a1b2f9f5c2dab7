import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { owner, test } from '../fixtures.ts';

const files = ['settings.json', 'memory.json', 'prices.json', 'window.json', 'history.db'];

test('with pipes for all of its files, in a folder behind a link, the app starts and says so', async ({
  computer,
}) => {
  const folder = join(dirname(computer.dataFolder), 'elsewhere');
  mkdirSync(join(folder, 'logs'), { recursive: true });
  symlinkSync(folder, computer.dataFolder);
  for (const name of [...files, 'control.sock', 'logs/main.log']) {
    execFileSync('mkfifo', [join(folder, name)]);
  }
  writeFileSync(join(folder, 'chromium'), 'no folder');
  // In a terminal nothing is set aside: whoever looks there changes nothing.
  for (const words of [['--status'], ['history']]) {
    expect(await computer.launchAgain(...words)).toBe(1);
  }
  const app = await computer.start();
  const page = await app.window();
  await expect(page.getByText('Settings couldn’t be read')).toBeVisible();
  await expect(page.getByText(/saved as settings\.broken-.*\.json/)).toBeVisible();
  await expect(page.getByText('Some saved data couldn’t be read')).toBeVisible();
  await addAccount(page, owner);
  await page.getByRole('heading', { name: 'Garage' }).waitFor();
  await expect(page.getByText(/saved as history\.broken-.*\.db/)).toBeVisible();
  const tray = await trayItemOf(computer.desktop, app.pid);
  const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
  await tray.press(['Quit']);
  expect(await gone).toBe(0);
  const pipes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    lstatSync(join(folder, name)).isFIFO(),
  );
  // Prices are read when somebody wants them.
  const aside =
    /^((settings|memory|window)\.broken-.*\.json|history\.broken-.*\.db|logs\/main\.1\.log)$/;
  expect(pipes.filter((name) => aside.test(name))).toHaveLength(5);
  expect(pipes.filter((name) => !aside.test(name)).sort()).toEqual(['control.sock', 'prices.json']);
});
