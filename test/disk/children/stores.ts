import { join } from 'node:path';
import {
  readPersisted,
  writePersisted,
} from '../../../electron/app/persistence/persisted-state.ts';
import { openKeptFile } from '../../../electron/platform/files/kept-file.ts';
import { openFileLog } from '../../../electron/platform/log/file-log.ts';
import { Redactor } from '../../../electron/platform/log/redactor.ts';
import { realClock } from '../../../electron/platform/real-clock.ts';
import type { KeptFile } from '../../../electron/ports/kept-file.ts';
import type { DiskLog } from '../../../electron/ports/log.ts';
import { Preferences } from '../../../electron/settings/preferences.ts';

/** What of the app lies in a data folder beside the history, opened as at a start. */
export interface Stores {
  readonly log: DiskLog;
  readonly preferences: Preferences;
  readonly memory: ReturnType<typeof readPersisted>;
  /** Keeps the memory, with these accounts as those whose need of a sign-in was told. */
  remember(signInTold: readonly string[]): Promise<void>;
  /** What the disk said last of the settings. */
  refused(): string | undefined;
}

export function openStores(folder: string): Stores {
  const log = openFileLog({
    folder: join(folder, 'logs'),
    redactor: new Redactor(),
    clock: realClock,
  });
  const keptFile = (name: string): KeptFile =>
    openKeptFile({ folder, name, now: realClock.now, log });
  const stateFile = keptFile('memory');
  const memory = readPersisted(stateFile, log);
  const { trouble: _trouble, ...remembered } = memory;
  let refused: string | undefined;
  const preferences = new Preferences({
    clock: realClock,
    file: keptFile('settings'),
    log,
    wrote: (failure) => {
      refused = failure?.message;
    },
  });
  return {
    log,
    preferences,
    memory,
    refused: () => refused,
    remember: (signInTold) => writePersisted(stateFile, { ...remembered, signInTold }),
  };
}
