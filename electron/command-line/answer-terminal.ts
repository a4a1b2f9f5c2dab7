import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { app } from 'electron';
import { zoneOfNow } from '../../shared/text/format.ts';
import { isHolderAlive } from '../platform/files/folder-lock.ts';
import { preferredLanguages, systemLocale } from '../platform/locale/system-locale.ts';
import { type Asked, question } from './asked.ts';
import { ownSettings, ownTerminal } from './own-terminal.ts';
import { speakHere } from './speak-here.ts';
import { tellStatus, watchStatus } from './tell.ts';

/** Says what the tray app knows, in the terminal, and ends: neither window nor tray. */
export function answerTerminal(asked: Asked, folder: string): void {
  answer(asked, folder).catch((error: unknown) => {
    // It would stay there and say nothing.
    process.stderr.write(`${String(error)}\n`);
    app.exit(1);
  });
}

async function answer(asked: Asked, folder: string): Promise<void> {
  const manner = await speakHere(asked, {
    settings: () => ownSettings(folder),
    zone: zoneOfNow,
    systemLanguages: () => preferredLanguages(app.getPreferredSystemLanguages()),
    systemLocale: () =>
      systemLocale({
        platform: process.platform,
        environment: process.env,
        // Electron does not say before it is ready, and a terminal does not wait for that.
        electron: () => new Intl.NumberFormat().resolvedOptions().locale,
      }),
  });
  const terminal = ownTerminal(folder, { isRunning: () => isRunning(folder), ...manner });
  if (asked.what !== 'watch') {
    app.exit(tellStatus(asked, terminal));
    return;
  }
  mkdirSync(folder, { recursive: true });
  watchStatus(asked, terminal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => app.exit(0));
  }
}

/** Whether another process of this app has the data folder. A lock can be refused also by the disk. */
function isRunning(folder: string): boolean {
  const isFirst = app.requestSingleInstanceLock(question);
  if (isFirst) app.releaseSingleInstanceLock();
  return !isFirst && (process.platform === 'win32' || isHolderAlive(folder, hostname()));
}
