import { setTimeout } from 'node:timers/promises';
import { clickAt, parkMouse } from '../../desktop/input.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import type { Place } from '../place.ts';
import { begin, insideWindow, type Running, type Subject, windowPlace } from '../subject.ts';

/** An app in the tray whose window is opened and closed as a person would. */
export interface WindowHand {
  /** Milliseconds from the press of the menu entry to a window that shows what it has to show. */
  openByMenu(): Promise<number>;
  /** The same from starting the program once more. */
  openBySecondStart(): Promise<number>;
  /** Ends when the screen shows nothing of it any more. */
  close(): Promise<void>;
}

/** An app with a window that can be opened from its menu. */
export interface Windowed {
  readonly subject: Subject;
  readonly entry: string;
  /** How much of the screen its window fills with ink when nothing moves any more. */
  readonly wholeInk: number;
}

/** Digits that change and bars that grow make a little difference. */
const nearlyAll = 0.9;
const settleMs = 2000;
/** In the frame, above the right end of the window. */
const cross = { x: windowPlace.x + windowPlace.width - 11, y: windowPlace.y - 14 };
const closeLimitMs = 1000;
const mostTries = 5;

/** Takes hold of a running app. */
export async function handOf(
  place: Place,
  running: Running,
  { subject, entry, wholeInk }: Windowed,
): Promise<WindowHand> {
  const { desktop, screen } = place;
  const tray = await trayItemOf(desktop, running.pid);
  return {
    async openByMenu() {
      // A panel has the menu at hand when somebody presses.
      const press = await tray.entryAt([entry]);
      const pressedAt = performance.now();
      await press();
      await screen.painted(insideWindow, nearlyAll * wholeInk);
      return performance.now() - pressedAt;
    },
    async openBySecondStart() {
      const second = begin(subject, desktop);
      await screen.painted(insideWindow, nearlyAll * wholeInk);
      const tookMs = second.age();
      await second.stop();
      return tookMs;
    },
    close: () => closed(place),
  };
}

/** How much ink there is in a window that has come to rest. */
export async function wholeInkOf(place: Place): Promise<number> {
  await place.screen.painted(insideWindow);
  await setTimeout(settleMs);
  return place.screen.ink(insideWindow);
}

/** A frame that has just been put around a window may not yet hear a click. */
async function closed(place: Place, tries = 1): Promise<void> {
  await clickAt(place.desktop, cross);
  await parkMouse(place.desktop);
  try {
    await place.screen.blank(insideWindow, closeLimitMs);
  } catch (error) {
    if (tries === mostTries) throw error;
    await closed(place, tries + 1);
  }
}
