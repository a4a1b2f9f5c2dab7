import { setTimeout } from 'node:timers/promises';
import { startApp } from '../../../build/demo/app-at-hand.ts';
import { say } from '../../../build/prepare/say.mjs';
import type { Chapter, Figure } from '../figures.ts';
import type { BenchOptions } from '../options.ts';
import type { Place } from '../place.ts';
import { type Sight, timedPress } from './timed-press.ts';
import { prepareFolders, startQuietCloud, type TwoFolders } from './two-folders.ts';
import { charges, looks } from './year-file.ts';

/** Milliseconds of one opening. */
interface Opening {
  readonly history: number;
  readonly year: number;
  /** The same with all rows that are asked for at once, and not only those in sight. */
  readonly whole: number;
}

interface Sights {
  readonly year: readonly Sight[];
  readonly whole: readonly Sight[];
}

/** A person looks at the chargers first. */
const beforePressMs = 2000;
const betweenPressesMs = 500;
const atMost = 1.5;

const months = { selector: '.bars [aria-label*="by month"] rect', atLeast: 12 };
const allSums = { selector: '.facts dd', words: `^${charges}$` };
const firstPage = { selector: '[data-session]', atLeast: 100 };
const sightsOf: Readonly<Record<keyof TwoFolders, Sights>> = {
  empty: sightsAlike({ selector: '.empty', words: 'in \\d{4}\\.' }),
  full: { year: [allSums, months], whole: [allSums, months, firstPage] },
};

/** How long it takes to open the history of a year, beside one in which nothing has been. */
export async function historyChapter(place: Place, options: BenchOptions): Promise<Chapter> {
  const cloud = await startQuietCloud();
  const env = { CHARGETRAY_WALLBOX_URL: cloud.url };
  const empty: Opening[] = [];
  const full: Opening[] = [];
  try {
    const folders = await prepareFolders(place, env);
    say(`opening a history ${options.histories} times, empty and with a year in it …`);
    for (let round = 0; round < options.histories; round += 1) {
      empty.push(await open('empty', { place, folders, env }));
      full.push(await open('full', { place, folders, env }));
    }
  } finally {
    await cloud.close();
  }
  return {
    title: 'Opening the history of a year',
    how: [
      `${charges} charges with ${looks.toLocaleString('en')} looks, beside the same app without a`,
      'past, in turns; the built app, started anew each time, its window in sight. From the press to',
      'two frames after what was asked for is on the page, by the page’s own clock.',
    ].join(' '),
    figures: figuresOf(empty, full),
  };
}

interface Where {
  readonly place: Place;
  readonly folders: TwoFolders;
  readonly env: Readonly<Record<string, string>>;
}

async function open(kind: keyof TwoFolders, { place, folders, env }: Where): Promise<Opening> {
  const desktopEnv = place.desktop.env;
  const app = await startApp({ desktopEnv, dataFolder: folders[kind], env });
  try {
    const page = await app.window();
    await page.getByRole('heading', { name: 'Garage' }).waitFor();
    await setTimeout(beforePressMs);
    const button = page.getByRole('button', { name: 'History', exact: true });
    const anything = { selector: '[data-session], .empty:not(.looking)' };
    const [history = 0] = await timedPress(page, button, [[anything]]);
    await setTimeout(betweenPressesMs);
    const sights = sightsOf[kind];
    const choice = page.getByRole('radio', { name: 'Year', exact: true });
    const [year = 0, whole = 0] = await timedPress(page, choice, [sights.year, sights.whole]);
    return { history, year, whole };
  } finally {
    await app.electron.close();
  }
}

function figuresOf(empty: readonly Opening[], full: readonly Opening[]): readonly Figure[] {
  const figure = (of: (opening: Opening) => number) => ({
    unit: 'ms' as const,
    ours: full.map(of),
    floor: { name: 'empty history', values: empty.map(of) },
  });
  return [
    {
      id: 'history-first-paint',
      what: 'press on History to its charges',
      ...figure(({ history }) => history),
      goals: [{ kind: 'ratio', atMost }],
      how: 'Opens on this month, with its sums, bars and charges in one; empty: that there are none.',
    },
    {
      id: 'year-first-paint',
      what: 'press on Year to its charges',
      ...figure(({ year }) => year),
      goals: [{ kind: 'ratio', atMost }],
      how: 'Sums and bars of the year with the charges in sight; empty: that there are none.',
    },
    {
      id: 'year-whole',
      what: '  with all rows of the first page',
      ...figure(({ whole }) => whole),
      goals: [],
      how: 'The same with 100 rows, most of them out of sight.',
    },
  ];
}

function sightsAlike(sight: Sight): Sights {
  return { year: [sight], whole: [sight] };
}
