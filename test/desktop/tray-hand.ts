import { setTimeout as pause } from 'node:timers/promises';
import type { Desktop } from './desktop.ts';
import { clickAt, type MouseButton, parkMouse, pressKey } from './input.ts';
import { type Region, regionOf, visibleWindows } from './screenshot.ts';

/** The panel draws its tray, the tray's tooltips and its menus in a program of this class. */
const trayClass = 'wrapper-2.0';
const timeLimitMs = 30_000;
const betweenLooksMs = 40;

/** Where the tray is in the panel. With one icon in it, that is the icon. */
export function trayRegion(desktop: Desktop): Promise<Region> {
  return regionThat(desktop, 'tray', ({ y }) => y === 0);
}

/** Clicks the tray icon with the mouse. */
export async function clickTray(desktop: Desktop, button: MouseButton = 'left'): Promise<void> {
  await clickAt(desktop, middle(await trayRegion(desktop)), button);
}

/** Opens the menu of the tray icon with the mouse and tells where it came up. */
export async function openTrayMenu(desktop: Desktop): Promise<Region> {
  await clickTray(desktop, 'right');
  return regionThat(desktop, 'menu of the tray', ({ y }) => y > 0);
}

/**
 * Closes the menu of the tray icon, with whatever is open under it, without choosing anything. No key
 * is pressed that the menu does not take: the next one to hear it would be a window.
 */
export async function closeTrayMenu(desktop: Desktop): Promise<void> {
  await parkMouse(desktop);
  let open = await openMenus(desktop);
  while (open > 0) {
    await pressKey(desktop, 'Escape');
    open = await fewerMenus(desktop, open);
  }
}

async function fewerMenus(desktop: Desktop, before: number): Promise<number> {
  const end = Date.now() + timeLimitMs;
  while (Date.now() < end) {
    const open = await openMenus(desktop);
    if (open < before) return open;
    await pause(betweenLooksMs);
  }
  throw new Error('The menu of the tray did not close');
}

async function openMenus(desktop: Desktop): Promise<number> {
  const windows = await visibleWindows(desktop, trayClass);
  const regions = await Promise.all(
    windows.map((window) => regionOf(desktop, window).catch(() => undefined)),
  );
  return regions.filter((region) => region !== undefined && region.y > 0).length;
}

async function regionThat(
  desktop: Desktop,
  what: string,
  fits: (region: Region) => boolean,
): Promise<Region> {
  const end = Date.now() + timeLimitMs;
  while (Date.now() < end) {
    for (const window of await visibleWindows(desktop, trayClass)) {
      // A tooltip may go between finding its window and asking where it is.
      const region = await regionOf(desktop, window).catch(() => undefined);
      if (region !== undefined && fits(region)) return region;
    }
    await pause(betweenLooksMs);
  }
  throw new Error(`The ${what} did not show`);
}

function middle({ x, y, width, height }: Region): { x: number; y: number } {
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
