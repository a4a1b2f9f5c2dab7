import { join } from 'node:path';
import { loadEngine } from '../../../electron/history/store/engine.ts';
import { openHistory } from '../../../electron/history/store/open-history.ts';
import { clearLeftovers } from '../../../electron/platform/files/leftovers.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';
import { chargerKey } from '../charger-key.ts';
import { openStores } from './stores.ts';

const [folder = ''] = process.argv.slice(2);

/** Opens everything in the data folder, writes a little of each, and says what came of it. */
async function start() {
  const { log, preferences, memory, ...stores } = openStores(folder);
  log.info('started');
  const history = openHistory({
    file: join(folder, 'history.db'),
    clock: realClock,
    log,
    load: loadEngine,
  });
  const before = await history.samples({ charger: chargerKey, from: 0, to: 9e15 });
  history.record(chargerKey, { at: (before.at(-1)?.at ?? 0) + 1, state: 'charging' });
  await history.flush();
  const found = {
    theme: preferences.get().theme,
    accounts: preferences.records().length,
    settings: preferences.trouble(),
    told: memory.signInTold,
    memory: memory.trouble,
    samples: before.length,
    history: history.trouble(),
  };
  preferences.change({ theme: 'dark' });
  await preferences.settled();
  const remembered = await stores.remember(['b']).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  await clearLeftovers(folder, realClock.now());
  await history.close();
  await log.settled();
  return { ...found, refused: stores.refused() ?? remembered };
}

process.stdout.write(`${JSON.stringify(await start())}\n`);
process.exit(0);
