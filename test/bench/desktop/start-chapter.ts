import { trayItemOf } from '../../desktop/tray-item.ts';
import type { Chapter, Figure } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { insideWindow, type Subject } from '../subject.ts';
import { inTurns, type Subjects, withApp } from './subjects.ts';

/** How long a start takes. */
export async function startChapter(
  place: Place,
  { starts }: BenchOptions,
  subjects: Subjects,
): Promise<Chapter> {
  const { bareTray, bareWindow, ourTray, ourWindow } = subjects;
  const opening = { ...bareWindow, args: [...bareWindow.args, '--open'] };
  const measured = await inTurns(starts + 1, [
    () => startToTray(place, bareTray),
    () => startToTray(place, ourTray),
    () => startToWindow(place, opening),
    () => startToWindow(place, ourWindow),
  ]);
  const [bareToTray = [], toTray = [], bareToWindow = [], toWindow = []] =
    measured.map(notTheFirst);
  return {
    title: 'Start',
    how: `Each app in turn, ${starts} times after one start that does not count.`,
    figures: [
      {
        id: 'start-to-tray',
        what: 'start to tray item',
        unit: 'ms',
        ours: toTray,
        floor: { name: 'app with a tray icon only', values: bareToTray },
        goals: [{ kind: 'ratio', atMost: 1.25 }],
        how: 'From starting the program to its item on the bus, with three chargers known.',
      },
      {
        id: 'start-to-window',
        what: 'start to painted window',
        unit: 'ms',
        ours: toWindow,
        floor: { name: 'app that opens a static page', values: bareToWindow },
        goals: [],
      },
    ] satisfies Figure[],
  };
}

/** The first start warms up the disk's cache for the others. */
function notTheFirst(values: readonly number[]): readonly number[] {
  return values.slice(1);
}

/** Milliseconds from the start of an app until its icon is known to the panel. */
function startToTray(place: Place, subject: Subject): Promise<number> {
  return withApp(place, subject, async (app) => {
    await trayItemOf(place.desktop, app.pid);
    return app.age();
  });
}

/** Milliseconds from the start of an app until its window shows more than a ground. */
async function startToWindow(place: Place, subject: Subject): Promise<number> {
  await place.screen.blank(insideWindow);
  return withApp(place, subject, async (app) => {
    await place.screen.painted(insideWindow);
    return app.age();
  });
}
