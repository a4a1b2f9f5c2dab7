import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeFileSync } from 'atomically';
import { app } from 'electron';
import { shellText } from '../../shared/text/shell-text.ts';
import { type AutostartCommand, autostartEntry, entryFollowing } from './autostart-entry.ts';

const hiddenFlag = '--hidden';

/** Has the app started at login, without a window, or no longer. */
export function setOpenAtLogin(open: boolean): void {
  if (process.platform === 'linux') setAutostartFile(open);
  else app.setLoginItemSettings({ openAtLogin: open, args: [hiddenFlag] });
}

/**
 * The program may have another name than when it was chosen to start at login: an AppImage is called
 * after its version. Elsewhere the system follows it, or an update leaves it where it was.
 */
export function keepOpenAtLogin(): void {
  if (process.platform !== 'linux') return;
  const found = foundEntry(autostartFile());
  const following = entryFollowing(found, shellText.autostartName, ownCommand());
  if (following !== undefined) write(following);
}

/** Electron knows no login items on Linux; a file in the autostart folder is one on every desktop. */
function setAutostartFile(open: boolean): void {
  if (open) write(autostartEntry(shellText.autostartName, ownCommand()));
  else rmSync(autostartFile(), { force: true });
}

function autostartFile(): string {
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  return join(config, 'autostart', 'chargetray.desktop');
}

function foundEntry(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there, or not to be read: what is to be said about that is said by the write.
    return undefined;
  }
}

function write(entry: string): void {
  const file = autostartFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, entry);
}

/** An AppImage runs from a folder that is gone by the next login; its own file is what stays. */
function ownCommand(): AutostartCommand {
  const appImage = process.env.APPIMAGE;
  if (appImage) return { program: appImage, args: [hiddenFlag] };
  // In development the program is Electron itself and has to be told which app.
  const appFolder = app.isPackaged ? [] : [app.getAppPath()];
  return { program: process.execPath, args: [...appFolder, hiddenFlag] };
}
