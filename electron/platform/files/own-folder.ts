import { homedir } from 'node:os';
import type { FolderTrouble } from '../../../shared/domain/app/folder-trouble.ts';
import { appName } from '../../../shared/text/app-name.ts';
import { customaryFolder, findDataFolder } from './data-folder.ts';

/** What of Electron's `app` knows where things are. */
export interface NamedApp {
  setName(name: string): void;
  getPath(name: 'userData'): string;
  readonly commandLine: { getSwitchValue(name: string): string };
}

/** Where everything is kept, or why it cannot be. Names the app, by which Electron finds the place. */
export function ownFolder(app: NamedApp): string | FolderTrouble {
  const { platform, env } = process;
  app.setName(appName);
  const home = { platform, environment: env, home: homedir() };
  return findDataFolder({
    asked: app.commandLine.getSwitchValue('user-data-dir'),
    given: () => app.getPath('userData'),
    customary: customaryFolder(appName, home),
  });
}
