import { BrowserWindow, nativeTheme, screen, session } from 'electron';
import { appName } from '../../../../shared/text/app-name.ts';
import { pageAddress } from './page-files.ts';
import { servePage } from './page-protocol.ts';
import { leastWidth, smallest, type WindowPlace } from './window-place.ts';

/** What the page paints first, so that the window does not flash. Same as in its style. */
const ground = { light: '#f4f5f7', dark: '#14171a' } as const;

/** A page that has come is painted long before that. */
const longestUnpaintedMs = 500;

export interface PageWindowOptions {
  readonly pageFolder: string;
  readonly preload: string;
  readonly icon: string;
  readonly developerTools: boolean;
  readonly place: WindowPlace;
}

/** Makes the window; it shows itself once there is something to see. */
export function createPageWindow(options: PageWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options.place,
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: appName,
    icon: options.icon,
    show: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    backgroundColor: groundNow(),
    webPreferences: {
      session: pageSession(options.pageFolder),
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      webgl: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: options.developerTools,
    },
  });
  const repaint = (): void => window.setBackgroundColor(groundNow());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
  showOncePainted(window);
  return window;
}

/**
 * Chromium says nothing of a page that has painted too little, or nothing because it failed: shown
 * all the same, so that a click is never without an answer.
 */
function showOncePainted(window: BrowserWindow): void {
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  window.webContents.once('did-finish-load', () => setTimeout(show, longestUnpaintedMs));
}

/** Draws the page larger or smaller, and gives the window the room that it needs for that. */
export function zoomTo(window: BrowserWindow, factor: number): void {
  window.webContents.setZoomFactor(factor);
  const { workArea } = screen.getDisplayMatching(window.getBounds());
  const least = leastWidth(factor, workArea.width);
  window.setMinimumSize(least, smallest.height);
  const [width = least, height = smallest.height] = window.getSize();
  if (width < least) window.setSize(least, height);
}

/** Loads the page; rejects when it cannot be loaded. */
export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(pageAddress);
}

/** The parts of all screens that no panel covers. */
export function workAreas(): readonly Electron.Rectangle[] {
  return screen.getAllDisplays().map(({ workArea }) => workArea);
}

/**
 * The default one, which Electron makes in any case. The page stores nothing, answers are not kept;
 * what is kept is what V8 made of our scripts, so that the next window need not compile them.
 */
function pageSession(pageFolder: string): Electron.Session {
  const own = session.defaultSession;
  if (!own.protocol.isProtocolHandled('chargetray')) servePage(own, pageFolder);
  return own;
}

function groundNow(): string {
  return nativeTheme.shouldUseDarkColors ? ground.dark : ground.light;
}
