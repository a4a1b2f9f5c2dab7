import { mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Desktop } from '../desktop/desktop.ts';
import { pressKey } from '../desktop/input.ts';
import { run } from '../desktop/run.ts';
import { findWindow } from '../desktop/screenshot.ts';

/**
 * Saves under the proposed name, in a new folder below `parent`, through the system's own dialog.
 * Gives the path of the file once it is there, with nothing left beside it.
 */
export async function saveInNewFolder(desktop: Desktop, parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, 'saved-'));
  await focusDialog(desktop, 'Save File');
  // What is typed before the proposed name is where it goes.
  await pressKey(desktop, 'Home');
  await typePath(desktop, `${folder}/`);
  const saved = () => readdir(folder).then((files) => files.join('/'));
  await expect.poll(saved).toMatch(/^[^./][^/]*(?<!\.part)$/);
  return join(folder, await saved());
}

/** Chooses a file in the system's own dialog. */
export async function chooseFile(desktop: Desktop, path: string): Promise<void> {
  await focusDialog(desktop, 'Open File');
  await pressKey(desktop, 'ctrl+a');
  await typePath(desktop, path);
}

async function focusDialog(desktop: Desktop, title: string): Promise<void> {
  const dialog = await findWindow(desktop, { title: `^${title}$` });
  await run('xdotool', ['windowfocus', '--sync', dialog], desktop.env);
}

async function typePath(desktop: Desktop, path: string): Promise<void> {
  await run('xdotool', ['type', '--delay', '2', '--', path], desktop.env);
  await pressKey(desktop, 'Return');
}
