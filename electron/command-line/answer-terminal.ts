import { hostname } from 'node:os';
import { join } from 'node:path';
import type { FolderTrouble } from '../../shared/domain/app/folder-trouble.ts';
import { exitCodes } from '../../shared/domain/app/terminal-commands.ts';
import { languageFor, phrasesOf } from '../../shared/languages/languages.ts';
import { cannotStartSentences } from '../../shared/text/cannot-start-text.ts';
import { messages, speak } from '../../shared/text/messages.ts';
import { otherDisplayOf } from '../platform/display.ts';
import { isHolderAlive } from '../platform/files/folder-lock.ts';
import { type NamedApp, ownFolder } from '../platform/files/own-folder.ts';
import { preferredLanguages, systemLocale } from '../platform/locale/system-locale.ts';
import { refusedSwitch, type SwitchedApp } from '../platform/refused-switches.ts';
import { question } from './asked.ts';
import type { ThreadStart } from './in-thread.ts';
import { isForTerminal, ownArguments } from './own-arguments.ts';
import { ownTerminal, type SpokenSystem, speakAsOwner } from './own-terminal.ts';
import { type Parsed, parsed } from './parse.ts';
import { runAtOnce } from './run-at-once.ts';
import { complain, sayAtOnce } from './say-at-once.ts';

/** What of Electron's `app` answers in a terminal. A thread has none, so nothing here asks for it. */
export type TerminalApp = NamedApp &
  SwitchedApp & {
    setPath(name: 'userData', path: string): void;
    getPreferredSystemLanguages(): readonly string[];
    requestSingleInstanceLock(said: typeof question): boolean;
    releaseSingleInstanceLock(): void;
    exit(code: number): void;
  };

/**
 * Does what was typed in a terminal, says so there, and ends: neither window nor tray. All of it within
 * the first turn of this process: with the second, Electron would ask for a display.
 */
export function answerTerminal(app: TerminalApp): void {
  const languages = preferredLanguages(app.getPreferredSystemLanguages());
  const folder = ownFolder(app);
  const end = (answered: Promise<number>) => endWith(answered, app);
  if (typeof folder !== 'string') {
    end(complainOf(folder, languages));
    return;
  }
  app.setPath('userData', folder);
  const system: SpokenSystem = {
    folder,
    languages,
    locale: systemLocale({
      platform: process.platform,
      environment: process.env,
      // Electron does not say before it is ready, and a terminal does not wait for that.
      electron: () => new Intl.NumberFormat().resolvedOptions().locale,
    }),
  };
  const refused = refusedSwitch(app);
  if (refused !== undefined) {
    end(refuse(refused, system));
    return;
  }
  if (!isForTerminal(ownArguments())) {
    end(startElsewhere(system, otherDisplayOf(app)));
    return;
  }
  const what = parsed(ownArguments());
  // Whatever asks the app or the past takes more than one turn.
  const { typed } = what.kind === 'typed' ? what : {};
  if (typed && typed.word !== 'status') app.exit(inThread({ ...system, typed }));
  else end(answer(what, system, app));
}

function endWith(answered: Promise<number>, app: TerminalApp): void {
  answered.then(
    (code) => app.exit(code),
    (error: unknown) => {
      // It would stay there and say nothing.
      complain(error);
      app.exit(exitCodes.failed);
    },
  );
}

/** The settings, which may name a language, lie where nothing can be had from. */
async function complainOf(trouble: FolderTrouble, languages: readonly string[]): Promise<number> {
  speak(await phrasesOf(languageFor(languages)));
  const { message, detail } = cannotStartSentences(trouble);
  sayAtOnce(2, `${message} ${detail}\n`);
  return exitCodes.failed;
}

/** Says why nothing is started. */
async function refuse(name: string, system: SpokenSystem): Promise<number> {
  await speakAsOwner(false, system);
  sayAtOnce(2, `${messages.cannotStart.refusedSwitch(`--${name}`)}\n`);
  return exitCodes.failed;
}

/** Starts the tray in a process that finds a screen, or says that there is none. */
async function startElsewhere(
  system: SpokenSystem,
  other: ReturnType<typeof otherDisplayOf>,
): Promise<number> {
  if (other === 'x11') {
    const { startOverX11 } = await import('./start-over-x11.ts');
    startOverX11();
    return exitCodes.done;
  }
  await speakAsOwner(false, system);
  const { message, noDisplay } = messages.cannotStart;
  sayAtOnce(2, `${message(noDisplay)}\n`);
  return exitCodes.failed;
}

async function answer(what: Parsed, system: SpokenSystem, app: TerminalApp): Promise<number> {
  const json = what.kind === 'typed' && what.typed.options.json !== undefined;
  const manner = await speakAsOwner(json, system);
  const { folder } = system;
  return runAtOnce(
    what,
    ownTerminal(folder, { isRunning: () => isRunning(folder, app), ...manner }),
  );
}

/**
 * Stands still until a thread has done it. The network is not to be had within one turn, and whoever
 * presses Ctrl+C ends both.
 */
function inThread(start: ThreadStart): number {
  const code = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
  // Loaded only here: `status`, which asks nobody, would wait for it.
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  new Worker(join(import.meta.dirname, 'terminal-thread.cjs'), { workerData: { start, code } });
  Atomics.wait(code, 0, 0);
  return Atomics.load(code, 1);
}

/** Whether another process of this app has the data folder. A lock can be refused also by the disk. */
function isRunning(folder: string, app: TerminalApp): boolean {
  const isFirst = app.requestSingleInstanceLock(question);
  if (isFirst) app.releaseSingleInstanceLock();
  return !isFirst && (process.platform === 'win32' || isHolderAlive(folder, hostname()));
}
