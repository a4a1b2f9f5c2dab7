import { app, clipboard, shell } from 'electron';
import { linkAddresses } from '../../shared/text/shell-text.ts';
import type { DesktopShell } from '../shells.ts';
import type { Log } from './log.ts';
import { setOpenAtLogin } from './login-item.ts';

/** Clipboard, browser, login and leave. */
export function openDesktop(log: Log): DesktopShell {
  return {
    setOpenAtLogin(open) {
      try {
        setOpenAtLogin(open);
      } catch (error) {
        log.error('login item not changed', { open, why: String(error) });
      }
    },
    copyText: (text) => clipboard.writeText(text),
    openLink(link) {
      shell.openExternal(linkAddresses[link]).catch(() => log.warn('link not opened', { link }));
    },
    // Not at once: the panel waits for an answer to the click that quits.
    quit: () => void setImmediate(() => app.quit()),
  };
}
