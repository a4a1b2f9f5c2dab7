import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Desktop } from '../../test/desktop/desktop.ts';
import { pressKey } from '../../test/desktop/input.ts';
import type { Notices } from '../../test/desktop/notices.ts';
import { shootNotices, shootScreen } from '../../test/desktop/screenshot.ts';
import { closeTrayMenu, openTrayMenu } from '../../test/desktop/tray-hand.ts';
import type { TrayItem } from '../../test/desktop/tray-item.ts';
import type { MenuEntry } from '../../test/desktop/tray-menu.ts';
import type { PlayedClock } from '../../test/simulators/clock.ts';
import { DEMO_CHARGERS } from '../../test/simulators/wallbox/demo-world.ts';
import type { WallboxSimulator } from '../../test/simulators/wallbox/simulator.ts';
import { inLightAndDark } from './in-light-and-dark.ts';
import { openCard } from './settle-in.ts';

/** What the night is made of where nobody watches it pass. */
export interface Night {
  readonly sim: WallboxSimulator;
  readonly clock: PlayedClock;
  /** Has the app take over the course of the clock. */
  readonly take: () => Promise<void>;
}

interface Scene {
  readonly desktop: Desktop;
  readonly tray: TrayItem;
  readonly notices: Notices;
  readonly page: Page;
  /** Where the pictures go. */
  readonly folder: string;
  readonly night: Night;
}

const quarterMs = 15 * 60_000;
/** The day after, at the latest, the car must be full. */
const mostQuarters = 100;
/** From then to midnight the others are still in use. */
const eveningHour = 16;
const lookMs = 20;
const longestReadMs = 30_000;
const longestReckoningMs = 5000;

/**
 * Passes the evening and the night by quarters of an hour, and pictures the plan before it begins, its
 * end, and what it has saved.
 */
export async function pictureNight({
  desktop,
  tray,
  notices,
  page,
  folder,
  night,
}: Scene): Promise<void> {
  const at = (name: string) => join(folder, name);
  const driveway = night.sim.charger(DEMO_CHARGERS.driveway);
  const isOver = () =>
    notices.seen().some(({ summary }) => summary === 'Charge complete · Driveway');
  night.clock.setSpeed(0);
  // The first quarter begins what the second one finds: the plan is stored in the charger by then.
  await passUntil(night, () => !driveway.state.locked);
  await passUntil(night, (passed) => passed > 1);
  await openCard(page, 'Driveway');
  await inLightAndDark(page, at('plan'));
  await press(page, 'Prices');
  await page.getByText('Charging planned').first().waitFor();
  await inLightAndDark(page, at('plan-prices'));
  await notices.closeAll();
  await openMenu(desktop, tray, ['Driveway', 'Charge by price']);
  // To what is chosen: off comes first.
  await pressKey(desktop, 'Down');
  await shootScreen(desktop, at('plan-menu.png'));
  await closeTrayMenu(desktop);
  await passUntil(night, () => new Date(night.clock.now()).getHours() < eveningHour);
  await notices.closeAll();
  await passUntil(night, isOver);
  await shootNotices(desktop, at('plan-notification.png'));
  await press(page, 'History');
  // It belongs to the day on which it began.
  const isFirst = new Date(night.clock.now()).getDate() === 1;
  if (isFirst) await press(page, 'Previous month');
  await page.getByRole('region', { name: 'Sessions' }).getByRole('listitem').first().waitFor();
  // It is reckoned after the end was told. A night that saved nothing says nothing of it.
  const saved = page
    .getByText(/saved by plan/)
    .first()
    .waitFor({ timeout: longestReckoningMs });
  await saved.catch(() => process.stdout.write('history: nothing is said to be saved by plan\n'));
  await inLightAndDark(page, at('plan-history'));
}

/** A quarter after the other, until it is so. The driveway is read in each. */
async function passUntil(
  { sim, clock, take }: Night,
  isSo: (passed: number) => boolean,
): Promise<void> {
  for (let passed = 0; !isSo(passed); passed += 1) {
    if (passed === mostQuarters) throw new Error('The night does not end');
    clock.advance(quarterMs - (clock.now() % quarterMs));
    await take();
    await drivewayRead(sim);
  }
}

/**
 * The app asks for one thing at a time: when it asks for the next, it has taken what it was told of the
 * driveway. A reading that it takes only after the next step would leave a gap of two quarters.
 */
async function drivewayRead({ requests }: WallboxSimulator): Promise<void> {
  const begun = requests.length;
  const end = Date.now() + longestReadMs;
  const isTaken = () => {
    const since = requests.slice(begun, -1);
    return since.some(({ path }) => path.endsWith(`/status/${DEMO_CHARGERS.driveway}`));
  };
  while (!isTaken()) {
    if (Date.now() > end) throw new Error('The app reads its chargers no more');
    await setTimeout(lookMs);
  }
}

/** Opens the menu of the tray with what is under the entries that begin so, outermost first. */
async function openMenu(desktop: Desktop, tray: TrayItem, path: readonly string[]): Promise<void> {
  await openTrayMenu(desktop);
  let level: readonly MenuEntry[] = await tray.menu();
  // Nothing is chosen in the menu at first; in one under it the first entry is.
  for (const [depth, label] of path.entries()) {
    const entries = level.filter(({ visible, type }) => visible && type !== 'separator');
    const place = entries.findIndex((entry) => entry.label.startsWith(label));
    for (let down = Math.min(depth, 1); down <= place; down += 1) await pressKey(desktop, 'Down');
    await pressKey(desktop, 'Right');
    level = entries[place]?.children ?? [];
  }
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}
