import { app, protocol, type Session } from 'electron';
import { messages } from '../../../../shared/text/messages.ts';
import { pageFiles, pageScheme } from './page-files.ts';

/**
 * Makes our own scheme a full one, with an origin that a content policy can name, and whose scripts
 * are compiled once for many windows. Possible only before Electron is ready.
 */
export function announcePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Lets the page’s session, and no other, load the page. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(
    pageScheme,
    pageFiles(folder, { keep: app.isPackaged, language: () => messages.code }),
  );
}
