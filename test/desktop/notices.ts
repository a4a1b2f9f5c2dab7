import { listOf, type Value } from '../../electron/platform/dbus/values.ts';
import { type Bus, type Remote, watchCalls } from './bus.ts';
import type { Desktop } from './desktop.ts';

/** A notification as an app asked for it, whether or not anybody shows it. */
export type Notice = {
  readonly app: string;
  readonly summary: string;
  readonly body: string;
  /** Key and label of each button. */
  readonly actions: readonly { readonly key: string; readonly label: string }[];
  /** The notification this one replaces, or 0. */
  readonly replaces: number;
};

/** A notification as the notification program shows or has shown it. */
export type ShownNotice = {
  readonly id: number;
  readonly appname: string;
  readonly summary: string;
  readonly body: string;
};

/** Everything there is to know about the notifications of a desktop. */
export type Notices = {
  /** Every request on the bus so far, in order: for asserting "exactly one". */
  seen(): readonly Notice[];
  onNotice(listener: (notice: Notice) => void): () => void;
  /** Settles with the first notice that fits, also one that has come already. */
  noticeThat(fits: (notice: Notice) => boolean, timeLimitMs?: number): Promise<Notice>;
  /** How many are on the screen now. */
  displayed(): Promise<number>;
  /** Those that have been closed, latest first. */
  history(): Promise<ShownNotice[]>;
  /** What a click on the notification does; 0 is the one that came last. */
  click(position?: number): Promise<void>;
  /** Presses the first button there is. */
  pressButton(): Promise<void>;
  closeAll(): Promise<void>;
};

/** Begins to listen. Only what comes later is counted. */
export async function watchNotices(desktop: Desktop): Promise<Notices> {
  const seen: Notice[] = [];
  const listeners = new Set<(notice: Notice) => void>();
  const rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'";
  const stop = await watchCalls(desktop.env, [rule], ({ body }) => {
    const notice = noticeOf(body);
    seen.push(notice);
    for (const listener of listeners) listener(notice);
  });
  desktop.onStop(stop);
  const onNotice: Notices['onNotice'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    seen: () => [...seen],
    onNotice,
    noticeThat: (fits, timeLimitMs = 30_000) => noticeThat({ seen, onNotice, fits, timeLimitMs }),
    ...control(desktop.bus),
  };
}

type Awaited = {
  readonly seen: readonly Notice[];
  readonly onNotice: Notices['onNotice'];
  readonly fits: (notice: Notice) => boolean;
  readonly timeLimitMs: number;
};

function noticeThat({ seen, onNotice, fits, timeLimitMs }: Awaited): Promise<Notice> {
  const already = seen.find(fits);
  if (already !== undefined) return Promise.resolve(already);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      const came = seen.map(({ summary }) => `"${summary}"`).join(', ');
      reject(new Error(`No such notification; those that came: ${came || 'none'}`));
    }, timeLimitMs);
    const stop = onNotice((notice) => {
      if (!fits(notice)) return;
      clearTimeout(timer);
      stop();
      resolve(notice);
    });
  });
}

const server: Remote = {
  name: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
};
const dunst = 'org.dunstproject.cmd0';

function control(bus: Bus): Omit<Notices, 'seen' | 'onNotice' | 'noticeThat'> {
  return {
    displayed: async () => Number(await bus.property(server, `${dunst}.displayedLength`)),
    history: async () =>
      listOf(await bus.call(server, `${dunst}.NotificationListHistory`)).map(shownNotice),
    click: async (position = 0) =>
      void (await bus.call(server, `${dunst}.NotificationAction`, 'u', [position])),
    pressButton: async () => void (await bus.call(server, `${dunst}.ContextMenuCall`)),
    closeAll: async () => void (await bus.call(server, `${dunst}.NotificationCloseAll`)),
  };
}

/** Reads the arguments of `Notify`: app, replaces, icon, summary, body, actions, hints, expiry. */
export function noticeOf(body: readonly Value[]): Notice {
  const [app, replaces, , summary, text, list] = body;
  const words = listOf(list).map(String);
  const actions = words.flatMap((key, index) =>
    index % 2 === 0 ? [{ key, label: words[index + 1] ?? '' }] : [],
  );
  return {
    app: String(app),
    summary: String(summary),
    body: String(text),
    actions,
    replaces: Number(replaces),
  };
}

function shownNotice(entry: Value): ShownNotice {
  const text = (key: string): string => String(entry instanceof Map ? (entry.get(key) ?? '') : '');
  return {
    id: Number(text('id')),
    appname: text('appname'),
    summary: text('summary'),
    body: text('body'),
  };
}
