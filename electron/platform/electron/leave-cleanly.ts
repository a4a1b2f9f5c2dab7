import { app, powerMonitor } from 'electron';
import type { DiskLog } from '../../ports/log.ts';
import type { KeychainVault } from '../keychain/keychain-vault.ts';
import { realClock } from '../real-clock.ts';
import { endedWithLog, isHeld } from './leaving.ts';

const limitMs = 1500;
const logMs = 200;

/** What is to be done last, with everything saved: a newer version may wait for our end. */
export interface Ending {
  last?: () => void;
}

export interface Leaving {
  readonly running: { stop(): Promise<void> };
  readonly log: DiskLog;
  readonly window: { close(): void; settled(): Promise<void> };
  readonly vault: Pick<KeychainVault, 'isBusy'>;
  readonly end: Ending;
}

/** Ends the app when its owner or the system wants that, with what is unsaved saved. */
export function leaveCleanly({ running, log, window, vault, end }: Leaving): void {
  let leaving = false;
  let systemEnds = false;
  const leave = async (): Promise<void> => {
    window.close();
    const stop = () => Promise.all([running.stop(), window.settled()]);
    const how = await endedWithLog({ clock: realClock, log, limitMs, logMs, stop });
    end.last?.();
    const held = { how, keychain: vault.isBusy(), resources: process.getActiveResourcesInfo() };
    if (isHeld(held)) process.kill(process.pid, 'SIGKILL');
    app.exit(0);
  };
  app.on('before-quit', (event) => {
    // Asked to wait, macOS gives up logging out; what is unsaved then the next reading says again.
    if (!systemEnds) event.preventDefault();
    if (!leaving) void leave();
    leaving = true;
  });
  powerMonitor.on('shutdown', () => {
    systemEnds = process.platform === 'darwin';
    app.quit();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.quit());
  }
  // By it Node.js begins to listen to a debugger. A packed app has none, and would end unsaved.
  process.on('SIGUSR1', () => log.warn('signal ignored', { signal: 'SIGUSR1' }));
}
