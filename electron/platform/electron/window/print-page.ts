import type { BrowserWindow } from 'electron';
import { messages } from '../../../../shared/text/messages.ts';

/**
 * The page as a PDF: size and margins are those of its print style, its title that of the document, its
 * structure that of the page, for whoever has it read aloud.
 */
export function printPage({ webContents }: BrowserWindow): Promise<Buffer> {
  return webContents.printToPDF({
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    displayHeaderFooter: true,
    // Without one Chromium prints its own, with the address of the page.
    headerTemplate: '<span></span>',
    footerTemplate: footer(),
  });
}

/** Chromium fills in the numbers. Its templates have no style of their own, not even a size. */
function footer(): string {
  const number = (kind: string) => `<span class="${kind}"></span>`;
  const words = messages.statement.page({
    page: number('pageNumber'),
    pages: number('totalPages'),
  });
  const style = 'width: 100%; margin: 0 16mm; font: 8pt sans-serif; text-align: right';
  return `<div style="${style}">${words}</div>`;
}
