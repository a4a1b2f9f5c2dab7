import type { Page } from '@playwright/test';
import { type Chance, oneOf } from './deeds.ts';
import { closeWindow, type House } from './house.ts';

/** How long a person looks for a button before doing something else, ms. */
const patienceMs = 1500;

const pressed = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: true })
    .first()
    .click({ timeout: patienceMs })
    .then(
      () => true,
      () => false,
    );

export type Errand = (page: Page, chance: Chance) => Promise<unknown>;

/** What somebody does in the window, from its list of chargers on. */
export const errands: readonly Errand[] = [
  async () => undefined,
  (page) => pressed(page, 'History'),
  (page) => pressed(page, 'Prices'),
  async (page, chance) => {
    await pressed(page, 'Settings');
    await pressed(page, oneOf([/^Chargers /, /^Notifications /, /^Home automation /], chance));
  },
  async (page, chance) => {
    await page
      .getByRole('button', { name: /^Bay \d+$/, expanded: false })
      .nth(Math.floor(12 * chance()))
      .click({ timeout: patienceMs })
      .catch(() => undefined);
    await pressed(page, oneOf(['Lock', 'Unlock', 'Pause', 'Resume', 'Decrease limit'], chance));
  },
];

/** Opens the window by the tray icon, does something in it, and closes it. */
export async function visit({ app, tray }: House, errand: Errand, chance: Chance): Promise<void> {
  const opened = app.electron.waitForEvent('window');
  // By the icon: with so much going on, a menu is another by the time its entry is pressed.
  await tray.activate();
  const page = await opened;
  await page.getByRole('button', { name: 'History', exact: true }).waitFor();
  // A keychain that did not answer is asked again only on somebody's wish.
  const again = page.getByRole('button', { name: 'Try again' }).first();
  if (await again.isVisible()) await again.click({ timeout: patienceMs }).catch(() => undefined);
  await errand(page, chance);
  await closeWindow(app, page);
}
