import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { FolderTrouble } from '../../../shared/domain/app/folder-trouble.ts';
import {
  type CannotStart,
  cannotStartSentences,
  cannotStartText,
} from '../../../shared/text/cannot-start-text.ts';
import { lockTrouble } from '../files/folder-lock.ts';

/** The folder that must be had cannot be used: says so, in a window unless a terminal asked. */
export async function endWithout(trouble: FolderTrouble, inTerminal: boolean): Promise<void> {
  const words = mutter(trouble);
  if (!inTerminal) await show(words);
  app.exit(1);
}

/** The folder is not to be had for this process. In silence only where another was told of it. */
export async function endLockedOut(folder: string): Promise<void> {
  const { platform } = process;
  const trouble = await lockTrouble({ folder, temporary: tmpdir(), platform });
  if (trouble) await endWithout(trouble, false);
  else app.exit(0);
}

/** In the terminal as well: there may be no display, or nobody in front of it. */
function mutter(trouble: FolderTrouble): CannotStart {
  const words = cannotStartSentences(trouble);
  process.stderr.write(`${words.message} ${words.detail}\n`);
  return words;
}

async function show({ message, detail }: CannotStart): Promise<void> {
  standIn();
  await app.whenReady();
  // With nothing else under way, the answer to an asynchronous one is heard half a minute late.
  dialog.showMessageBoxSync({
    type: 'error',
    title: cannotStartText.title,
    message,
    detail,
    buttons: [cannotStartText.quit],
    noLink: true,
  });
}

/** Chromium wants a folder of its own even for a dialog, and without one it loses its graphics. */
function standIn(): void {
  try {
    app.disableHardwareAcceleration();
    app.setPath('sessionData', mkdtempSync(join(tmpdir(), 'chargetray-')));
  } catch {
    // Too late, or there is no room for one either; what is to be said stands in the terminal.
  }
}
