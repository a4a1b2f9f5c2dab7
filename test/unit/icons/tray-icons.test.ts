import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIcons } from '../../../build/icons/build-icons.ts';
import { svgPath } from '../../../build/icons/draw-tray.ts';
import { fileStem, grids, trayIconNames, traySvg } from '../../../build/icons/tray-icons.ts';

const sources = join(import.meta.dirname, '..', '..', '..', 'build', 'icons');
const drawings = trayIconNames.flatMap((name) =>
  (['current', 'outdated'] as const).map((freshness) => ({
    name,
    freshness,
    stem: fileStem(name, freshness),
  })),
);
const stems = drawings.map(({ stem }) => stem);

/** How opaque each pixel is; colour is left out, because shape alone has to tell icons apart. */
function shapeOf(svg: string): number[] {
  const { pixels } = new Resvg(svg).render();
  return [...pixels].filter((_, index) => index % 4 === 3);
}

/** How many whole pixels differ. */
function distance(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, alpha, at) => sum + Math.abs(alpha - (other[at] ?? 0)), 0) / 255;
}

describe('the SVG sources', () => {
  it.each(grids.flatMap((grid) => drawings.map((drawn) => ({ grid, size: grid.size, ...drawn }))))(
    '$stem on $size pixels is what its shapes say',
    ({ grid, name, freshness, stem }) => {
      const source = readFileSync(join(sources, svgPath(grid.size, stem)), 'utf8');
      expect(source).toBe(traySvg(name, freshness, grid));
    },
  );

  it.each(grids)('differ in shape from each other on $size pixels', (grid) => {
    const shapes = drawings.map(({ name, freshness, stem }) => ({
      stem,
      shape: shapeOf(traySvg(name, freshness, grid)),
    }));
    const alike = shapes.flatMap((one, index) =>
      shapes
        .slice(index + 1)
        .filter((other) => distance(one.shape, other.shape) < grid.size * 0.7)
        .map((other) => `${one.stem} and ${other.stem}`),
    );
    expect(alike).toEqual([]);
  });

  it.each(grids)('outdated ones hold less ink on $size pixels', (grid) => {
    for (const name of trayIconNames) {
      const ink = (['current', 'outdated'] as const).map((freshness) =>
        distance(shapeOf(traySvg(name, freshness, grid)), []),
      );
      expect(ink[1], name).toBeLessThan(ink[0] ?? 0);
    }
  });
});

describe('buildIcons', () => {
  let out = '';
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'chargetray-icons-'));
    await buildIcons(out);
  }, 60_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it.each(['dark', 'light'])('renders every icon for %s Linux panels', (panel) => {
    const scales = ['', '@2x'];
    const expected = stems.flatMap((stem) => scales.map((scale) => `${stem}${scale}.png`));
    expect(readdirSync(join(out, 'tray', 'linux', panel)).sort()).toEqual(expected.sort());
    for (const stem of stems) {
      const folder = join(out, 'tray', 'linux', panel);
      expect(pngSize(join(folder, `${stem}.png`))).toBe(22);
      expect(pngSize(join(folder, `${stem}@2x.png`))).toBe(44);
    }
  });

  it.each(['dark', 'light'])('renders every icon in five sizes for %s Windows panels', (panel) => {
    const folder = join(out, 'tray', 'win', panel);
    expect(readdirSync(folder).sort()).toEqual(stems.map((stem) => `${stem}.ico`).sort());
    for (const stem of stems) {
      expect(icoSizes(join(folder, `${stem}.ico`))).toEqual([16, 20, 24, 32, 48]);
    }
  });

  it('renders every icon as a template for macOS', () => {
    const expected = stems.flatMap((stem) => [`${stem}Template.png`, `${stem}Template@2x.png`]);
    expect(readdirSync(join(out, 'tray', 'mac')).sort()).toEqual(expected.sort());
  });

  it('renders the app icon', () => {
    expect(pngSize(join(out, 'icon.png'))).toBe(1024);
    expect(icoSizes(join(out, 'icon.ico'))).toEqual([16, 24, 32, 48, 64, 128, 256]);
    expect(readdirSync(join(out, 'app'))).toContain('512x512.png');
  });
});

function pngSize(file: string): number {
  return readFileSync(file).readUInt32BE(16);
}

/** An ICO lists its pictures in entries of 16 bytes; a width of 0 means 256. */
function icoSizes(file: string): number[] {
  const bytes = readFileSync(file);
  const count = bytes.readUInt16LE(4);
  return Array.from({ length: count }, (_, index) => bytes.readUInt8(6 + 16 * index) || 256);
}
