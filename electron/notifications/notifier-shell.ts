import { Notification } from 'electron';
import type { NoticeShell } from '../shells.ts';
import type { Clock } from '../system/clock.ts';
import type { Log } from '../system/log.ts';
import type { Notice } from './notice.ts';
import { shownBody } from './shown-body.ts';

export interface NotifierOptions {
  readonly icon: string;
  readonly clock: Clock;
  readonly log: Log;
}

type Click = (notice: Notice, action?: string) => void;

const patienceMs = 5000;
const mostKept = 50;

/**
 * Notices as the desktop shows them. One that the desktop neither shows nor refuses counts as
 * shown: it was handed over, and told again at every chance it would come for hours without end.
 */
export function openNotifier({ icon, clock, log }: NotifierOptions): NoticeShell {
  const listeners: Click[] = [];
  // One that is not kept is collected, and its click with it. Kept also once it is closed: Windows
  // says so when it only moves to its list, from where it can still be clicked.
  const kept = new Set<Notification>();
  const tell: Click = (notice, action) => {
    for (const heard of listeners) heard(notice, action);
  };

  function make(notice: Notice): Notification {
    const shown = new Notification({
      title: notice.title,
      body: shownBody(notice.body, process.platform),
      // macOS shows the app's own icon and would put this one beside it; Windows likewise.
      ...(process.platform === 'linux' ? { icon } : {}),
      ...(notice.action ? { actions: [{ type: 'button', text: notice.action.label }] } : {}),
    });
    shown.on('click', () => tell(notice));
    shown.on('action', () => tell(notice, notice.action?.wish));
    return shown;
  }

  function keep(shown: Notification): void {
    kept.add(shown);
    const [oldest] = kept;
    if (kept.size > mostKept && oldest) kept.delete(oldest);
  }

  function present(notice: Notice, end: (outcome: 'shown' | 'failed') => void): void {
    const shown = make(notice);
    shown.on('show', () => end('shown'));
    shown.on('failed', () => end('failed'));
    keep(shown);
    shown.show();
  }

  return {
    onClick: (heard) => void listeners.push(heard),
    show: (notice) =>
      new Promise((resolve) => {
        const timer = clock.after(patienceMs, () => {
          log.warn('notice neither shown nor refused', { id: notice.id });
          resolve('shown');
        });
        const end = (outcome: 'shown' | 'failed'): void => {
          timer.cancel();
          resolve(outcome);
        };
        try {
          if (Notification.isSupported()) present(notice, end);
          else end('failed');
        } catch (error) {
          log.error('notice not handed over', { id: notice.id, why: String(error) });
          end('failed');
        }
      }),
  };
}
