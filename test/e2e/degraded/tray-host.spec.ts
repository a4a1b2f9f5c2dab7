import { expect, type Page } from '@playwright/test';
import { programFor, startProgram } from '../../desktop/programs.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { test } from '../fixtures.ts';

const noTray = (page: Page) => page.getByRole('heading', { name: 'No tray on this desktop' });

test.describe('no tray host', () => {
  test.use({ desktopOptions: { without: ['tray'] } });

  test('the window opens also when it was to stay hidden, says why, and closing it quits', async ({
    computer,
  }) => {
    const app = await computer.start({ args: ['--hidden'] });
    const page = await app.window();
    await expect(noTray(page)).toBeVisible();
    const code = new Promise((resolve) => app.electron.process().once('exit', resolve));
    await page.close();
    expect(await code).toBe(0);
  });
});

test.describe('a tray host that goes and comes back', () => {
  test('the icon is there again, and meanwhile the window', async ({ computer }) => {
    const { desktop } = computer;
    const { app, page, tray } = await computer.signedIn();
    await page.close();
    const opened = app.electron.waitForEvent('window');
    (await programFor('tray', desktop)).kill();
    const anew = await opened;
    await expect(noTray(anew)).toBeVisible();
    await expect(anew.getByRole('heading', { name: 'Garage' })).toBeVisible();
    await startProgram('tray', desktop);
    await expect(noTray(anew)).toBeHidden();
    await (await trayItemOf(desktop, app.pid)).tooltipThat((words) => words === 'Garage: Ready');
    await anew.close();
    expect(app.electron.process().exitCode).toBeNull();
    expect(tray.pid).toBe(app.pid);
  });
});

test.describe('a tray host that hangs', () => {
  test('from the start: the window opens and says that there is none', async ({ computer }) => {
    const host = await programFor('tray', computer.desktop);
    host.stop();
    const app = await computer.start({ args: ['--hidden'] });
    const page = await app.window();
    await expect(noTray(page)).toBeVisible();
    host.goOn();
    await expect(noTray(page)).toBeHidden();
    await trayItemOf(computer.desktop, app.pid);
  });
});
