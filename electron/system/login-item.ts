import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { shellText } from '../../shared/text/shell-text.ts';
import { type AutostartCommand, autostartEntry } from './autostart-entry.ts';

const hiddenFlag = '--hidden';

/** Has the app started at login, without a window, or no longer. */
export function setOpenAtLogin(open: boolean): void {
  if (process.platform === 'linux') setAutostartFile(open);
  else app.setLoginItemSettings({ openAtLogin: open, args: [hiddenFlag] });
}

/** Electron knows no login items on Linux; a file in the autostart folder is one on every desktop. */
function setAutostartFile(open: boolean): void {
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  const folder = join(config, 'autostart');
  const file = join(folder, 'chargetray.desktop');
  if (!open) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, autostartEntry(shellText.autostartName, ownCommand()));
}

/** An AppImage runs from a folder that is gone by the next login; its own file is what stays. */
function ownCommand(): AutostartCommand {
  const appImage = process.env.APPIMAGE;
  if (appImage) return { program: appImage, args: [hiddenFlag] };
  // In development the program is Electron itself and has to be told which app.
  const appFolder = app.isPackaged ? [] : [app.getAppPath()];
  return { program: process.execPath, args: [...appFolder, hiddenFlag] };
}
