import { app, type Session, type WebContents } from 'electron';
import { isOwnAddress, pageAddress } from './page-files.ts';

export interface HardeningOptions {
  /** The developer tools are a page of their own; they exist in development only. */
  readonly developerTools: boolean;
  readonly refused: (what: string) => void;
}

/**
 * Refuses everything that the window has no use for, for every session and every page there will
 * ever be, so that one made by mistake is no hole.
 */
export function hardenEverything(options: HardeningOptions): void {
  app.on('session-created', (session) => hardenSession(session, options));
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, options));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
}

function hardenSession(session: Session, { developerTools, refused }: HardeningOptions): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    refused(`permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    refused('download');
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const allowed = isOwnAddress(url) || (developerTools && url.startsWith('devtools:'));
    if (!allowed) refused(`request to ${schemeOf(url)}`);
    answer({ cancel: !allowed });
  });
}

function hardenContents(contents: WebContents, options: HardeningOptions): void {
  const { refused } = options;
  const refuse = (what: string) => (event: { preventDefault(): void }) => {
    refused(what);
    event.preventDefault();
  };
  contents.on('will-navigate', refuse('navigation'));
  contents.on('will-frame-navigate', refuse('navigation of a frame'));
  contents.on('will-redirect', refuse('redirection'));
  contents.on('will-attach-webview', refuse('embedded page'));
  contents.setWindowOpenHandler(() => {
    refused('new window');
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  bringHome(contents, options);
}

/**
 * A page may leave for `about:` without anybody being asked, and to stop it while it starts to takes
 * the whole app down. Such a page gets no answer from us and keeps our content policy; once it is
 * there, ours takes its place again.
 */
function bringHome(contents: WebContents, { developerTools, refused }: HardeningOptions): void {
  const look = (): void => {
    const address = contents.getURL();
    if (isOwnAddress(address) || (developerTools && address.startsWith('devtools:'))) return;
    refused(`page at ${schemeOf(address)}`);
    // Not from within the event: this navigation has not quite ended.
    setImmediate(() => {
      if (!contents.isDestroyed()) contents.loadURL(pageAddress).catch(() => undefined);
    });
  };
  contents.on('did-navigate', look);
  // What cannot be loaded, such as about:srcdoc, leaves its address on a page of Chromium's own.
  contents.on('did-fail-load', (_event, _code, _why, _address, isMainFrame) => {
    if (isMainFrame) look();
  });
}

/** Only the scheme is for the log: the rest of an address may say something about a person. */
function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':')));
}
