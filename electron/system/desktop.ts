import { writeFile } from 'atomically';
import { app, clipboard, dialog, shell } from 'electron';
import { linkAddresses, shellText } from '../../shared/text/shell-text.ts';
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
    reveal: ({ title, value }) => {
      const buttons = [shellText.copy, shellText.close];
      const closed = buttons.length - 1;
      dialog
        .showMessageBox({
          title,
          message: value,
          detail: shellText.secretAdvice,
          buttons,
          defaultId: closed,
          cancelId: closed,
          noLink: true,
        })
        .then(({ response }) => {
          if (response !== closed) clipboard.writeText(value);
        })
        .catch(() => log.warn('secret not shown'));
    },
    async saveText(name, text) {
      try {
        const { filePath } = await dialog.showSaveDialog({ defaultPath: name });
        if (!filePath) return 'cancelled';
        await writeFile(filePath, text);
        return 'saved';
      } catch (error) {
        log.warn('file not written', { why: error instanceof Error ? error.name : typeof error });
        return 'failed';
      }
    },
    // Not at once: the panel waits for an answer to the click that quits.
    quit: () => void setImmediate(() => app.quit()),
  };
}
