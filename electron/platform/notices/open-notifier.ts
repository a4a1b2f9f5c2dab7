import { Notification, nativeImage } from 'electron';
import type { NoticeTest } from '../../../shared/domain/app/notice-test.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { Handing, NoticeOutcome, NotificationPort } from '../../ports/app-ports.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Notice } from '../../ports/notice.ts';
import { within } from '../../ports/within.ts';
import { openSessionBus } from '../dbus/session-bus.ts';
import { lazyNotices } from './lazy-notices.ts';
import { noticeTag } from './notice-tag.ts';
import type { Picture } from './notify-call.ts';

export interface NotifierOptions {
  /** A file in PNG. */
  readonly icon: string;
  readonly clock: Clock;
  readonly log: Log;
}

type Click = (notice: Notice, action?: string) => void;
type End = (outcome: NoticeOutcome) => void;

const patienceMs = 5000;
const mostKept = 50;
const desktop = 'desktop';

/** Notices as the desktop shows them. */
export function openNotifier(options: NotifierOptions): NotificationPort {
  if (process.platform !== 'linux') return new ElectronNotices(options);
  const { icon: file, clock, log } = options;
  let picture: Picture | undefined;
  const icon = (): Picture => {
    picture ??= pictureFrom(file);
    return picture;
  };
  return lazyNotices(async () => {
    const { openBusNotices } = await import('./bus-notices.ts');
    return openBusNotices({ open: () => openSessionBus(process.env), icon, clock, log });
  });
}

/**
 * On macOS and Windows, where handing over holds nothing up. One that the desktop neither shows nor
 * refuses counts as shown: it was handed over, and told again at every chance it would come for
 * hours without end.
 */
class ElectronNotices implements NotificationPort {
  readonly #options: NotifierOptions;
  readonly #listeners: Click[] = [];
  // One that is not kept is collected, and its click with it. Kept also once it is closed: Windows
  // says so when it only moves to its list, from where it can still be clicked. By tag: a newer one
  // of the same topic takes the place of the older one here as it does on the screen.
  readonly #kept = new Map<string, { readonly notice: Notice; readonly shown: Notification }>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  onClick(heard: Click): void {
    this.#listeners.push(heard);
  }

  /** Both systems take what they are given as long as somebody is signed in. */
  onChance(): void {}

  standing(): readonly Notice[] {
    return [...this.#kept.values()].map(({ notice }) => notice);
  }

  withdraw(notice: Notice): void {
    const tag = noticeTag(notice);
    const kept = this.#kept.get(tag);
    if (kept?.notice.id !== notice.id) return;
    this.#kept.delete(tag);
    kept.shown.close();
  }

  async show(notice: Notice, { begins }: Handing): Promise<NoticeOutcome> {
    const { clock, log } = this.#options;
    if (!Notification.isSupported()) return 'failed';
    await begins(desktop);
    const handed = new Promise<NoticeOutcome>((resolve) => {
      try {
        this.#present(notice, resolve);
      } catch (error) {
        log.error('notice not handed over', { id: notice.id, why: String(error) });
        resolve('failed');
      }
    });
    return within(clock, patienceMs, handed, () => {
      log.warn('notice neither shown nor refused', { id: notice.id });
      return 'shown';
    });
  }

  async test(notice: Notice): Promise<NoticeTest> {
    if (!Notification.isSupported()) return 'unsupported';
    const handed = new Promise<NoticeTest>((resolve) => {
      this.#present(notice, (outcome) => resolve(outcome === 'shown' ? 'shown' : 'refused'));
    });
    const { clock } = this.#options;
    const told = within<NoticeTest>(clock, patienceMs, handed, () => 'noAnswer');
    return told.catch(() => 'refused' as const);
  }

  #present(notice: Notice, end: End): void {
    const { title, body, action, urgency } = notice;
    const tag = noticeTag(notice);
    const labels = [...(action ? [action.label] : []), messages.shell.openButton];
    const shown = new Notification({
      // The system puts it in the place of one with the same id, so that one that an app before us
      // may have shown can be given again.
      id: tag,
      title,
      body,
      ...(urgency ? { urgency } : {}),
      actions: labels.map((text) => ({ type: 'button', text })),
    });
    shown.on('click', () => this.#tell(notice));
    shown.on('action', ({ actionIndex }, before) => {
      // Earlier versions of Electron say which only beside the event.
      const isFirst = (actionIndex ?? before) === 0;
      if (action && isFirst) this.#tell(notice, action.command);
      else this.#tell(notice);
    });
    shown.on('show', () => end('shown'));
    shown.on('failed', () => end('failed'));
    this.#keep(tag, { notice, shown });
    shown.show();
  }

  #keep(tag: string, kept: { readonly notice: Notice; readonly shown: Notification }): void {
    this.#kept.delete(tag);
    this.#kept.set(tag, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest) this.#kept.delete(oldest);
  }

  #tell(...click: Parameters<Click>): void {
    for (const heard of this.#listeners) heard(...click);
  }
}

/** Electron has the points blue first, and darkened by their transparency. */
function pictureFrom(file: string): Picture {
  const image = nativeImage.createFromPath(file);
  const bgra = image.toBitmap();
  const rgba = new Uint8Array(bgra.length);
  for (let at = 0; at < bgra.length; at += 4) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = bgra.subarray(at, at + 4);
    const clear = (channel: number) => (alpha === 0 ? 0 : Math.round((channel * 255) / alpha));
    rgba.set([clear(red), clear(green), clear(blue), alpha], at);
  }
  return { ...image.getSize(), rgba };
}
