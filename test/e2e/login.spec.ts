import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import { test } from './fixtures.ts';

test('what starts at login is the file that an update has renamed', async ({ computer }) => {
  const { HOME: home = '', XDG_CONFIG_HOME: config = '' } = computer.desktop.env;
  const appImage = (version: string) => join(home, `ChargeTray-${version}-linux-x64.AppImage`);
  const file = join(config, 'autostart', 'chargetray.desktop');
  // What throws is not polled again, and the file comes a little after the click.
  const entry = () => readFile(file, 'utf8').catch(() => '');
  const first = await computer.start({ env: { APPIMAGE: appImage('0.1.0') } });
  const page = await first.window();
  await openSettings(page, 'General');
  await page.getByRole('switch', { name: 'Open at login' }).click();
  await expect.poll(entry).toContain(`Exec=${appImage('0.1.0')} --hidden\n`);
  await first.electron.close();
  const second = await computer.start({ env: { APPIMAGE: appImage('0.2.0') } });
  await expect.poll(entry).toContain(`Exec=${appImage('0.2.0')} --hidden\n`);
  expect(await entry()).not.toContain('0.1.0');
  await second.electron.close();
  // One that is run from a checkout leaves the installed one where it is. It ends with all written.
  const fromCheckout = await computer.start();
  await fromCheckout.window();
  await fromCheckout.electron.close();
  expect(await entry()).toContain(`Exec=${appImage('0.2.0')} --hidden\n`);
});
