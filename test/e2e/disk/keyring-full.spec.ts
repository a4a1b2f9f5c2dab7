import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { owner, test } from '../fixtures.ts';
import { fill, mountDisk } from './refusing-disk.ts';

test('a keychain on a full disk keeps nothing by halves, and all of it once there is room', async ({
  computer,
}) => {
  const home = computer.desktop.env.XDG_DATA_HOME ?? '';
  const keyrings = join(home, 'keyrings');
  mkdirSync(keyrings, { recursive: true });
  const disk = mountDisk(keyrings, '64k');
  const filler = join(keyrings, 'of somebody else');
  fill(filler);
  try {
    const app = await computer.start();
    const page = await app.window();
    await addAccount(page, owner);
    await expect(page.getByText(/^The password can’t be saved/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in for this session only' })).toBeVisible();
    expect(await computer.keyring.items('ChargeTray')).toEqual([]);
    expect(readdirSync(keyrings)).toEqual(['of somebody else']);
    rmSync(filler);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Garage' }).waitFor();
    expect(await computer.keyring.items('ChargeTray')).toHaveLength(1);
    await app.electron.close();
  } finally {
    disk.remove();
  }
});
