import { loadEngine } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';

const key = 'wallbox/12345';
const [file = '', how = ''] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const history = openHistory({ file, clock: realClock, log: silent, load: loadEngine });

/** Records one sample after the other; gives whether each is on the disk. */
async function* recorded() {
  const [newest] = (await history.samples({ charger: key, from: 0, to: 9e12 })).slice(-1);
  for (let at = (newest?.at ?? 0) + 1; ; at += 1) {
    history.record(key, { at, state: 'charging', powerW: at % 7000, energyWh: at });
    if (at % 5 === 0) {
      history.saveSession(key, { source: 'recorded', startedAt: at, startSeen: true });
    }
    yield { at, trouble: await history.flush() };
  }
}

async function untilFull(): Promise<void> {
  let kept = 0;
  let refused = 0;
  let trouble: string | undefined;
  for await (const one of recorded()) {
    if (!one.trouble) kept = one.at;
    else refused += 1;
    trouble = one.trouble?.kind;
    if (refused === 20) break;
  }
  const found = await history.samples({ charger: key, from: 0, to: kept + 1 });
  process.stdout.write(JSON.stringify({ kept, lost: kept - found.length, trouble }));
  process.exit(0);
}

/** Says of each sample that it is on the disk, as soon as it is. */
async function forEver(): Promise<void> {
  for await (const { at, trouble } of recorded()) {
    if (!trouble) process.stdout.write(`${at}\n`);
  }
}

await (how === 'until-full' ? untilFull() : forEver());
