import { join } from 'node:path';
import { openInThread } from '../../../electron/history/thread/threaded-history.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';
import { chargerKey } from '../charger-key.ts';

/** Records into a history in its thread for ever, and says of each reading when it is on the disk. */
async function record(file: string): Promise<void> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const open = openInThread(join(import.meta.dirname, 'history-thread.cjs'), file);
  const history = open({ clock: realClock, log: silent, onTrouble: () => undefined });
  const [newest] = (await history.samples({ charger: chargerKey, from: 0, to: 9e12 })).slice(-1);
  for (let at = (newest?.at ?? 0) + 1; ; at += 1) {
    history.record(chargerKey, { at, state: 'charging', powerW: at % 7000, energyWh: at });
    if (at % 5 === 0) {
      history.saveSession(chargerKey, { source: 'recorded', startedAt: at, startSeen: true });
    }
    if (!(await history.flush())) process.stdout.write(`${at}\n`);
  }
}

// The thread keeps no process alive.
setInterval(() => undefined, 60_000);
await record(process.argv[2] ?? '');
