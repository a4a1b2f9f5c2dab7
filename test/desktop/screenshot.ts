import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Desktop } from './desktop.ts';
import { panelHeight } from './looks.ts';
import { run } from './run.ts';

/** A rectangle of the screen, in pixels from its top left corner. */
export type Region = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Which window is meant: by the process that opened it, by its title, or by its class. */
export type WindowSought =
  | { readonly pid: number }
  | { readonly title: string }
  | { readonly windowClass: string };

/** Pictures of the whole screen, or of the part of it within `region`, as a PNG file. */
export async function shootScreen(desktop: Desktop, file: string, region?: Region): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const crop = region === undefined ? [] : ['-crop', geometry(region), '+repage'];
  await run('import', ['-silent', '-window', 'root', ...crop, file], desktop.env);
}

/** Pictures the panel that holds the tray. */
export async function shootPanel(desktop: Desktop, file: string): Promise<void> {
  await shootScreen(desktop, file, { x: 0, y: 0, width: desktop.width, height: panelHeight });
}

/** Pictures one window without its frame, waiting until it can be seen. */
export async function shootWindow(
  desktop: Desktop,
  file: string,
  sought: WindowSought,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const window = await findWindow(desktop, sought);
  await run('import', ['-silent', '-window', window, file], desktop.env);
}

/** Pictures the notifications on the screen, with a little of the wall around them. */
export async function shootNotices(desktop: Desktop, file: string): Promise<void> {
  const window = await findWindow(desktop, { windowClass: 'Dunst' });
  const { x, y, width, height } = await regionOf(desktop, window);
  const margin = 12;
  await shootScreen(desktop, file, {
    x: Math.max(0, x - margin),
    y: Math.max(0, y - margin),
    width: width + 2 * margin,
    height: height + 2 * margin,
  });
}

/** Waits until such a window can be seen and gives its number. */
export async function findWindow(desktop: Desktop, sought: WindowSought): Promise<string> {
  const found = await run(
    'xdotool',
    ['search', '--sync', '--onlyvisible', ...criteria(sought)],
    desktop.env,
  );
  const [window] = found.split('\n');
  if (window === undefined || window === '') throw new Error('The window was not found');
  return window;
}

/** The windows of a class that can be seen now; none is an answer too. */
export async function visibleWindows(desktop: Desktop, windowClass: string): Promise<string[]> {
  const search = ['search', '--onlyvisible', '--class', windowClass];
  const found = await run('xdotool', search, desktop.env).catch(() => '');
  return found.split('\n').filter((window) => window !== '');
}

/** Where a window is on the screen. */
export async function regionOf(desktop: Desktop, window: string): Promise<Region> {
  const shell = await run('xdotool', ['getwindowgeometry', '--shell', window], desktop.env);
  const value = (name: string): number =>
    Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(shell)?.[1]);
  return { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') };
}

function criteria(sought: WindowSought): string[] {
  if ('pid' in sought) return ['--all', '--pid', String(sought.pid), '--name', '.+'];
  if ('title' in sought) return ['--name', sought.title];
  return ['--class', sought.windowClass];
}

function geometry({ x, y, width, height }: Region): string {
  return `${width}x${height}+${x}+${y}`;
}
