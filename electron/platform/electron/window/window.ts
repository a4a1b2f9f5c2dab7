import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme } from 'electron';
import { channel } from '../../../../shared/ipc/names.ts';
import type { WindowPort } from '../../../ports/app-ports.ts';
import type { KeptFile } from '../../../ports/kept-file.ts';
import type { Log } from '../../../ports/log.ts';
import { placeFrom } from './window-place.ts';

export interface WindowOptions {
  /** Holds `renderer/`, `icons/` and the preload script. */
  readonly outFolder: string;
  readonly placeFile: KeptFile;
  readonly log: Log;
  readonly developerTools: boolean;
}

/** The window, and what only the main process asks of it. */
export interface OwnWindow extends WindowPort {
  /** Id of the page that may call us; undefined while there is none. */
  pageId(): number | undefined;
  /** Resolves when the place of the last window is written, or was refused. */
  settled(): Promise<void>;
}

/**
 * The one window. It is made when it is wanted and destroyed when it is closed, so that its process
 * ends: most of the time nobody looks at it.
 */
export function openWindow(options: WindowOptions): OwnWindow {
  const listeners: ((open: boolean) => void)[] = [];
  let window: BrowserWindow | undefined;
  let coming = false;
  // Read with the settings, before there is a tray that a disk that hangs could hold up.
  let place = options.placeFile.read().value;
  let zoom = 1;
  let drawAtZoom = (): void => undefined;
  const tell = (open: boolean): void => {
    for (const heard of listeners) heard(open);
  };
  const come = async (): Promise<void> => {
    coming = true;
    try {
      const { made, zoomTo } = await makeWindow(options, place);
      window = made;
      drawAtZoom = () => zoomTo(made, zoom);
      drawAtZoom();
      // Chromium has its own idea of a page that is loaded anew.
      made.webContents.on('did-finish-load', drawAtZoom);
      made.on('close', () => {
        place = { ...made.getNormalBounds() };
        keepPlace(place, options);
      });
      made.once('closed', () => {
        window = undefined;
        tell(false);
      });
    } finally {
      coming = false;
    }
    tell(true);
  };
  return {
    open() {
      if (window) bringToFront(window);
      else if (!coming) come().catch((error) => notMade(options.log, error));
    },
    close: () => window?.close(),
    isOpen: () => window !== undefined,
    onChange: (heard) => void listeners.push(heard),
    send: (state) => window?.webContents.send(channel('stateChanged'), state),
    sendStuck: (stuck) => window?.webContents.send(channel('stateStuck'), stuck),
    setTheme(theme) {
      nativeTheme.themeSource = theme;
    },
    setZoom(factor) {
      zoom = factor;
      if (window) drawAtZoom();
    },
    async printPdf() {
      if (!window) return undefined;
      const { printPage } = await import('./print-page.ts');
      return printPage(window);
    },
    pageId: () => window?.webContents.id,
    settled: () => options.placeFile.settled(),
  };
}

/** Everything about the window is loaded with the first one: a start needs the tray and no more. */
async function makeWindow(options: WindowOptions, place: unknown) {
  const { createPageWindow, loadPage, workAreas, zoomTo } = await import('./page-window.ts');
  const window = createPageWindow({
    pageFolder: join(options.outFolder, 'renderer'),
    preload: join(options.outFolder, 'preload.cjs'),
    icon: join(options.outFolder, 'icons/app/128x128.png'),
    developerTools: options.developerTools,
    place: placeFrom(place, workAreas()),
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    options.log.error('window process gone', { reason, exitCode });
    window.destroy();
  });
  loadPage(window).catch((error) => {
    notMade(options.log, error);
    // Shown, so that nobody wonders why a click did nothing; the next one makes a new window.
    if (!window.isDestroyed()) window.show();
  });
  return { made: window, zoomTo };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  // Without a place in the dock the app is not brought forward with its window.
  if (process.platform === 'darwin') app.focus({ steal: true });
}

function keepPlace(place: unknown, { placeFile, log }: WindowOptions): void {
  placeFile
    .write(place)
    .catch((error) => log.warn('window place not kept', { why: String(error) }));
}

function notMade(log: Log, error: unknown): void {
  log.error('window not opened', { why: String(error) });
}
