import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { FolderTrouble } from '../../../shared/domain/app/folder-trouble.ts';
import { languageFor, phrasesOf } from '../../../shared/languages/languages.ts';
import { appName } from '../../../shared/text/app-name.ts';
import { type CannotStart, cannotStartSentences } from '../../../shared/text/cannot-start-text.ts';
import { messages, speak } from '../../../shared/text/messages.ts';
import { lockTrouble } from '../files/folder-lock.ts';
import { preferredLanguages } from '../locale/system-locale.ts';

/** The folder that must be had cannot be used: says so, and ends. */
export async function endWithout(trouble: FolderTrouble): Promise<void> {
  try {
    await speakAsSystem();
    await show(mutter(trouble));
  } finally {
    // Without a word it would be there for ever, and nobody could see it.
    app.exit(1);
  }
}

/** The settings, which may say otherwise, lie where nothing can be had from. */
async function speakAsSystem(): Promise<void> {
  const preferred = preferredLanguages(app.getPreferredSystemLanguages());
  speak(await phrasesOf(languageFor(preferred)));
}

/** The folder is not to be had for this process. In silence only where another was told of it. */
export async function endLockedOut(folder: string): Promise<void> {
  const { platform } = process;
  const trouble = await lockTrouble({ folder, temporary: tmpdir(), platform });
  if (trouble) await endWithout(trouble);
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
    title: appName,
    message,
    detail,
    buttons: [messages.cannotStart.quit],
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
