import { readFile } from 'node:fs/promises';
import { processOf } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { startKeyring } from './keyring.ts';
import { startPart } from './part.ts';

/** A program of the desktop that apps speak to, as far as something can be done to it. */
export type Program = {
  /** It keeps its name on the bus and does nothing any more. */
  stop(): void;
  goOn(): void;
  /** Gone from one moment to the next. */
  kill(): void;
};

const names = {
  bus: 'org.freedesktop.DBus',
  keychain: 'org.freedesktop.secrets',
  notifications: 'org.freedesktop.Notifications',
  tray: 'org.kde.StatusNotifierWatcher',
} as const;

const commands = {
  notifications: ['dunst'],
  tray: ['xfce4-panel', '--disable-wm-check'],
} as const;

/** The one that does this on a desktop now. */
export async function programFor(
  what: keyof typeof names,
  { bus, onStop }: Pick<Desktop, 'bus' | 'onStop'>,
): Promise<Program> {
  const group = await groupOf(await processOf(bus, names[what]));
  const signal = (kind: NodeJS.Signals) => (): void => {
    try {
      process.kill(-group, kind);
    } catch {
      // It is gone already.
    }
  };
  const goOn = signal('SIGCONT');
  // One that stands still would not end with its desktop.
  onStop(goOn);
  return { stop: signal('SIGSTOP'), goOn, kill: signal('SIGKILL') };
}

/** Starts one once there is none. It reads the same settings as one that was there before. */
export async function startProgram(what: keyof typeof commands, desktop: Desktop): Promise<void> {
  const [command, ...args] = commands[what];
  await desktop.bus.free(names[what]);
  const ready = (): Promise<void> => desktop.bus.owned(names[what]);
  const part = await startPart({ name: command, command, args, env: desktop.env, ready });
  desktop.onStop(() => part.kill());
}

/** Has the keychain end from one moment to the next, and another one with the same secrets begin. */
export async function restartKeychain(desktop: Desktop): Promise<void> {
  const { bus, env, onStop } = desktop;
  (await programFor('keychain', desktop)).kill();
  await bus.free(names.keychain);
  const part = await startKeyring({ bus, env, locked: false });
  onStop(() => part.kill());
}

/** Each was started in a group of its own; what speaks on the bus may be a helper of it. */
async function groupOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const group = Number(stat.slice(stat.lastIndexOf(')')).split(' ')[3]);
  if (!(group > 1)) throw new Error(`Process ${pid} is in no group`);
  return group;
}
