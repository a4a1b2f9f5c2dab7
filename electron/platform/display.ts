import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How this process would come onto a screen. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What Chromium has chosen, or was told, by its name for it; empty where it says nothing. */
  readonly chosen: string;
  readonly isThere?: (path: string) => boolean;
}

/**
 * How to come onto a screen where Chromium's own choice leads to none: over X11, or not at all.
 * Variables of Wayland outlive its session, and Chromium, which goes by them, would crash without a
 * word. To be asked before Electron looks for its screen.
 */
export function otherDisplay(surroundings: Surroundings): 'x11' | 'none' | undefined {
  const { chosen, environment, platform } = surroundings;
  if (platform !== 'linux') return undefined;
  const hasX11 = Boolean(environment.DISPLAY);
  if (chosen !== 'wayland' && (hasX11 || !['', 'x11'].includes(chosen))) return undefined;
  if (hasWayland(surroundings)) return undefined;
  return hasX11 ? 'x11' : 'none';
}

/** Somebody may also have opened the socket for us. */
function hasWayland({ environment, isThere = existsSync }: Surroundings): boolean {
  const { WAYLAND_DISPLAY, WAYLAND_SOCKET, XDG_RUNTIME_DIR } = environment;
  if (WAYLAND_SOCKET) return true;
  const name = WAYLAND_DISPLAY || 'wayland-0';
  if (name.startsWith('/')) return isThere(name);
  return Boolean(XDG_RUNTIME_DIR) && isThere(join(XDG_RUNTIME_DIR ?? '', name));
}

/** Chromium's switch for it. */
export const displaySwitch = 'ozone-platform';

/** The same for this process; `app` is Electron's. */
export function otherDisplayOf(app: {
  readonly commandLine: { getSwitchValue(name: string): string };
}): ReturnType<typeof otherDisplay> {
  const { env: environment, platform } = process;
  const chosen = app.commandLine.getSwitchValue(displaySwitch);
  return otherDisplay({ platform, environment, chosen });
}
