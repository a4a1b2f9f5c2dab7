import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { addAccount, openSettings } from '../../build/demo/app-at-hand.ts';
import { launch } from '../../build/launch.mjs';
import { findWindow } from '../desktop/screenshot.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import {
  startUpdateSimulator,
  type UpdateSimulator,
  type UpdateSpoil,
} from '../simulators/updates/simulator.ts';
import { test as base, type Computer, owner } from './fixtures.ts';
import { openHistory, rows } from './history-hand.ts';
import { keepPast } from './past-charges.ts';

const version = '0.2.0';
const old = '#!/bin/sh\nexit 1\n';
const hour = 3_600_000;

/** An AppImage on a computer, and a place of releases. */
interface Installed {
  readonly releases: UpdateSimulator;
  readonly appImage: string;
  /** What the next version is: a program that says that it was started, and is this very app. */
  readonly next: string;
  /** Process and arguments of the next version, once it was started. */
  started(): Promise<{ readonly pid: number; readonly args: string } | undefined>;
  /** Starts the old one and signs in; ends on the page about updates. */
  used(): Promise<Page>;
}

const test = base.extend<{ installed: Installed }>({
  installed: async ({ computer }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'chargetray-installed-'));
    const releases = await startUpdateSimulator();
    const appImage = join(folder, 'ChargeTray.AppImage');
    const note = join(folder, 'started');
    await writeFile(appImage, old);
    await chmod(appImage, 0o755);
    const next = nextVersion(computer, note);
    releases.publish({ version, file: Buffer.from(next), notes: 'Quieter than ever.' });
    const started = async () => {
      const words = await readFile(note, 'utf8').catch(() => '');
      const [, pid, args = ''] = /^(\d+) (.*)\n$/.exec(words) ?? [];
      return pid === undefined ? undefined : { pid: Number(pid), args };
    };
    const env = {
      APPIMAGE: appImage,
      CHARGETRAY_UPDATES_URL: releases.url,
      CHARGETRAY_UPDATES_KEY: releases.publicKey,
    };
    await use({
      releases,
      appImage,
      next,
      started,
      used: async () => {
        const page = await (await computer.start({ env })).window();
        await addAccount(page, owner);
        await page.getByRole('heading', { name: 'Garage' }).waitFor();
        await openSettings(page, 'Updates');
        return page;
      },
    });
    const running = await started();
    if (running && isRunning(running.pid)) process.kill(running.pid, 'SIGKILL');
    await releases.close();
    await rm(folder, { recursive: true, force: true });
  },
});

function nextVersion({ dataFolder }: Computer, note: string): string {
  const { executablePath, args } = launch([`--user-data-dir=${dataFolder}`]);
  const words = [executablePath, ...args].map((word) => `'${word}'`).join(' ');
  return [
    '#!/bin/sh',
    `echo "$$ $*" > '${note}'`,
    // As the beginning of a real AppImage does.
    'export APPIMAGE="$0"',
    `exec ${words} "$@"`,
    '',
  ].join('\n');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What the page says of how far it is. */
function status(page: Page, words: string): Locator {
  return page.getByRole('main').getByRole('status').filter({ hasText: words });
}

async function downloaded(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Check now|Try again)$/ }).click();
  await status(page, `Version ${version} is available.`).waitFor();
  await page.getByRole('button', { name: 'Download' }).click();
}

test('a newer version takes the place of the old one, and goes on where that was', async ({
  computer,
  installed,
}) => {
  const startedAt = new Date().setHours(0, 0, 0, 0) - 12 * hour;
  await keepPast(computer.dataFolder, { charges: [{ startedAt, energyWh: 6000 }], reads: false });
  const page = await installed.used();
  const left = page.waitForEvent('close');
  await downloaded(page);
  await page.getByRole('button', { name: 'Restart to update' }).click();
  await left;
  await expect.poll(installed.started).toBeTruthy();
  expect(await readFile(installed.appImage, 'utf8')).toBe(installed.next);
  expect(await readdir(join(installed.appImage, '..'))).toEqual([
    basename(installed.appImage),
    'started',
  ]);
  const { pid = 0, args } = (await installed.started()) ?? {};
  // The window was open.
  expect(args).toBe('--shown');
  // Account, keychain and what was known are there: it reads the charger without being asked anything.
  const tray = await trayItemOf(computer.desktop, pid);
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  await findWindow(computer.desktop, { title: 'ChargeTray' });
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => isRunning(pid)).toBe(false);
  expect(await computer.keyring.items('ChargeTray')).toHaveLength(1);

  const again = await (await computer.start({ args: ['--shown'] })).window();
  await openHistory(again);
  await expect(rows(again)).toHaveCount(1);
});

const refused: readonly (readonly [UpdateSpoil, string])[] = [
  ['unsigned', 'Not signed by the ChargeTray project'],
  ['forged', 'Not signed by the ChargeTray project'],
  ['corrupt', 'The download was damaged'],
  ['cut', 'Couldn’t reach github.com'],
];

for (const [spoil, said] of refused) {
  test(`what is ${spoil} changes nothing`, async ({ installed }) => {
    const page = await installed.used();
    const isAboutFile = spoil === 'corrupt' || spoil === 'cut';
    installed.releases.spoil(spoil);
    if (isAboutFile) await downloaded(page);
    else await page.getByRole('button', { name: 'Check now' }).click();
    await status(page, said).waitFor();
    expect(await readFile(installed.appImage, 'utf8')).toBe(old);
    expect(await readdir(join(installed.appImage, '..'))).toEqual([basename(installed.appImage)]);
    // It can be tried again at once.
    installed.releases.spoil(undefined);
    if (isAboutFile) await page.getByRole('button', { name: 'Try again' }).click();
    else await downloaded(page);
    await expect(page.getByRole('button', { name: 'Restart to update' })).toBeVisible();
  });
}
