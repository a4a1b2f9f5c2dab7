import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Locator } from '@playwright/test';
import { type AppPlan, startApp } from '../../../build/demo/app-at-hand.ts';
import { inventCharges, powerW } from '../../../build/demo/year-of-charges.ts';
import { type Chapter, figures, repeat } from '../figures.ts';
import { garageCharger, signIn, startCloud } from '../garage.ts';
import type { Place } from '../place.ts';

/** How much a year holds. */
const charges = 300;
const looks = 400_000;
/** A person looks at the chargers first. */
const beforePressMs = 2000;
const betweenPressesMs = 500;
const limitMs = 20_000;

// What is to be on the page, as XPath.
const noCharges = '//*[contains(@class, "empty") and not(contains(@class, "looking"))]';
const anything = `boolean(//*[@data-session] | ${noCharges})`;
const emptyYear = `boolean(${noCharges}[contains(., "in ${new Date().getFullYear()}.")])`;
const months = '//*[contains(@aria-label, "by month")]//button';
const fullYear = `//*[contains(@class, "tiles")]//dd[. = "${charges}"] and count(${months}) >= 12`;
const firstPage = `${fullYear} and count(//*[@data-session]) >= 100`;

/** How long it takes to open the history of a year, beside one in which nothing has been. */
export async function historyChapter({ desktop, folder, options }: Place): Promise<Chapter> {
  // No car is there, so that nothing adds to the past meanwhile.
  const cloud = await startCloud([garageCharger]);
  const here = { desktopEnv: desktop.env, env: { CHARGETRAY_WALLBOX_URL: cloud.url } };
  const dataFolder = join(folder, 'history');
  const [empty, full] = [`${dataFolder}-window`, `${dataFolder}-full`];
  await signIn({ ...here, dataFolder });
  await cp(empty, full, { recursive: true });
  await writeYear(join(full, 'history.db'));
  const rounds = await repeat(options.histories, async () => {
    const floor = await openYear({ ...here, dataFolder: empty }, [emptyYear, emptyYear]);
    const ours = await openYear({ ...here, dataFolder: full }, [fullYear, firstPage]);
    return {
      'history-first-paint': { floor: floor.history, ours: ours.history },
      'year-first-paint': { floor: floor.year, ours: ours.year },
      'year-whole': { floor: floor.whole, ours: ours.whole },
    };
  });
  const floor = 'empty history';
  return {
    title: 'Opening the history of a year',
    how:
      `${charges} charges with ${looks.toLocaleString('en')} looks, beside the same app without a ` +
      'past, in turns; the built app, started anew each time, its window in sight. From the press to ' +
      'two frames after what was asked for is on the page, by the page’s own clock.',
    figures: figures(rounds, {
      'history-first-paint': [
        'press on History to its charges',
        { floor, ratio: 1.5 },
        'Opens on this month, with its sums, bars and charges in one; empty: that there are none.',
      ],
      'year-first-paint': [
        'press on Year to its charges',
        { floor, ratio: 1.5 },
        'Sums and bars of the year with the charges in sight; empty: that there are none.',
      ],
      'year-whole': [
        '  with all rows of the first page',
        { floor },
        'The same with 100 rows, most of them out of sight.',
      ],
    }),
  };
}

/** Writes the charges of the calendar year until now, evenly spread, with all looks at them. */
function writeYear(file: string): Promise<void> {
  const now = Date.now();
  const newYear = new Date(new Date(now).getFullYear(), 0, 1).getTime();
  const apartMs = (now - newYear) / charges;
  const lastsMs = 0.8 * apartMs;
  const energyWh = (lastsMs / 3_600_000) * powerW;
  const all = Array.from({ length: charges }, (_, at) => {
    return { from: newYear + at * apartMs, energyWh, waitsMs: 0 };
  });
  const everyMs = (lastsMs * charges) / looks;
  return inventCharges(file, now, { serial: garageCharger.id, charges: all, everyMs });
}

/** Presses as a person would; milliseconds from each press. */
async function openYear(plan: AppPlan, stages: readonly string[]) {
  const app = await startApp(plan);
  const page = await app.window();
  await page.getByRole('heading', { name: garageCharger.name }).waitFor();
  await setTimeout(beforePressMs);
  const button = page.getByRole('button', { name: 'History', exact: true });
  const [history = Number.NaN] = await timedPress(button, [anything]);
  await setTimeout(betweenPressesMs);
  const choice = page.getByRole('radio', { name: 'Year', exact: true });
  const [year = Number.NaN, whole = Number.NaN] = await timedPress(choice, stages);
  await app.electron.close();
  return { history, year, whole };
}

/** Presses; by the page's own clock, ms until the second frame after each stage is there. */
function timedPress(pressed: Locator, stages: readonly string[]): Promise<readonly number[]> {
  // No function in here has a name: what reads TypeScript marks named ones with what no page knows.
  return pressed.evaluate(
    (target: HTMLElement, { stages, limitMs }) => {
      const pressedAt = performance.now();
      target.click();
      const times = stages.map(async (stage) => {
        do {
          await new Promise(requestAnimationFrame);
          if (performance.now() - pressedAt > limitMs) throw new Error(`Never seen: ${stage}`);
        } while (!document.evaluate(stage, document, null, XPathResult.BOOLEAN_TYPE).booleanValue);
        await new Promise(requestAnimationFrame);
        return performance.now() - pressedAt;
      });
      return Promise.all(times);
    },
    { stages, limitMs },
  );
}
