/**
 * Builds every icon the app needs from the SVG sources beside this file:
 *
 *     <out>/tray/linux/<panel>/<name>.png       22 px, and @2x
 *     <out>/tray/win/<panel>/<name>.ico         16, 20, 24, 32 and 48 px in one file
 *     <out>/tray/mac/<name>Template.png         16 px, and @2x; black, the system colours it
 *     <out>/app/<N>x<N>.png                     16 to 1024 px
 *     <out>/icon.png, <out>/icon.ico            the app's icon for packages and windows
 *
 * `panel` is `dark` or `light`: the panel the icon stands on, not the colour of the icon. `name`
 * is one of `trayIconNames`, followed by `-outdated` for its hollow form.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import pngToIco from 'png-to-ico';
import { svgPath } from './draw-tray.ts';
import { fileStem, trayIconNames } from './tray-icons.ts';

/** The colour of tray icons on each kind of panel. */
const inkOn = { dark: '#ffffff', light: '#16191d' } as const;

/**
 * Electron sends the panel nothing but the largest picture of an icon, so the largest is one that
 * halves to 22 pixels without blur.
 */
const linuxSizes = { '': 22, '@2x': 44 } as const;
const macSizes = { '': 16, '@2x': 32 } as const;
const windowsSizes = [16, 20, 24, 32, 48] as const;
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;
const largestInIco = 256;

const here = import.meta.dirname;

/** Renders all icons into a folder, which need not exist yet. */
export async function buildIcons(outDir: string): Promise<void> {
  const stems = trayIconNames.flatMap((name) => [
    fileStem(name, 'current'),
    fileStem(name, 'outdated'),
  ]);
  for (const stem of stems) {
    await buildTrayIcon(join(outDir, 'tray'), stem, {
      small: await readFile(join(here, svgPath(16, stem)), 'utf8'),
      large: await readFile(join(here, svgPath(22, stem)), 'utf8'),
    });
  }
  await buildAppIcon(outDir);
}

/** One icon drawn on the grid of 16 and on that of 22 pixels. */
type Drawn = { readonly small: string; readonly large: string };

async function buildTrayIcon(folder: string, stem: string, drawn: Drawn): Promise<void> {
  for (const panel of ['dark', 'light'] as const) {
    const ink = inkOn[panel];
    for (const [scale, size] of Object.entries(linuxSizes)) {
      const path = join(folder, 'linux', panel, `${stem}${scale}.png`);
      await write(path, render(drawn.large, size, ink));
    }
    const pngs = windowsSizes.map((size) => atSize(drawn, size, ink));
    await write(join(folder, 'win', panel, `${stem}.ico`), await pngToIco(pngs));
  }
  for (const [scale, size] of Object.entries(macSizes)) {
    const path = join(folder, 'mac', `${stem}Template${scale}.png`);
    await write(path, render(drawn.small, size, '#000000'));
  }
}

/** Takes the grid that fits the size without blur; 24 pixels are 22 with a margin. */
function atSize({ small, large }: Drawn, size: number, ink: string): Buffer {
  if (size === 24) return render(large.replace('0 0 22 22', '-1 -1 24 24'), size, ink);
  return render(size % 16 === 0 ? small : large, size, ink);
}

async function buildAppIcon(outDir: string): Promise<void> {
  const svg = await readFile(join(here, 'app.svg'), 'utf8');
  const pngs = appSizes.map((size) => ({ size, png: render(svg, size, '') }));
  for (const { size, png } of pngs) await write(join(outDir, 'app', `${size}x${size}.png`), png);
  const largest = pngs.at(-1);
  if (largest !== undefined) await write(join(outDir, 'icon.png'), largest.png);
  const inIco = pngs.filter(({ size }) => size <= largestInIco).map(({ png }) => png);
  await write(join(outDir, 'icon.ico'), await pngToIco(inIco));
}

function render(svg: string, size: number, ink: string): Buffer {
  const coloured = svg.replaceAll('currentColor', ink);
  return new Resvg(coloured, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

async function write(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

const [, script, outDir] = process.argv;
if (script === import.meta.filename && outDir !== undefined) await buildIcons(resolve(outDir));
