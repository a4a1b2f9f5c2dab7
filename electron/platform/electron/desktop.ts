import { app, clipboard, dialog, globalShortcut, shell } from 'electron';
import { linkAddresses } from '../../../shared/text/link-addresses.ts';
import { messages } from '../../../shared/text/messages.ts';
import type { DesktopPort } from '../../ports/app-ports.ts';
import type { Log } from '../../ports/log.ts';
import { plainParts } from '../files/plain-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import { openLoginItem } from './login-item.ts';

/** Clipboard, browser, login and leave. */
export function openDesktop(log: Log): DesktopPort {
  return {
    ...openLoginItem(log),
    copyText: (text) => clipboard.writeText(text),
    setShortcut(keys, pressed) {
      globalShortcut.unregisterAll();
      return keys === null || registered(keys, pressed, log);
    },
    openLink(link) {
      shell.openExternal(linkAddresses[link]).catch(() => log.warn('link not opened', { link }));
    },
    reveal: ({ title, value }) => {
      const buttons = [messages.shell.copy, messages.shell.close];
      const closed = buttons.length - 1;
      dialog
        .showMessageBox({
          title,
          message: value,
          detail: messages.shell.secretAdvice,
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
    saveText: (name, text) => save(name, text, log),
    saveBytes: (name, bytes) => save(name, Buffer.from(bytes), log),
    choosePlace,
    async chooseFile() {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'] });
      const [path] = filePaths;
      return path === undefined ? undefined : plainParts(path);
    },
    // Not at once: the panel waits for an answer to the click that quits.
    quit: () => void setImmediate(() => app.quit()),
  };
}

function registered(keys: string, pressed: () => void, log: Log): boolean {
  try {
    return globalShortcut.register(keys, pressed);
  } catch (error) {
    log.warn('shortcut not understood', { why: String(error) });
    return false;
  }
}

async function choosePlace(name: string): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog({ defaultPath: name });
  return filePath || undefined;
}

async function save(
  name: string,
  content: string | Buffer,
  log: Log,
): Promise<'saved' | 'cancelled' | 'failed'> {
  try {
    const path = await choosePlace(name);
    if (path === undefined) return 'cancelled';
    await replaceFile(path, content);
    return 'saved';
  } catch (error) {
    log.warn('file not written', { why: error instanceof Error ? error.name : typeof error });
    return 'failed';
  }
}
