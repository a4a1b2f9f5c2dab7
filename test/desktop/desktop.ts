import { readFile } from 'node:fs/promises';
import { type Bus, openBus } from './bus.ts';
import { type Home, type LocaleVariables, makeHome } from './folders.ts';
import { type KeyringState, startKeyring } from './keyring.ts';
import { colours, type Theme } from './looks.ts';
import { type Part, startPart } from './part.ts';
import { run } from './run.ts';
import { untilStopped } from './stopping.ts';

/** Which desktop a test or the demo asks for. */
export type DesktopOptions = {
  /** An empty or new folder; its `home` becomes the home of everything on this desktop. */
  readonly folder: string;
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
  readonly without?: readonly ('tray' | 'keyring' | 'notifications')[];
  readonly keyring?: KeyringState;
  /** In whose region and language its programs are started; without it, in none (`C`). */
  readonly locale?: LocaleVariables;
};

/** A running desktop of real programs that nobody has to look at. */
export type Desktop = {
  /** The environment for a program that is to appear on this desktop, and nothing of ours else. */
  readonly env: Readonly<Record<string, string>>;
  readonly bus: Bus;
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** Adds something to be ended before the desktop's own parts. */
  onStop(end: () => void): void;
  stop(): Promise<void>;
};

/** Starts the display, the bus and everything a desktop needs, each awaited by looking at it. */
export async function startDesktop(options: DesktopOptions): Promise<Desktop> {
  const { folder, theme = 'light', width = 1280, height = 800 } = options;
  const { locale } = options;
  const home = await makeHome({ folder, theme, width, ...(locale ? { locale } : {}) });
  const stopping = untilStopped(() => home.remove());
  const add = async (part: Promise<Part>): Promise<void> => stopping.add(await part);
  try {
    const display = await startDisplay(home, { width, height });
    stopping.add(display.part);
    const env = { ...home.env, DISPLAY: display.name };
    await add(startBus(home, env));
    const bus = await openBus(env);
    stopping.addEnd(() => bus.close());
    await paintWall(colours[theme].wall, env);
    await startPrograms({ options, env, bus, add, dunstConfig: home.dunstConfig });
    const { stop, addEnd: onStop } = stopping;
    return { env, bus, width, height, theme, onStop, stop };
  } catch (error) {
    await stopping.stop();
    throw error;
  }
}

type Size = { readonly width: number; readonly height: number };

async function startDisplay(home: Home, size: Size): Promise<{ part: Part; name: string }> {
  let name = '';
  const part = await startPart({
    name: 'Xvfb',
    command: 'Xvfb',
    // The server picks a free number itself, so that desktops can run side by side.
    args: ['-displayfd', '1', '-screen', '0', `${size.width}x${size.height}x24`, '-noreset'],
    env: home.env,
    ready: async (firstLine) => {
      name = `:${await firstLine}`;
    },
  });
  return { part, name };
}

function startBus(home: Home, env: Env): Promise<Part> {
  return startPart({
    name: 'dbus-daemon',
    command: 'dbus-daemon',
    args: [`--config-file=${home.busConfig}`, '--nofork', '--nopidfile', '--print-address=1'],
    env,
    ready: (firstLine) => firstLine,
  });
}

type Env = Readonly<Record<string, string>>;

type ProgramPlan = {
  readonly options: DesktopOptions;
  readonly env: Env;
  readonly bus: Bus;
  readonly dunstConfig: string;
  add(part: Promise<Part>): Promise<void>;
};

async function startPrograms({ options, env, bus, dunstConfig, add }: ProgramPlan): Promise<void> {
  const without = new Set(options.without ?? []);
  const program = (command: string, args: readonly string[], ready: () => Promise<unknown>) =>
    add(startPart({ name: command, command, args, env, ready }));
  const keyring = without.has('keyring') ? 'absent' : (options.keyring ?? 'unlocked');
  if (keyring !== 'absent') await add(startKeyring({ env, bus, locked: keyring === 'locked' }));
  await program(await settingsProgram(), [], () => bus.owned('org.xfce.Xfconf'));
  await program('xfwm4', ['--sm-client-disable'], () => windowManagerShows(env));
  if (!without.has('notifications')) {
    const owned = (): Promise<void> => bus.owned('org.freedesktop.Notifications');
    await program('dunst', ['-config', dunstConfig], owned);
  }
  if (!without.has('tray')) {
    const owned = (): Promise<void> => bus.owned('org.kde.StatusNotifierWatcher');
    await program('xfce4-panel', ['--disable-wm-check'], owned);
    await run('xdotool', ['search', '--sync', '--onlyvisible', '--class', 'xfce4-panel'], env);
  }
}

/** ImageMagick ends with 1 even after painting the root window, so its answer says nothing. */
async function paintWall(colour: string, env: Env): Promise<void> {
  await run('sh', ['-c', 'display -window root "xc:$0" || true', colour], env);
}

/**
 * A window manager announces itself on the root window. `xprop -spy` reads before it listens and
 * can miss that moment, so the property is looked at again until it is there.
 */
async function windowManagerShows(env: Env): Promise<void> {
  const look = 'xprop -root -notype _NET_SUPPORTING_WM_CHECK';
  const looking = await startPart({
    name: 'xprop',
    command: 'sh',
    args: ['-c', `until ${look} | grep 0x; do sleep 0.02; done`],
    env,
    ready: (firstLine) => firstLine,
  });
  await looking.stop();
}

/** The settings of panel and windows come from a program that only the bus knows how to find. */
async function settingsProgram(): Promise<string> {
  const service = await readFile('/usr/share/dbus-1/services/org.xfce.Xfconf.service', 'utf8');
  return /^Exec=(\S+)/m.exec(service)?.[1] ?? 'xfconfd';
}
