import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { trustStation } from '../../build/demo/app-at-hand.ts';
import { pressKey } from '../desktop/input.ts';
import { findWindow, regionOf, shootScreen } from '../desktop/screenshot.ts';
import { filesHolding } from './files-holding.ts';
import { openDetails, test } from './station-fixture.ts';

const ownKey = 'an0ther-key-that-only-this-station-takes';
/** How every token begins: the same few words of JSON in base64. */
const tokenStart = 'eyJ0eXAiOiJKV1Qi';

test('a developer key of its own is in the keychain, and no secret is in a file', async ({
  computer,
  station,
}) => {
  const { sim } = station;
  sim.settings.devkey = ownKey;
  const { app, page, tray } = await station.watched({ key: ownKey });
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  expect(sim.keysSeen()).toEqual([ownKey]);
  await openDetails(page);
  await page.getByText('Station password', { exact: true }).waitFor();
  const [item, ...more] = await computer.keyring.items('ChargeTray');
  expect(item?.secret).toContain(ownKey);
  expect(item?.secret).not.toContain(sim.identity.passcode);
  expect(more).toEqual([]);
  await app.electron.close();
  const secrets = [ownKey, sim.identity.passcode, tokenStart];
  const { files, found } = await filesHolding(computer.dataFolder, secrets);
  expect(files).toBeGreaterThan(3);
  expect(found).toEqual([]);
  const again = await computer.start();
  await station.reads(2);
  expect(again.electron.process().exitCode).toBeNull();
  expect(new Set(sim.keysSeen())).toEqual(new Set([ownKey]));
});

test('the station password is shown in a window of the app, never to the page', async ({
  computer,
  station,
}, info) => {
  const { passcode } = station.sim.identity;
  const { app, page } = await station.watched();
  await openDetails(page);
  await page.getByRole('button', { name: 'Show Station password' }).click();
  const window = await findWindow(computer.desktop, { title: 'Station password · Garage' });
  const file = info.outputPath('station-password.png');
  await shootScreen(computer.desktop, file);
  await info.attach('station password', { path: file, contentType: 'image/png' });
  await expect(page.getByText('••••••••')).toBeVisible();
  expect(await page.content()).not.toContain(passcode);
  await pressKey(computer.desktop, 'Escape');
  const isThere = () => regionOf(computer.desktop, window).catch(() => undefined);
  await expect.poll(isThere).toBeUndefined();
  expect(await page.content()).not.toContain(passcode);
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
});

test('settings of the Python library are offered and used, their key unseen', async ({
  computer,
  station,
}) => {
  const { sim, address } = station;
  sim.settings.devkey = ownKey;
  const folder = join(computer.desktop.env.HOME ?? '', '.config', 'fcsp');
  await mkdir(folder, { recursive: true });
  const left = { host: sim.host, port: sim.port, devkey: ownKey, timeout: 10 };
  await writeFile(join(folder, 'config.json'), JSON.stringify(left));
  const app = await computer.start();
  const page = await app.window();
  await page.getByRole('radio', { name: 'Ford Charge Station Pro' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'fcsp-api' })).toContainText(
    `config.json: ${address}. “Developer key” is included but not shown.`,
  );
  await page.getByRole('button', { name: 'Use these settings' }).click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(address);
  await expect(page.getByLabel(/^Developer key/)).toHaveValue('');
  expect(await page.content()).not.toContain(ownKey);
  expect(sim.connections()).toBe(0);
  await page.getByRole('textbox', { name: 'Name' }).fill('Garage');
  await page.getByRole('button', { name: 'Connect' }).click();
  await trustStation(page, sim.certificate.fingerprint);
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
  expect(sim.keysSeen()).toEqual([ownKey]);
});
