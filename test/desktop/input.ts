import type { Desktop } from './desktop.ts';
import { run } from './run.ts';

/** The mouse buttons by the numbers X gives them. */
export const mouseButton = { left: 1, middle: 2, right: 3 } as const;

/** One of the mouse buttons. */
export type MouseButton = keyof typeof mouseButton;

/** Moves the mouse there and clicks, as a person would. */
export async function clickAt(
  desktop: Desktop,
  at: { readonly x: number; readonly y: number },
  button: MouseButton = 'left',
): Promise<void> {
  const where = [String(Math.round(at.x)), String(Math.round(at.y))];
  const press = ['click', String(mouseButton[button])];
  await run('xdotool', ['mousemove', '--sync', ...where, ...press], desktop.env);
}

/** Presses a key or a combination in the words of X, such as `ctrl+q` or `Escape`. */
export async function pressKey(desktop: Desktop, key: string): Promise<void> {
  await run('xdotool', ['key', '--', key], desktop.env);
}

/** Puts the mouse where it covers nothing worth picturing. */
export async function parkMouse(desktop: Desktop): Promise<void> {
  await run('xdotool', ['mousemove', '0', String(desktop.height - 1)], desktop.env);
}
