import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The pictures of the README by what the demo calls them. */
const taken: Readonly<Record<string, string>> = {
  'window-light.png': 'window-light.png',
  'window-dark.png': 'window-dark.png',
  'plan.png': 'plan-prices-light.png',
  'history.png': 'history-month-light.png',
  'tray-menu.png': 'tray-menu.png',
  'notification.png': 'notification.png',
};

/** Puts the newest pictures of the demo where the README shows them. */
export async function renewReadme(pictures: string, root: string): Promise<void> {
  for (const [name, picture] of Object.entries(taken)) {
    await copyFile(join(pictures, picture), join(root, '.github/screenshots', name));
  }
}
