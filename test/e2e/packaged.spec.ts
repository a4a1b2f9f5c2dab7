import { execFile, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { findWindow } from '../../build/desktop/screenshot.ts';
import { trayItemOf } from '../../build/desktop/tray-item.ts';
import { chromiumSwitches } from '../../build/launch.mjs';
import { test } from './fixtures.ts';

const root = join(import.meta.dirname, '../..');

test('the packaged app starts, shows tray and window, and quits', async ({ computer }) => {
  test.setTimeout(240_000);
  await promisify(execFile)(process.execPath, [join(root, 'build/package.mjs')], { cwd: root });
  const switches = chromiumSwitches({
    platform: 'linux',
    isRoot: process.getuid?.() === 0,
    hasGpu: false,
  });
  const args = [...switches, `--user-data-dir=${computer.dataFolder}`];
  const app = spawn(await packagedApp(), args, { env: computer.desktop.env, stdio: 'ignore' });
  const code = new Promise((resolve) => app.once('exit', resolve));
  const tray = await trayItemOf(computer.desktop, app.pid ?? 0);
  expect(await tray.tooltip()).toBe('ChargeTray: no charger yet');
  await findWindow(computer.desktop, { title: 'ChargeTray' });
  await tray.press(['Quit']);
  expect(await code).toBe(0);
});

/** The executable in the newest unpacked folder, wherever packaging has put it. */
async function packagedApp(): Promise<string> {
  const files = await readdir(join(root, 'dist'), { recursive: true });
  const found = files.find((file) => /linux-unpacked\/chargetray$/i.test(file));
  if (!found) throw new Error('Nothing was packaged');
  return join(root, 'dist', found);
}
