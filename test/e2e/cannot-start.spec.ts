import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { pressKey } from '../desktop/input.ts';
import { run } from '../desktop/run.ts';
import { findWindow } from '../desktop/screenshot.ts';
import { test } from './fixtures.ts';
import { readOnlyFolder } from './read-only-folder.ts';
import { type Start, type Started, started } from './started.ts';

/** Presses the only button of the dialog, until it takes the press. Gives how the app ended. */
async function quitDialog(desktop: Desktop, app: Started): Promise<number | null> {
  let code: number | null | undefined;
  void app.ended.then((ended) => {
    code = ended;
  });
  // Windows of the moment come and go while a program starts; one may be gone when it is asked.
  const press = async (): Promise<void> => {
    const dialog = await findWindow(desktop, { pid: app.pid });
    await run('xdotool', ['windowfocus', dialog], desktop.env);
    await pressKey(desktop, 'Return');
  };
  const hasEnded = async (): Promise<boolean> => {
    if (code === undefined) await Promise.race([press().catch(() => undefined), app.ended]);
    return code !== undefined;
  };
  await expect.poll(hasEnded, { timeout: 45_000 }).toBe(true);
  return code ?? null;
}

const unwritable: Record<string, (path: string) => { how: Start; where: string }> = {
  'asked for': (path) => ({ how: { args: [`--user-data-dir=${path}`] }, where: path }),
  'asked for anew': (path) => ({
    how: { args: [`--user-data-dir=${path}/new`] },
    where: `${path}/new`,
  }),
  customary: (path) => ({ how: { env: { XDG_CONFIG_HOME: path } }, where: `${path}/ChargeTray` }),
};

for (const [what, plan] of Object.entries(unwritable)) {
  test(`a data folder that cannot be written is said, and where: ${what}`, async ({ computer }) => {
    const folder = readOnlyFolder(computer);
    const { how, where } = plan(folder.path);
    try {
      const app = started(computer.desktop, how);
      expect(await quitDialog(computer.desktop, app)).toBe(1);
      expect(app.said()).toMatch(/ChargeTray can’t start: .*(read-only|permission)/);
      expect(app.said()).toContain(where);
    } finally {
      folder.remove();
    }
  });
}

test('a file where the data folder must be is said, also to a terminal', async ({ computer }) => {
  const { desktop, dataFolder } = computer;
  const file = `${dataFolder}-file`;
  writeFileSync(file, '');
  const place = `--user-data-dir=${join(file, 'below')}`;
  const app = started(desktop, { args: [place] });
  expect(await quitDialog(desktop, app)).toBe(1);
  expect(app.said()).toContain(`${file} is a file, not a folder.`);
  const asked = started(desktop, { args: [place, '--status'] });
  expect(await asked.ended).toBe(1);
  expect(asked.said()).toContain(`${file} is a file, not a folder.`);
  const env = { LC_ALL: '', LANGUAGE: 'de', LANG: 'de_DE.UTF-8' };
  const german = started(desktop, { args: [place, '--status'], env });
  expect(await german.ended).toBe(1);
  expect(german.said()).toContain('ChargeTray kann nicht starten');
});
