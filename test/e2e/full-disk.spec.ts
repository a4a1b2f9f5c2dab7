import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openSettings } from '../../build/demo/app-at-hand.ts';
import { test } from './fixtures.ts';

/** A disk of its own for a folder; the test is skipped where this machine makes none. */
function mounted(folder: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'this machine lets no file system be mounted');
  }
}

/** Writes until there is room for nothing more. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  for (let bytes = 1 << 20; bytes >= 1; ) {
    try {
      writeSync(handle, Buffer.alloc(bytes));
    } catch {
      bytes = Math.floor(bytes / 2);
    }
  }
  closeSync(handle);
}

test('a full disk is said in the window while it lasts, and costs nothing that was kept', async ({
  computer,
}) => {
  const { dataFolder } = computer;
  mounted(dataFolder);
  try {
    const { app, page } = await computer.signedIn();
    const settings = () => readFileSync(join(dataFolder, 'settings.json'), 'utf8');
    const alarm = page.getByText('Free up space').first();
    const choose = (theme: string) => page.getByRole('radio', { name: theme, exact: true }).click();
    await openSettings(page, 'General');
    await choose('Dark');
    await expect.poll(settings).toContain('"theme": "dark"');
    const before = settings();
    fill(join(dataFolder, 'of somebody else'));
    await choose('Light');
    await expect(alarm).toBeVisible();
    expect(settings()).toBe(before);
    rmSync(join(dataFolder, 'of somebody else'));
    await choose('System');
    await expect(alarm).toBeHidden();
    await choose('Light');
    await expect.poll(settings).toContain('"theme": "light"');
    await app.electron.close();
  } finally {
    execFileSync('umount', ['--lazy', dataFolder]);
  }
});
