import { setTimeout } from 'node:timers/promises';
import { trayItemOf } from '../../desktop/tray-item.ts';
import type { Chapter, Figure } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import type { Subject } from '../subject.ts';
import { inTurns, type Subjects, withApp } from './subjects.ts';
import { handOf, type Windowed, type WindowHand, wholeInkOf } from './window-hand.ts';

/** A start is over by then, and its first looks are through. */
const restMs = 3000;

/** How long a window takes that somebody wants to see. */
export async function windowChapter(
  place: Place,
  { starts }: BenchOptions,
  subjects: Subjects,
): Promise<Chapter> {
  const our = await windowed(place, subjects.ourTray, 'Open ChargeTray');
  const bare = await windowed(place, subjects.bareWindow, 'Open');
  const firsts = Math.round((starts * 2) / 3);
  const [bareFirst = [], ourFirst = []] = await inTurns(firsts, [
    () => firstOpening(place, bare),
    () => firstOpening(place, our),
  ]);
  const [byMenu, byStart] = await withBoth(place, [bare, our], async (hands) => [
    await openings(hands, starts, (hand) => hand.openByMenu()),
    await openings(hands, starts, (hand) => hand.openBySecondStart()),
  ]);
  return {
    title: 'Window',
    how:
      'Both apps rest in the tray. It ends when nine tenths of what the window finally shows are ' +
      'on the screen; ours then shows the state of its chargers.',
    figures: [
      windowFigure('first-window', 'menu entry to painted window, the first', [
        ourFirst,
        bareFirst,
      ]),
      windowFigure('menu-to-window', 'menu entry to painted window, later ones', byMenu),
      windowFigure('second-start-to-window', 'second start to painted window', byStart),
    ],
  };
}

type Pair = readonly [ours: readonly number[], bare: readonly number[]];

function windowFigure(id: string, what: string, [ours, bare]: Pair): Figure {
  return {
    id,
    what,
    unit: 'ms',
    ours,
    floor: { name: 'app that opens a static page', values: bare },
    goals: [{ kind: 'ratio', atMost: 1.5 }],
  };
}

async function windowed(place: Place, subject: Subject, entry: string): Promise<Windowed> {
  const wholeInk = await withApp(place, subject, async (app) => {
    const tray = await trayItemOf(place.desktop, app.pid);
    await setTimeout(restMs);
    await tray.press([entry]);
    return wholeInkOf(place);
  });
  return { subject, entry, wholeInk };
}

function firstOpening(place: Place, app: Windowed): Promise<number> {
  return withApp(place, app.subject, async (running) => {
    const hand = await handOf(place, running, app);
    await setTimeout(restMs);
    const tookMs = await hand.openByMenu();
    await hand.close();
    return tookMs;
  });
}

type Hands = readonly [bare: WindowHand, ours: WindowHand];

function withBoth<T>(
  place: Place,
  [bare, our]: readonly [Windowed, Windowed],
  measure: (hands: Hands) => Promise<T>,
): Promise<T> {
  return withApp(place, bare.subject, (bareRuns) =>
    withApp(place, our.subject, async (ourRuns) => {
      const hands: Hands = [await handOf(place, bareRuns, bare), await handOf(place, ourRuns, our)];
      await setTimeout(restMs);
      return measure(hands);
    }),
  );
}

/** One opening of each is not counted. */
async function openings(
  [bare, our]: Hands,
  times: number,
  open: (hand: WindowHand) => Promise<number>,
): Promise<Pair> {
  const opened = (hand: WindowHand) => async () => {
    const tookMs = await open(hand);
    await hand.close();
    return tookMs;
  };
  const [bareMs = [], ourMs = []] = await inTurns(times + 1, [opened(bare), opened(our)]);
  return [ourMs.slice(1), bareMs.slice(1)];
}
