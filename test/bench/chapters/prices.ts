import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { defaultPlan } from '../../../shared/domain/price/charge-plan.ts';
import { trayItemOf } from '../../desktop/tray-item.ts';
import { startPriceSimulator } from '../../simulators/prices/simulator.ts';
import { type Chapter, figures, type Pair, repeat } from '../figures.ts';
import { garageCharger } from '../garage.ts';
import type { Place } from '../place.ts';
import { memoryOf } from '../processes.ts';
import { type Subject, withApp } from '../subject.ts';

/** What it costs an app that nobody touches to read prices, and to charge by them. */
export async function priceChapter(place: Place): Promise<Chapter> {
  const { idleRounds, settleS } = place.options;
  const market = await startPriceSimulator();
  try {
    const priced = await withPrices(place, market.url);
    const rounds = await repeat(idleRounds, async (at) => {
      const [first, second] = at % 2 === 0 ? [place.ourTray, priced] : [priced, place.ourTray];
      const found = new Map([
        [first, await rest(place, first)],
        [second, await rest(place, second)],
      ]);
      const [floor, ours] = [found.get(place.ourTray), found.get(priced)];
      return pairs({ floor: floor ?? nothing, ours: ours ?? nothing });
    });
    const floor = 'our app without prices';
    return {
      title: 'Charging by price',
      how:
        `Our app with the prices of a market and a plan for one charger, beside the same app without ` +
        `them, ${idleRounds} times in turns, each alone; ${settleS} s after its start.`,
      figures: figures(rounds, {
        'prices-memory': ['memory, window never opened', { unit: 'MiB', floor }],
        'prices-more-memory': ['more of it than without prices', { unit: 'MiB', atMost: 1 }],
        'prices-questions': ['questions to chargers meanwhile', { unit: 'count', floor }],
        'prices-asked': ['questions to the market, of all rounds', { unit: 'count' }],
      }),
    };

    function pairs({ floor, ours }: Pair<Rest>) {
      return {
        'prices-memory': { floor: floor.memory, ours: ours.memory },
        'prices-more-memory': ours.memory - floor.memory,
        'prices-questions': { floor: floor.questions, ours: ours.questions },
        'prices-asked': market.requests.length,
      };
    }
  } finally {
    await market.close();
  }
}

interface Rest {
  /** MiB. */
  readonly memory: number;
  readonly questions: number;
}

const nothing: Rest = { memory: Number.NaN, questions: Number.NaN };

function rest(place: Place, subject: Subject): Promise<Rest> {
  const asked = place.asked();
  return withApp(place.desktop, subject, async ({ pid }) => {
    await trayItemOf(place.desktop, pid);
    await setTimeout(place.options.settleS * 1000);
    return { memory: await memoryOf(pid), questions: place.asked() - asked };
  });
}

/** The same app after its owner has chosen prices and a plan. */
async function withPrices({ ourTray, folder }: Place, url: string): Promise<Subject> {
  const [before, after] = [join(folder, 'ours'), join(folder, 'ours-prices')];
  await cp(before, after, { recursive: true, filter: (path) => !/Singleton/.test(path) });
  const file = join(after, 'settings.json');
  const kept = JSON.parse(await readFile(file, 'utf8'));
  const account = kept.accounts.find(({ brand }: { brand: string }) => brand === 'wallbox');
  kept.settings.market = { source: 'energyCharts', area: 'NL' };
  kept.settings.plans = { [`${account.id}/${garageCharger.id}`]: { ...defaultPlan, isOn: true } };
  await writeFile(file, JSON.stringify(kept));
  return {
    program: ourTray.program,
    args: [`--user-data-dir=${after}`],
    env: { ...ourTray.env, CHARGETRAY_PRICES_URL: url },
  };
}
