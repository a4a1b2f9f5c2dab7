import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  busConfig,
  dunstConfig,
  gtkSettings,
  panelChannel,
  promptService,
  windowManagerChannel,
} from './looks.ts';

/** Where a desktop lives and the environment every program on it gets. */
export type Home = {
  readonly home: string;
  /** Holds the sockets. A socket's path may have 108 bytes, so this is never inside `home`. */
  readonly runtime: string;
  readonly busConfig: string;
  readonly dunstConfig: string;
  readonly env: Readonly<Record<string, string>>;
  remove(): void;
};

/** What the environment says of region and language: `{ LANG: 'de_DE.UTF-8' }`. */
export type LocaleVariables = {
  readonly [name in 'LANG' | 'LANGUAGE' | `LC_${string}`]?: string;
};

/** What shapes the home of a desktop. */
export type HomeOptions = {
  readonly folder: string;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  /** Plain unless it is given; nothing is added to what it says. */
  readonly locale?: LocaleVariables;
};

const plainLocale: LocaleVariables = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };

/** Writes a private home in which no program can find anything of the person running the test. */
export async function makeHome(options: HomeOptions): Promise<Home> {
  const { folder, theme, width, locale = plainLocale } = options;
  const runtime = mkdtempSync(join(tmpdir(), 'chargetray-desk-'));
  const home = join(folder, 'home');
  const config = join(home, '.config');
  const services = join(runtime, 'services');
  const files: Record<string, string> = {
    [join(runtime, 'bus.conf')]: busConfig(join(runtime, 'bus'), services),
    [join(services, 'prompter.service')]: promptService,
    [join(config, 'dunst', 'dunstrc')]: dunstConfig(theme),
    [join(config, 'gtk-3.0', 'settings.ini')]: gtkSettings(theme),
    [channelFile(config, 'xfce4-panel')]: panelChannel(theme, width),
    [channelFile(config, 'xfwm4')]: windowManagerChannel(),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return {
    home,
    runtime,
    busConfig: join(runtime, 'bus.conf'),
    dunstConfig: join(config, 'dunst', 'dunstrc'),
    env: { ...inherited(), ...privateEnv(home, runtime), ...locale },
    remove: () => rmSync(runtime, { recursive: true, force: true, maxRetries: 3 }),
  };
}

function channelFile(config: string, channel: string): string {
  return join(config, 'xfce4', 'xfconf', 'xfce-perchannel-xml', `${channel}.xml`);
}

function privateEnv(home: string, runtime: string): Record<string, string> {
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_RUNTIME_DIR: runtime,
    // Chromium looks here to decide which keychain to use.
    XDG_CURRENT_DESKTOP: 'XFCE',
    XDG_SESSION_TYPE: 'x11',
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'bus')}`,
    // No settings daemon and no screen reader bus run here; looking for them costs start-up time.
    GSETTINGS_BACKEND: 'memory',
    NO_AT_BRIDGE: '1',
  };
}

const sessionVariables =
  /^(DISPLAY|XAUTHORITY|WAYLAND_|DBUS_|GNOME_|GTK_|GDK_|QT_|XDG_|SESSION_MANAGER|SSH_|DESKTOP_)/;
const localeVariables = /^(LANG|LANGUAGE|LC_\w+)$/;

function inherited(): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    const isTheirs = sessionVariables.test(name) || localeVariables.test(name);
    if (value !== undefined && !isTheirs) kept[name] = value;
  }
  return kept;
}
