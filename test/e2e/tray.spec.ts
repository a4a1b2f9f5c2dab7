import { expect } from '@playwright/test';
import { addAccount, openAddForm } from '../../build/demo/app-at-hand.ts';
import { trayItemOf } from '../desktop/tray-item.ts';
import { realClock } from '../simulators/clock.ts';
import { startWallboxSimulator, type WallboxSimulator } from '../simulators/wallbox/simulator.ts';
import { test } from './fixtures.ts';

const settings = {
  getLimit: null,
  writeLimit: null,
  maxSignInsPerHour: 100,
  maxSessions: 100,
} as const;

/** Accounts that have one charger, three and eight: 1, 4 and 12 in all. */
const accounts = [1, 3, 8].map((count, index) => ({
  email: `owner${index}@example.com`,
  password: 'correct horse battery',
  groups: [
    {
      name: 'Home',
      chargers: Array.from({ length: count }, (_, at) => ({
        id: 700_000 + 100 * index + at,
        name: `Bay ${index}${at}`,
        phases: 1 as const,
        limitA: 32,
      })),
    },
  ],
}));

const testWith = test.extend<{ readonly sim: WallboxSimulator }>({
  // biome-ignore lint/correctness/noEmptyPattern: it takes nothing of the others.
  sim: async ({}, use) => {
    const sim = await startWallboxSimulator({ accounts, settings, wall: realClock() });
    await use(sim);
    await sim.close();
  },
});

testWith(
  'the menu of 1, 4 and 12 chargers is short, and its submenus obey',
  async ({ computer, sim }) => {
    const app = await computer.start({ env: { CHARGETRAY_WALLBOX_URL: sim.url } });
    const page = await app.window();
    const tray = await trayItemOf(computer.desktop, app.pid);
    const menuOf = async () => (await tray.menu()).map(({ label }) => label);
    const [one, four, twelve] = accounts;
    const add = async (account: (typeof accounts)[number] | undefined) => {
      if (account) await addAccount(page, account);
    };

    await add(one);
    await tray.tooltipThat((words) => words === 'Bay 00: Ready');
    expect(await menuOf()).toEqual(
      expect.arrayContaining([
        'Bay 00: Ready',
        'Lock',
        'Current limit: 32\u00a0A',
        'History',
        'Quit',
      ]),
    );
    expect(await menuOf()).toHaveLength(13);

    await openAddForm(page);
    await add(four);
    await tray.tooltipThat(
      (words) => words.split('\n').filter((line) => line.endsWith('Ready')).length === 4,
    );
    await tray.press(['Bay 11: Ready', 'Lock']);
    await expect.poll(() => sim.facts(700_101).locked).toBe(true);
    await tray.tooltipThat((words) => words.includes('Bay 11: Locked'));
    expect((await menuOf()).length).toBeLessThanOrEqual(14);
    expect(await menuOf()).toContain('Bay 12: Ready');

    await openAddForm(page);
    await add(twelve);
    await tray.tooltipThat(
      (words) => words.split('\n').filter((line) => line.endsWith('Ready')).length === 11,
    );
    const labels = await menuOf();
    expect(labels).toHaveLength(14);
    expect(labels).toContain('More chargers… (7)');

    await page.close();
    const opened = app.electron.waitForEvent('window');
    await tray.activate();
    await expect((await opened).getByRole('heading', { name: 'Bay 00' })).toBeVisible();
  },
);
