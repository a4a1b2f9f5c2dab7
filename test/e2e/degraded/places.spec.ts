import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { type Computer, owner, type StartOptions, test } from '../fixtures.ts';
import { readOnlyFolder } from '../read-only-folder.ts';
import { typed } from '../terminal.ts';

/** A home, and all that is looked for in it. */
function homeAt(path: string) {
  return {
    HOME: path,
    XDG_CACHE_HOME: join(path, '.cache'),
    XDG_CONFIG_HOME: join(path, '.config'),
    XDG_DATA_HOME: join(path, '.local/share'),
    XDG_STATE_HOME: join(path, '.local/state'),
  };
}

/** Starts the app and signs in. */
async function signedIn(computer: Computer, how: StartOptions) {
  const app = await computer.start(how);
  const page = await app.window();
  await addAccount(page, owner);
  const tray = await trayItemOf(computer.desktop, app.pid);
  await tray.tooltipThat((words) => words === 'Garage: Ready');
  return { app, page, tray };
}

test.describe('a read-only home', () => {
  test('with the data elsewhere all that needs no home is done, and what does is said', async ({
    computer,
  }) => {
    const folder = readOnlyFolder(computer);
    try {
      const { app, page } = await signedIn(computer, { env: homeAt(folder.path) });
      await page.keyboard.press('Control+Comma');
      await page.getByRole('button', { name: /^General/ }).click();
      const atLogin = page.getByRole('switch', { name: 'Open at login' });
      await atLogin.click();
      await expect(page.getByText('Not changed: the system doesn’t allow it.')).toBeVisible();
      await expect(atLogin).not.toBeChecked();
      await page.getByRole('radio', { name: 'Dark', exact: true }).click();
      const settings = join(computer.dataFolder, 'settings.json');
      await expect.poll(() => readFileSync(settings, 'utf8')).toContain('"theme": "dark"');
      await app.electron.close();
    } finally {
      folder.remove();
    }
  });
});

test.describe('folders with long names of many scripts', () => {
  test('hold all that is kept, and terminals find the app', async ({ computer }) => {
    const names = ['Größe des Öls', 'Ωμέγα', '車庫 🔌', 'á\u0301 “x” $HOME %20', 'n'.repeat(240)];
    const deep = Array.from({ length: 4 }, (_, at) => `${at}${'ü'.repeat(120)}`);
    const home = join(dirname(computer.dataFolder), ...names);
    const dataFolder = join(home, ...deep, 'data');
    const place = { ...computer, dataFolder };
    await signedIn(computer, { dataFolder, env: homeAt(home) });
    expect(await typed(place, ['status'])).toMatchObject({ code: 0, out: 'Garage: Ready\n' });
    expect(await typed(place, ['refresh'])).toMatchObject({ code: 0 });
  });
});
