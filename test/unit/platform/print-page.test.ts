import type { BrowserWindow } from 'electron';
import { expect, it } from 'vitest';
import { printPage } from '../../../electron/platform/electron/window/print-page.ts';

it('prints pages that count themselves and can be read aloud, and nothing of Chromium’s own', async () => {
  const asked: Electron.PrintToPDFOptions[] = [];
  const webContents = {
    printToPDF: async (options: Electron.PrintToPDFOptions) => {
      asked.push(options);
      return Buffer.from('%PDF-');
    },
  };
  await printPage({ webContents } as Partial<BrowserWindow> as BrowserWindow);
  expect(asked).toMatchObject([
    { preferCSSPageSize: true, generateTaggedPDF: true, displayHeaderFooter: true },
  ]);
  const shown = (template = '') => template.replaceAll(/<span class="(\w+)"><\/span>/g, '{$1}');
  expect(shown(asked[0]?.footerTemplate)).toContain('>Page {pageNumber} of {totalPages}<');
  expect(shown(asked[0]?.headerTemplate)).not.toMatch(/\{(date|title|url)\}/);
});
