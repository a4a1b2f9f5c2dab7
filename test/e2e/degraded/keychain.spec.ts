import { expect, type Page } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { watchCalls } from '../../desktop/bus.ts';
import { pressKey } from '../../desktop/input.ts';
import { programFor, restartKeychain } from '../../desktop/programs.ts';
import { findWindow, visibleWindows } from '../../desktop/screenshot.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { type Computer, owner, test } from '../fixtures.ts';

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

/** Signs in with a password that is kept, and ends the app. */
async function keptAccount(computer: Computer): Promise<void> {
  const { app } = await computer.signedIn();
  await expect.poll(() => computer.keyring.items('ChargeTray')).toHaveLength(1);
  await app.electron.close();
}

/** The app with a kept account on a computer whose keyring was locked since. */
async function startedLocked(computer: Computer) {
  await keptAccount(computer);
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

test.describe('a keyring that hangs', () => {
  test('is said, holds up nothing, and is read once it answers', async ({ computer }) => {
    await keptAccount(computer);
    const keyring = await programFor('keychain', computer.desktop);
    keyring.stop();
    const app = await computer.start();
    const tray = await trayItemOf(computer.desktop, app.pid);
    await tray.press(['Open ChargeTray']);
    const page = await app.window();
    const said = page.getByRole('heading', { name: 'Keyring isn’t responding' });
    await expect(said).toBeVisible({ timeout: 30_000 });
    expect(await tray.tooltip()).toContain('the keyring isn’t responding');
    keyring.goOn();
    await tray.tooltipThat((words) => words === 'Garage: Ready');
    await expect(said).toBeHidden();
  });
});

test('a keyring in the place of another keeps what comes', async ({ computer }) => {
  const { app, tray } = await computer.signedIn();
  const kept = async () => (await computer.keyring.items('ChargeTray')).map(({ secret }) => secret);
  await expect.poll(kept).toHaveLength(1);
  // The second one is met by nobody who has met the first.
  for (const _again of [1, 2]) {
    await restartKeychain(computer.desktop);
    const [before] = await kept();
    computer.sim.revokeAccess();
    // What is deleted while it is looked at is no answer.
    await expect.poll(() => kept().catch(() => [before])).not.toContain(before);
    expect(await kept()).toHaveLength(1);
    await tray.tooltipThat((words) => words === 'Garage: Ready');
  }
  const helpers = () =>
    app.electron.evaluate(
      ({ app: running }) =>
        running.getAppMetrics().filter(({ name }) => name === 'keychain').length,
    );
  await expect.poll(helpers).toBe(1);
});

test.describe('no keyring', () => {
  test.use({ desktopOptions: { without: ['keyring'] } });

  test('is said beside the form; a sign-in for this session is the way on', async ({
    computer,
  }) => {
    const app = await computer.start();
    const page = await app.window();
    await addAccount(page, owner);
    await page.getByRole('button', { name: 'Sign in for this session only' }).click();
    await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
    const tray = await trayItemOf(computer.desktop, app.pid);
    await tray.tooltipThat((words) => words === 'Garage: Ready');
  });
});

test.describe('a keyring that was locked from the start', () => {
  test.use({ desktopOptions: { keyring: 'locked' } });

  test('tray and window come up, and a sign-in for this session is the way on', async ({
    computer,
  }) => {
    const app = await computer.start();
    const page = await app.window();
    await addAccount(page, owner);
    await page
      .getByRole('button', { name: 'Sign in for this session only' })
      .click({ timeout: 30_000 });
    await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
    const tray = await trayItemOf(computer.desktop, app.pid);
    await tray.tooltipThat((words) => words === 'Garage: Ready');
    const gone = new Promise((resolve) => app.electron.process().once('exit', resolve));
    await tray.press(['Quit']);
    await gone;
  });
});
