import { setTimeout } from 'node:timers/promises';
import { clickAt, parkMouse } from '../../desktop/input.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { both, type Chapter, figures, repeat } from '../figures.ts';
import { windowPlace } from '../garage.ts';
import { type Place, startMs } from '../place.ts';
import { begin, withApp } from '../subject.ts';

/** In the frame, above the right end of the window. */
const cross = { x: windowPlace.x + windowPlace.width - 11, y: windowPlace.y - 14 };
const closeLimitMs = 1000;
const mostTries = 5;

/** How long a window takes that somebody wants to see. */
export async function windowChapter(place: Place): Promise<Chapter> {
  const { desktop, screen, options, bareWindow: floor, ourTray: ours } = place;
  const first = (subject: Place['ourTray']) =>
    withApp(desktop, subject, async ({ pid }) => {
      await trayItemOf(desktop, pid);
      await setTimeout(startMs);
      return openByMenu(place, pid, subject.ink);
    });
  const bySecondStart = async (subject: Place['ourTray']) => {
    const second = begin(subject, desktop);
    await screen.painted(subject.ink);
    const tookMs = second.age();
    await second.stop();
    await close(place);
    return tookMs;
  };
  const firsts = await repeat(Math.round((options.starts * 2) / 3), async () => ({
    'first-window': await both(first, { floor, ours }),
  }));
  const later = await withApp(desktop, floor, (bare) =>
    withApp(desktop, ours, async (our) => {
      await setTimeout(startMs);
      return repeat(options.starts + 1, async () => ({
        'menu-to-window': {
          floor: await openByMenu(place, bare.pid, floor.ink),
          ours: await openByMenu(place, our.pid, ours.ink),
        },
        'second-start-to-window': await both(bySecondStart, { floor, ours }),
      }));
    }),
  );
  const held = { floor: 'app that opens a static page', ratio: 1.5 };
  return {
    title: 'Window',
    how:
      'Both apps rest in the tray. It ends when nine tenths of what the window finally shows are ' +
      'on the screen; ours then shows the state of its chargers.',
    figures: [
      ...figures(firsts, { 'first-window': ['menu entry to painted window, the first', held] }),
      // One opening of each is not counted.
      ...figures(later.slice(1), {
        'menu-to-window': ['menu entry to painted window, later ones', held],
        'second-start-to-window': ['second start to painted window', held],
      }),
    ],
  };
}

/** Opens and closes a window: ms from the press of the menu entry to so much ink on the screen. */
export async function openByMenu(place: Place, pid: number, ink: number): Promise<number> {
  // A panel has the menu at hand when somebody presses.
  const press = await (await trayItemOf(place.desktop, pid)).entryAt(['Open ChargeTray']);
  const pressedAt = performance.now();
  await press();
  await place.screen.painted(ink);
  const tookMs = performance.now() - pressedAt;
  await close(place);
  return tookMs;
}

/** A frame that has just been put around a window may not yet hear a click. */
async function close({ desktop, screen }: Place): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await clickAt(desktop, cross);
    await parkMouse(desktop);
    const failure = await screen.blank(closeLimitMs).catch((error) => error);
    if (failure === undefined) return;
    if (tries === mostTries) throw failure;
  }
}
