import { spawn } from 'node:child_process';
import { displaySwitch } from '../platform/display.ts';

/**
 * Starts the tray as this process was started, but over X11: here Chromium has chosen already. Apart,
 * and loaded when it is needed, since whoever types a command waits for all that is loaded before.
 */
export function startOverX11(): void {
  // An AppImage takes its folder away when we are gone; the file itself stays.
  const program = process.env.APPIMAGE ?? process.execPath;
  const args = [...process.argv.slice(1), `--${displaySwitch}=x11`];
  spawn(program, args, { detached: true, stdio: 'inherit' }).unref();
}
