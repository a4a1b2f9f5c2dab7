import { hostname } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { app } from 'electron';
import { exitCodes } from '../../shared/domain/app/terminal-commands.ts';
import { messages } from '../../shared/text/messages.ts';
import { endWithout } from '../platform/electron/cannot-start.ts';
import { isHolderAlive } from '../platform/files/folder-lock.ts';
import { ownFolder } from '../platform/files/own-folder.ts';
import { preferredLanguages, systemLocale } from '../platform/locale/system-locale.ts';
import { refusedSwitch } from '../platform/refused-switches.ts';
import { question } from './asked.ts';
import type { ThreadStart } from './in-thread.ts';
import { ownArguments } from './own-arguments.ts';
import { ownTerminal, type SpokenSystem, speakAsOwner } from './own-terminal.ts';
import { type Parsed, parsed } from './parse.ts';
import { runAtOnce } from './run-at-once.ts';
import { complain, sayAtOnce } from './say-at-once.ts';

/**
 * Does what was typed in a terminal, says so there, and ends: neither window nor tray. All of it within
 * the first turn of this process: with the second, Electron would ask for a display.
 */
export function answerTerminal(): void {
  const folder = ownFolder(app);
  if (typeof folder !== 'string') {
    void endWithout(folder, true);
    return;
  }
  app.setPath('userData', folder);
  const system: SpokenSystem = {
    folder,
    languages: preferredLanguages(app.getPreferredSystemLanguages()),
    locale: systemLocale({
      platform: process.platform,
      environment: process.env,
      // Electron does not say before it is ready, and a terminal does not wait for that.
      electron: () => new Intl.NumberFormat().resolvedOptions().locale,
    }),
  };
  const refused = refusedSwitch(app);
  if (refused !== undefined) {
    endWith(refuse(refused, system));
    return;
  }
  const what = parsed(ownArguments());
  // Whatever asks the app or the past takes more than one turn.
  const { typed } = what.kind === 'typed' ? what : {};
  if (typed && typed.word !== 'status') app.exit(inThread({ ...system, typed }));
  else endWith(answer(what, system));
}

function endWith(answered: Promise<number>): void {
  answered.then(
    (code) => app.exit(code),
    (error: unknown) => {
      // It would stay there and say nothing.
      complain(error);
      app.exit(exitCodes.failed);
    },
  );
}

/** Says why nothing is started. */
async function refuse(name: string, system: SpokenSystem): Promise<number> {
  await speakAsOwner(false, system);
  sayAtOnce(2, `${messages.cannotStart.refusedSwitch(`--${name}`)}\n`);
  return exitCodes.failed;
}

async function answer(what: Parsed, system: SpokenSystem): Promise<number> {
  const json = what.kind === 'typed' && what.typed.options.json !== undefined;
  const manner = await speakAsOwner(json, system);
  const { folder } = system;
  return runAtOnce(what, ownTerminal(folder, { isRunning: () => isRunning(folder), ...manner }));
}

/**
 * Stands still until a thread has done it. The network is not to be had within one turn, and whoever
 * presses Ctrl+C ends both.
 */
function inThread(start: ThreadStart): number {
  const code = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  new Worker(join(import.meta.dirname, 'terminal.cjs'), { workerData: { start, code } });
  Atomics.wait(code, 0, 0);
  return Atomics.load(code, 1);
}

/** Whether another process of this app has the data folder. A lock can be refused also by the disk. */
function isRunning(folder: string): boolean {
  const isFirst = app.requestSingleInstanceLock(question);
  if (isFirst) app.releaseSingleInstanceLock();
  return !isFirst && (process.platform === 'win32' || isHolderAlive(folder, hostname()));
}
