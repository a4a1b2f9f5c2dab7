import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { appName } from '../../../shared/text/app-name.ts';
import type { DesktopPort } from '../../ports/app-ports.ts';
import type { Log } from '../../ports/log.ts';
import { type AutostartCommand, autostartEntry, entryFollowing } from './autostart-entry.ts';
import { openAutostartFile } from './autostart-file.ts';

const hiddenFlag = '--hidden';

/** Has the app started at login, without a window, or no longer. */
export type LoginItem = Pick<DesktopPort, 'setOpenAtLogin' | 'keepOpenAtLogin' | 'settled'>;

export function openLoginItem(log: Log): LoginItem {
  const notChanged = (error: unknown): false => {
    log.error('login item not changed', { why: String(error) });
    return false;
  };
  return process.platform === 'linux' ? autostartItem(notChanged) : systemItem(notChanged);
}

/** Electron knows no login items on Linux; a file in the autostart folder is one on every desktop. */
function autostartItem(notChanged: (error: unknown) => false): LoginItem {
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  const file = openAutostartFile(join(config, 'autostart', 'chargetray.desktop'));
  const name = appName;
  return {
    setOpenAtLogin(open) {
      const changed = open ? file.write(autostartEntry(name, ownCommand())) : file.remove();
      return changed.then(() => true, notChanged);
    },
    // The program may have another name than when it was chosen to start at login: an AppImage is
    // called after its version.
    // One that is run from a checkout shares its settings with the installed one, which is meant.
    keepOpenAtLogin() {
      if (!app.isPackaged && !process.env.APPIMAGE) return;
      file.follow((found) => entryFollowing(found, name, ownCommand())).catch(notChanged);
    },
    settled: () => file.settled(),
  };
}

/**
 * Where the system keeps the list, it follows the program, or an update leaves that where it was. Only
 * the portable one for Windows runs from a folder that is gone by the next login, under another name
 * with each version.
 */
function systemItem(notChanged: (error: unknown) => false): LoginItem {
  const portable = process.env.PORTABLE_EXECUTABLE_FILE;
  const own = { ...(portable ? { path: portable } : {}), args: [hiddenFlag] };
  const set = (openAtLogin: boolean) => {
    try {
      app.setLoginItemSettings({ ...own, openAtLogin });
      return true;
    } catch (error) {
      return notChanged(error);
    }
  };
  return {
    setOpenAtLogin: async (open) => set(open),
    keepOpenAtLogin() {
      if (portable && !app.getLoginItemSettings(own).openAtLogin) set(true);
    },
    settled: async () => undefined,
  };
}

/** An AppImage runs from a folder that is gone by the next login; its own file is what stays. */
function ownCommand(): AutostartCommand {
  const appImage = process.env.APPIMAGE;
  if (appImage) return { program: appImage, args: [hiddenFlag] };
  // In development the program is Electron itself and has to be told which app.
  const appFolder = app.isPackaged ? [] : [app.getAppPath()];
  return { program: process.execPath, args: [...appFolder, hiddenFlag] };
}
