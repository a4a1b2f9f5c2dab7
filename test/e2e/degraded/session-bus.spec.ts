import { expect, type Page } from '@playwright/test';
import { addAccount } from '../../../build/demo/app-at-hand.ts';
import { programFor } from '../../desktop/programs.ts';
import { type Computer, garage, owner, test } from '../fixtures.ts';

const noTray = (page: Page) => page.getByRole('heading', { name: 'No tray on this desktop' });

/** Signs in where nothing can be kept, and sees the charger follow. */
async function usableWithoutBus(computer: Computer, page: Page): Promise<void> {
  await expect(noTray(page)).toBeVisible();
  await addAccount(page, owner);
  await page
    .getByRole('button', { name: 'Sign in for this session only' })
    .click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Garage' })).toBeVisible();
  computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  computer.clock.advance(60_000);
  await expect(page.getByText('Charging').first()).toBeVisible();
}

test.describe('no session bus', () => {
  test('the window opens, says what is missing, and does everything else', async ({ computer }) => {
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' };
    const app = await computer.start({ args: ['--hidden'], env });
    await usableWithoutBus(computer, await app.window());
  });
});

test.describe('a session bus that hangs', () => {
  test('the window goes on, and the tray after it', async ({ computer }) => {
    const { page, tray } = await computer.signedIn();
    const bus = await programFor('bus', computer.desktop);
    bus.stop();
    computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
    computer.clock.advance(60_000);
    await expect(page.getByText('Charging').first()).toBeVisible();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect.poll(() => computer.sim.facts(garage).commands.length).toBe(1);
    bus.goOn();
    await tray.tooltipThat((words) => words.includes('Paused'));
  });
});
