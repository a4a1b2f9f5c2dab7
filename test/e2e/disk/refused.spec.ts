import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openSettings } from '../../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { tried } from '../../disk/figures.ts';
import { type Computer, garage, test } from '../fixtures.ts';
import { openHistory, rows, saidIn } from '../history-hand.ts';
import { mountDisk, refusals } from './refusing-disk.ts';

const hour = 3_600_000;
const wanted = Object.entries(refusals).slice(0, process.env.DISK_ALL ? undefined : 1);

/** A car comes, is charged, and leaves. */
async function chargeOnce({ sim, clock, desktop }: Computer, pid: number): Promise<void> {
  const tray = await trayItemOf(desktop, pid);
  sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
  clock.advance(hour / 2);
  await tray.tooltipThat((words) => words.includes('Charging'));
  clock.advance(3 * hour);
  await tray.tooltipThat((words) => words.includes('complete'));
  sim.charger(garage).unplug();
  await tray.tooltipThat((words) => words === 'Garage: Ready');
}

const choose = (page: Page, theme: string) =>
  page.getByRole('radio', { name: theme, exact: true }).click();

for (const [what, refuse] of wanted) {
  test(`a disk that is ${what} is said while it lasts, and costs nothing that was kept or told`, async ({
    computer,
  }) => {
    test.setTimeout(120_000);
    const { dataFolder, notices } = computer;
    const disk = mountDisk(dataFolder);
    try {
      const { app, page } = await computer.signedIn();
      const settings = () => readFileSync(join(dataFolder, 'settings.json'), 'utf8');
      const alarm = page.getByText(/^(Disk full|History can’t be saved|ChargeTray can’t save)/);
      await openSettings(page, 'General');
      await choose(page, 'Dark');
      await expect.poll(settings).toContain('"theme": "dark"');
      const before = settings();
      tried('refusing disks', 1);
      const goOn = refuse(dataFolder);
      await choose(page, 'Light');
      await expect(alarm.first()).toBeVisible();
      await chargeOnce(computer, app.pid);
      await notices.noticeThat(({ summary }) => summary.includes('complete'));
      expect(settings()).toBe(before);
      goOn();
      // Both are tried again with whatever comes next.
      computer.sim.charger(garage).plugIn({ wantsWh: 7000, phases: 1 });
      computer.clock.advance(hour / 4);
      await choose(page, 'System');
      await expect.poll(settings).toContain('"theme": "system"');
      await expect(alarm).toHaveCount(0);
      await openHistory(page);
      await expect(rows(page)).toHaveCount(2);
      await expect.poll(() => saidIn(rows(page).last())).toEqual({ kwh: '7.00', euros: '2.17' });
      await app.electron.close();
      const again = await computer.start();
      const tray = await trayItemOf(computer.desktop, again.pid);
      await tray.tooltipThat((words) => words.startsWith('Garage: Charging'));
      expect(notices.seen().filter(({ summary }) => summary.includes('complete'))).toHaveLength(1);
      await again.electron.close();
    } finally {
      disk.remove();
    }
  });
}
