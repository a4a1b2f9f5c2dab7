import { expect } from '@playwright/test';
import { openSettings } from '../../../build/demo/app-at-hand.ts';
import { programFor, startProgram } from '../../desktop/programs.ts';
import { garage, test } from '../fixtures.ts';

const hour = 3_600_000;

test.describe('no notification service', () => {
  test.use({ desktopOptions: { without: ['notifications'] } });

  test('a test says so, and what has ended meanwhile is told once there is one', async ({
    computer,
  }) => {
    const { page, tray } = await computer.signedIn();
    computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
    computer.clock.advance(hour / 2);
    await tray.tooltipThat((words) => words.includes('Charging'));
    computer.clock.advance(3 * hour);
    await tray.tooltipThat((words) => words.includes('complete'));
    await openSettings(page, 'Notifications');
    await page.getByRole('button', { name: 'Send a test notification' }).click();
    await expect(page.getByText('Nothing on this desktop shows notifications.')).toBeVisible();
    await startProgram('notifications', computer.desktop);
    await computer.notices.noticeThat(({ summary }) => summary === 'Charge complete · Garage');
    await expect.poll(() => computer.notices.displayed()).toBe(1);
  });
});

test.describe('a notification service that hangs', () => {
  test('a test says so, and tray and window go on', async ({ computer }) => {
    const program = await programFor('notifications', computer.desktop);
    program.stop();
    const { page, tray } = await computer.signedIn();
    computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
    computer.clock.advance(hour / 2);
    await tray.tooltipThat((words) => words.includes('Charging'));
    computer.clock.advance(3 * hour);
    await tray.tooltipThat((words) => words.includes('complete'));
    await openSettings(page, 'Notifications');
    await page.getByRole('button', { name: 'Send a test notification' }).click();
    const answer = 'Your desktop’s notification service isn’t responding.';
    await expect(page.getByText(answer)).toBeVisible({ timeout: 15_000 });
    program.goOn();
    await computer.notices.noticeThat(({ summary }) => summary === 'Charge complete · Garage');
    await expect.poll(() => computer.notices.displayed()).toBe(1);
  });
});
