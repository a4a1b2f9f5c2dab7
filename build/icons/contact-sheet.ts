import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { fileStem, grids, trayIconNames, traySvg } from './tray-icons.ts';

/** The two kinds of panel, and the ink on them. */
const panels = [
  { ground: '#eceff1', ink: '#16191d' },
  { ground: '#24282d', ink: '#ffffff' },
] as const;

const enlarged = 8;
const margin = 12;
const perRow = 8;

/** One icon as it will be seen, at real size and so that its pixels can be counted. */
type Cell = { readonly label: string; readonly png: string; readonly size: number };

/**
 * Writes a picture with every icon at real size and eightfold, on light and on dark ground: what
 * cannot be recognised there cannot be recognised in a panel. For the eye only, and never packed.
 */
export function writeContactSheet(path: string): void {
  const blocks = grids.flatMap(({ size }) => panels.map((panel) => ({ size, ...panel })));
  let top = 0;
  let width = 0;
  const parts = blocks.map(({ size, ground, ink }) => {
    const cells = cellsOf(size, ink);
    const block = drawBlock(cells, { size, ground, ink, top });
    top += block.height;
    width = Math.max(width, block.width);
    return block.svg;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}">`,
    ...parts,
    '</svg>',
  ].join('\n');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, new Resvg(svg).render().asPng());
}

function cellsOf(size: number, ink: string): readonly Cell[] {
  const grid = grids.find((one) => one.size === size);
  if (!grid) throw new Error(`No grid of ${size} pixels`);
  return trayIconNames.flatMap((name) =>
    (['current', 'outdated'] as const).map((freshness) => {
      const svg = traySvg(name, freshness, grid).replaceAll('currentColor', ink);
      const png = new Resvg(svg).render().asPng().toString('base64');
      return { label: fileStem(name, freshness), png, size };
    }),
  );
}

type Place = {
  readonly size: number;
  readonly ground: string;
  readonly ink: string;
  readonly top: number;
};

function drawBlock(cells: readonly Cell[], { size, ground, ink, top }: Place) {
  const large = size * enlarged;
  const cellWidth = large + size + 3 * margin;
  const cellHeight = large + 2 * margin + 10;
  const width = perRow * cellWidth;
  const height = Math.ceil(cells.length / perRow) * cellHeight;
  const drawn = cells.map(({ label, png }, index) => {
    const x = (index % perRow) * cellWidth + margin;
    const y = top + Math.floor(index / perRow) * cellHeight + margin;
    return [
      image(png, { x, y, size: large }),
      image(png, { x: x + large + margin, y, size }),
      `<text x="${x}" y="${y + large + 11}" font-size="11" fill="${ink}">${label}</text>`,
    ].join('\n');
  });
  const back = `<path fill="${ground}" d="M0 ${top}h${width}v${height}H0z"/>`;
  return { svg: [back, ...drawn].join('\n'), width, height };
}

function image(png: string, at: { readonly x: number; readonly y: number; readonly size: number }) {
  const where = `x="${at.x}" y="${at.y}" width="${at.size}" height="${at.size}"`;
  return `<image ${where} image-rendering="optimizeSpeed" href="data:image/png;base64,${png}"/>`;
}
