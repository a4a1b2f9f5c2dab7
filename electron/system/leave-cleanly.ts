import { app, powerMonitor } from 'electron';
import type { KeychainVault } from '../credentials/keychain-vault.ts';
import { endedWithin, isHeld } from './leaving.ts';
import type { Log } from './log.ts';
import { realClock } from './real-clock.ts';

const stopLimitMs = 1500;

export interface Leaving {
  readonly running: { stop(): Promise<void> };
  readonly log: Log;
  readonly window: { close(): void };
  readonly vault: Pick<KeychainVault, 'isBusy'>;
}

/** Ends the app when its owner or the system wants that, with what is unsaved saved. */
export function leaveCleanly({ running, log, window, vault }: Leaving): void {
  let leaving = false;
  let systemEnds = false;
  const leave = async (): Promise<void> => {
    window.close();
    const how = await endedWithin(stopLimitMs, realClock, () => running.stop());
    if (how !== 'ended') log.warn('not everything came to its end', { how });
    const resources = process.getActiveResourcesInfo();
    if (isHeld({ keychain: vault.isBusy(), resources })) process.kill(process.pid, 'SIGKILL');
    app.exit(0);
  };
  app.on('before-quit', (event) => {
    // Asked to wait, macOS gives up logging out; whatever is unsaved then is saved at once.
    if (!systemEnds) event.preventDefault();
    if (!leaving) void leave();
    leaving = true;
  });
  powerMonitor.on('shutdown', () => {
    systemEnds = true;
    app.quit();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.quit());
  }
}
