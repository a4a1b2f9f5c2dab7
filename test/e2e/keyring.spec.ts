import { expect, type Page } from '@playwright/test';
import { watchCalls } from '../desktop/bus.ts';
import { pressKey } from '../desktop/input.ts';
import { findWindow, visibleWindows } from '../desktop/screenshot.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { type Computer, test } from './fixtures.ts';

/** Counts the questions for the keyring's password that come up from now on. */
async function promptsOn({ desktop }: Computer): Promise<() => number> {
  let prompts = 0;
  const rule = "type='method_call',interface='org.freedesktop.Secret.Prompt',member='Prompt'";
  desktop.onStop(
    await watchCalls(desktop.env, [rule], () => {
      prompts += 1;
    }),
  );
  return () => prompts;
}

/** Waits for the question and presses Cancel in it. */
async function cancelPrompt({ desktop }: Computer): Promise<void> {
  await findWindow(desktop, { windowClass: 'Gcr-prompter' });
  await pressKey(desktop, 'Escape');
}

async function promptIsOpen({ desktop }: Computer): Promise<boolean> {
  return (await visibleWindows(desktop, 'Gcr-prompter')).length > 0;
}

const banner = (page: Page) => page.getByRole('heading', { name: /locked/i });

/** The app with a kept account on a computer whose keyring was locked since. */
async function startedLocked(computer: Computer) {
  const first = await computer.signedIn();
  await expect.poll(() => computer.keyring.items('ChargeTray')).toHaveLength(1);
  await first.app.electron.close();
  await computer.keyring.lock();
  const prompts = await promptsOn(computer);
  const app = await computer.start();
  const tray = await trayItemOf(computer.desktop, app.pid);
  const opened = async (): Promise<Page> => {
    const window = app.electron.waitForEvent('window');
    await tray.press(['Open ChargeTray']);
    return window;
  };
  return { prompts, tray, opened };
}

test.describe('a locked keyring', () => {
  test.setTimeout(120_000);

  test('whose prompt is cancelled at once prompts once, and recovers', async ({ computer }) => {
    const { prompts, tray, opened } = await startedLocked(computer);
    await cancelPrompt(computer);
    await tray.tooltipThat((words) => /unlock/i.test(words));
    const page = await opened();
    await expect(banner(page)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await computer.keyring.unlock();
    await tray.tooltipThat((words) => words === 'Garage: Ready');
    await expect(banner(page)).toBeHidden();
    expect(prompts()).toBe(1);
  });

  test('whose prompt is cancelled late prompts again only when asked', async ({ computer }) => {
    const { prompts, tray, opened } = await startedLocked(computer);
    const page = await opened();
    // The limit of the call is over, and the prompt still there.
    await expect(banner(page)).toBeVisible({ timeout: 30_000 });
    await cancelPrompt(computer);
    await expect.poll(() => promptIsOpen(computer)).toBe(false);
    await tray.tooltipThat((words) => /unlock/i.test(words));
    expect(prompts()).toBe(1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(prompts).toBe(2);
    await cancelPrompt(computer);
    await expect(banner(page)).toBeVisible();
    await computer.keyring.unlock();
    await tray.tooltipThat((words) => words === 'Garage: Ready');
    expect(prompts()).toBe(2);
  });
});
