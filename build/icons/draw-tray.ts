import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeContactSheet } from './contact-sheet.ts';
import { fileStem, grids, trayIconNames, traySvg } from './tray-icons.ts';

/** Where the drawn SVG of an icon lies, seen from the folder of all icons. */
export function svgPath(size: number, stem: string): string {
  return join('tray', String(size), `${stem}.svg`);
}

/** Writes the SVG sources anew: `npm run icons` after a change to a shape. A test sees when it was not. */
export function drawTray(folder: string): void {
  for (const grid of grids) {
    mkdirSync(join(folder, 'tray', String(grid.size)), { recursive: true });
    for (const name of trayIconNames) {
      for (const freshness of ['current', 'outdated'] as const) {
        const path = join(folder, svgPath(grid.size, fileStem(name, freshness)));
        writeFileSync(path, traySvg(name, freshness, grid));
      }
    }
  }
}

/** Where the picture of all of them goes: made anew by everybody, and kept by nobody. */
const contactSheet = join(import.meta.dirname, '..', '..', '.cache', 'icons', 'contact-sheet.png');

if (process.argv[1] === import.meta.filename) {
  drawTray(import.meta.dirname);
  writeContactSheet(contactSheet);
  process.stdout.write(`Look at them: ${contactSheet}\n`);
}
