import { createHash } from 'node:crypto';
import { listOf, type Value } from '../../electron/platform/dbus/values.ts';
import { type Bus, processOf, type Remote } from './bus.ts';
import { findEntry, type MenuEntry, readMenu } from './tray-menu.ts';

/** One size of a tray icon as the app sent it: ARGB, big-endian. */
export type IconPixmap = {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** Two icons with the same hash look the same. */
  readonly hash: string;
};

/** A tray icon seen from outside, as the panel sees it. */
export type TrayItem = {
  readonly pid: number;
  tooltip(): Promise<string>;
  title(): Promise<string>;
  status(): Promise<string>;
  iconPixmaps(): Promise<IconPixmap[]>;
  menu(): Promise<MenuEntry[]>;
  /** Presses the entry under these labels, outermost first. */
  press(labelPath: readonly string[]): Promise<void>;
  /** The same in two steps, for who wants to know how long the press itself takes. */
  entryAt(labelPath: readonly string[]): Promise<() => Promise<void>>;
  /** A left click. */
  activate(): Promise<void>;
  /** Calls with the words of the tooltip whenever the app says they changed. */
  watchTooltip(onChange: (tooltip: string) => void): Promise<() => void>;
  /** Settles with the tooltip once it fits, now or after any change. */
  tooltipThat(fits: (tooltip: string) => boolean, timeLimitMs?: number): Promise<string>;
};

const watcher: Remote = { name: 'org.kde.StatusNotifierWatcher', path: '/StatusNotifierWatcher' };
const itemInterface = 'org.kde.StatusNotifierItem';

/** Waits until a process has a tray icon, and gives it. */
export async function trayItemOf(
  desktop: { readonly bus: Bus },
  pid: number,
  timeLimitMs = 30_000,
): Promise<TrayItem> {
  const { bus } = desktop;
  let stop = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const found = await new Promise<Remote>((resolve, reject) => {
      const look = async (): Promise<void> => {
        const item = await findItem(bus, pid);
        if (item !== undefined) resolve(item);
      };
      const late = new Error(`Process ${pid} put nothing into the tray`);
      timer = setTimeout(() => reject(late), timeLimitMs);
      const begin = async (): Promise<void> => {
        const registered = `${watcher.name}.StatusNotifierItemRegistered`;
        stop = await bus.onSignal(registered, () => void look().catch(reject));
        await look();
      };
      begin().catch(reject);
    });
    return trayItem(bus, found, pid);
  } finally {
    clearTimeout(timer);
    stop();
  }
}

async function findItem(bus: Bus, pid: number): Promise<Remote | undefined> {
  const items = await bus.property(watcher, `${watcher.name}.RegisteredStatusNotifierItems`);
  for (const item of listOf(items).map(String)) {
    const slash = item.indexOf('/');
    const name = slash < 0 ? item : item.slice(0, slash);
    const path = slash < 0 ? '/StatusNotifierItem' : item.slice(slash);
    const owner = await processOf(bus, name).catch(() => undefined);
    if (owner === pid) return { name, path };
  }
  return undefined;
}

function trayItem(bus: Bus, at: Remote, pid: number): TrayItem {
  const text = async (property: string): Promise<string> =>
    String(await bus.property(at, `${itemInterface}.${property}`));
  const tooltip = async (): Promise<string> =>
    tooltipWords(await bus.property(at, `${itemInterface}.ToolTip`));
  const menuAt = async (): Promise<Remote> => ({ name: at.name, path: await text('Menu') });
  const watchTooltip: TrayItem['watchTooltip'] = (onChange) =>
    bus.onSignal(`${itemInterface}.NewToolTip`, (signal) => {
      if (signal.path === at.path) void tooltip().then(onChange, () => undefined);
    });
  return {
    pid,
    tooltip,
    title: () => text('Title'),
    status: () => text('Status'),
    iconPixmaps: async () => pixmaps(await bus.property(at, `${itemInterface}.IconPixmap`)),
    menu: async () => readMenu(bus, await menuAt()),
    press: async (labelPath) => (await findEntry(bus, await menuAt(), labelPath))(),
    entryAt: async (labelPath) => findEntry(bus, await menuAt(), labelPath),
    activate: async () => void (await bus.call(at, `${itemInterface}.Activate`, 'ii', [0, 0])),
    watchTooltip,
    tooltipThat: (fits, timeLimitMs = 30_000) =>
      tooltipThat({ tooltip, watchTooltip }, fits, timeLimitMs),
  };
}

async function tooltipThat(
  item: Pick<TrayItem, 'tooltip' | 'watchTooltip'>,
  fits: (tooltip: string) => boolean,
  timeLimitMs: number,
): Promise<string> {
  let last = '';
  let stop = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      const look = (now: string): void => {
        last = now;
        if (fits(now)) resolve(now);
      };
      timer = setTimeout(
        () => reject(new Error(`The tray never said it; last it said: ${last}`)),
        timeLimitMs,
      );
      const begin = async (): Promise<void> => {
        stop = await item.watchTooltip(look);
        look(await item.tooltip());
      };
      begin().catch(reject);
    });
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/** A tooltip is icon name, pixmaps, title and text; apps use one or both of the last two. */
function tooltipWords(value: Value): string {
  const [, , title, text] = listOf(value).map(String);
  return [title, text].filter((part) => part !== undefined && part !== '').join('\n');
}

function pixmaps(value: Value): IconPixmap[] {
  return listOf(value).map((pixmap) => {
    const [width, height, content] = listOf(pixmap);
    const bytes = content instanceof Uint8Array ? content : new Uint8Array();
    const hash = createHash('sha256').update(bytes).digest('hex');
    return { width: Number(width), height: Number(height), bytes, hash };
  });
}
