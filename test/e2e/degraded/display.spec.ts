import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { test } from '../fixtures.ts';
import { started } from '../started.ts';

/** As a session leaves them that has ended: nobody listens there. */
const wayland = { WAYLAND_DISPLAY: 'wayland-9', XDG_SESSION_TYPE: 'wayland' };

test.describe('variables of Wayland without a compositor', () => {
  test('the app starts over X11', async ({ computer }) => {
    const app = await computer.start({ env: wayland });
    await expect((await app.window()).getByLabel('Email')).toBeVisible();
  });

  test('also where Wayland was chosen', async ({ computer }) => {
    const { dataFolder, desktop } = computer;
    const args = [`--user-data-dir=${dataFolder}`, '--ozone-platform=wayland'];
    const asked = started(desktop, { args, env: wayland });
    expect(await asked.ended).toBe(0);
    // Named after the computer and the process.
    const lock = () => readlink(join(dataFolder, 'SingletonLock')).catch(() => '');
    await expect.poll(lock).toMatch(/-\d+$/);
    const pid = Number((await lock()).split('-').at(-1));
    try {
      await trayItemOf(desktop, pid);
    } finally {
      process.kill(pid);
      // One that has ended has none, also before somebody has asked how it did.
      const words = () => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      await expect.poll(words, { timeout: 15_000 }).toBe('');
    }
  });
});

test.describe('no screen', () => {
  test('is said in the terminal', async ({ computer }) => {
    const { dataFolder, desktop } = computer;
    const env = { ...wayland, DISPLAY: '' };
    const asked = started(desktop, { args: [`--user-data-dir=${dataFolder}`], env });
    expect(await asked.ended).toBe(1);
    expect(asked.said()).toContain('ChargeTray can’t start: there’s no screen here.');
  });
});
