import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { runEntry, Stop, say } from '../../build/prepare/say.mjs';
import { chancesOf } from '../load/chances.ts';
import { writeSection } from '../load/report/section.ts';
import { judge } from './bounds.ts';
import { oneOf } from './deeds.ts';
import { type House, openHouse } from './house.ts';
import { live } from './live.ts';
import { look } from './look.ts';
import { isLeak, leaks, plant } from './plant.ts';
import { type SoakRun, soakSection, soakTable, tooMuch } from './report.ts';
import { unread } from './unread.ts';
import { errands, visit } from './visits.ts';

/** From one window to the next: 200 in 20 minutes. */
const windowEveryMs = 6_000;
const lookEveryMs = 20_000;
/** A slope of less says nothing. */
const leastMinutes = 5;

await runEntry(() => soak(readOptions()));
// Simulators and whatever else is still there end with this process.
process.exit();

function readOptions() {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      report: { type: 'boolean', default: false },
      leak: { type: 'string' },
    },
  });
  const { leak, report: isReport } = values;
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes >= leastMinutes)) throw new Stop(`--minutes is ${leastMinutes} at least.`);
  if (!Number.isInteger(seed)) throw new Stop('--seed is a whole number.');
  if (leak !== undefined && !isLeak(leak)) throw new Stop(`--leak is ${leaks.join(' or ')}.`);
  return { minutes, seed, isReport, leak };
}

/** Has the real app live through a day of faults; 1 when something in it grows, or no longer works. */
async function soak({ minutes, seed, isReport, leak }: ReturnType<typeof readOptions>) {
  say(`${minutes} minutes, which are ${minutes} hours of three accounts, from seed ${seed}.`);
  const house = await openHouse();
  try {
    if (leak !== undefined) await plant(house.app.electron, leak);
    const { silent, ...run } = await liveThrough(house, minutes, seed);
    console.log(soakTable(run.verdicts));
    if (isReport) writeSection('Soak', soakSection(run));
    const faults = [
      ...run.verdicts.filter(({ isWithin }) => !isWithin).map(tooMuch),
      ...silent.map((name) => `${name} is no longer read.`),
    ];
    for (const fault of faults) console.error(`ChargeTray: ${fault}`);
    return faults.length > 0 ? 1 : 0;
  } finally {
    await house.close();
  }
}

async function liveThrough(
  house: House,
  minutes: number,
  seed: number,
): Promise<SoakRun & { readonly silent: readonly string[] }> {
  const chance = chancesOf(seed);
  const life = live(house, seed);
  const looks = [];
  const since = performance.now();
  const passedMs = () => performance.now() - since;
  let windows = 0;
  for (; passedMs() < minutes * 60_000; windows += 1) {
    await visit(house, oneOf(errands, chance), chance);
    if (passedMs() >= looks.length * lookEveryMs) {
      looks.push({ hour: passedMs() / 3_600_000, ...(await look(house)) });
    }
    await setTimeout(Math.max(0, (windows + 1) * windowEveryMs - passedMs()));
  }
  await life.stop();
  const silent = await unread(house);
  const requests = house.cloud.requests.length + house.station.log.length;
  return { minutes, seed, windows, requests, counts: life.counts, verdicts: judge(looks), silent };
}
