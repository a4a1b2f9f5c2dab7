import { Notification, nativeImage } from 'electron';
import type { Handing, NoticeOutcome, NotificationPort } from '../../ports/app-ports.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { Notice } from '../../ports/notice.ts';
import { within } from '../../ports/within.ts';
import { openSessionBus } from '../dbus/session-bus.ts';
import { openBusNotices } from './bus-notices.ts';
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
  return openBusNotices({ open: () => openSessionBus(process.env), icon, clock, log });
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
  // says so when it only moves to its list, from where it can still be clicked.
  readonly #kept = new Set<Notification>();

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  onClick(heard: Click): void {
    this.#listeners.push(heard);
  }

  /** Both systems take what they are given as long as somebody is signed in. */
  onChance(): void {}

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

  #present(notice: Notice, end: End): void {
    const shown = new Notification({
      // The system puts it in the place of one with the same id, so that one that an app before us
      // may have shown can be given again.
      id: noticeTag(notice),
      title: notice.title,
      body: notice.body,
      ...(notice.action ? { actions: [{ type: 'button', text: notice.action.label }] } : {}),
    });
    shown.on('click', () => this.#tell(notice));
    shown.on('action', () => this.#tell(notice, notice.action?.command));
    shown.on('show', () => end('shown'));
    shown.on('failed', () => end('failed'));
    this.#keep(shown);
    shown.show();
  }

  #keep(shown: Notification): void {
    this.#kept.add(shown);
    const [oldest] = this.#kept;
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
