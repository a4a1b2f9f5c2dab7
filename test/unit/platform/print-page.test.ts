import type { BrowserWindow } from 'electron';
import { expect, it } from 'vitest';
import { printPage } from '../../../electron/platform/electron/window/print-page.ts';
import { phrases as german } from '../../../shared/languages/de.ts';
import { speak } from '../../../shared/text/messages.ts';

/** What Chromium is asked for when a page is printed. */
async function printed(): Promise<Electron.PrintToPDFOptions | undefined> {
  const asked: Electron.PrintToPDFOptions[] = [];
  const webContents = {
    printToPDF: async (options: Electron.PrintToPDFOptions) => {
      asked.push(options);
      return Buffer.from('%PDF-');
    },
  };
  await printPage({ webContents } as Partial<BrowserWindow> as BrowserWindow);
  return asked[0];
}

const shown = (template = '') => template.replaceAll(/<span class="(\w+)"><\/span>/g, '{$1}');

it('prints pages that count themselves and can be read aloud, and nothing of Chromium’s own', async () => {
  const asked = await printed();
  expect(asked).toMatchObject({
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    displayHeaderFooter: true,
  });
  expect(shown(asked?.footerTemplate)).toContain('>Page {pageNumber} of {totalPages}<');
  expect(shown(asked?.headerTemplate)).not.toMatch(/\{(date|title|url)\}/);
});

it('counts pages in the language that is spoken', async () => {
  speak(german);
  const footer = shown((await printed())?.footerTemplate);
  expect(footer).toContain('>Seite {pageNumber} von {totalPages}<');
});
