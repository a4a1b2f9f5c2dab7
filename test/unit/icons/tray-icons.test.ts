import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIcons } from '../../../build/icons/build-icons.ts';
import { writeContactSheet } from '../../../build/icons/contact-sheet.ts';
import { svgPath } from '../../../build/icons/draw-tray.ts';
import { fileStem, grids, trayIconNames, traySvg } from '../../../build/icons/tray-icons.ts';
import { iconFile } from '../../../electron/platform/electron/icon-files.ts';
import type { IconName } from '../../../electron/ports/tray-view.ts';
import { type Alpha, alphaOfIco, alphaOfPng, alphaOfSvg, difference, inkOf } from './alpha.ts';

/** All names by which the tray asks; the compiler sees to it that none is missing. */
const asked: Readonly<Record<IconName, true>> = {
  charging: true,
  discharging: true,
  transferring: true,
  waiting: true,
  queued: true,
  scheduled: true,
  paused: true,
  complete: true,
  locked: true,
  lockedCar: true,
  available: true,
  updating: true,
  error: true,
  offline: true,
  unknown: true,
  signIn: true,
};
const iconNames = Object.keys(asked) as IconName[];

const sources = join(import.meta.dirname, '..', '..', '..', 'build', 'icons');
const drawings = trayIconNames.flatMap((name) =>
  (['current', 'outdated'] as const).map((freshness) => ({
    name,
    freshness,
    stem: fileStem(name, freshness),
  })),
);
const stems = drawings.map(({ stem }) => stem);

/** What two icons that say different things have in common at most is the rest of their ink. */
const leastDifference = 1 / 5;

/** Every two icons that cannot be told apart at a glance, the hollow forms included. */
function alike(shapes: readonly { readonly stem: string; readonly alpha: Alpha }[]): string[] {
  return shapes.flatMap((one, index) =>
    shapes.slice(index + 1).flatMap((other) => {
      const share = difference(one.alpha, other.alpha);
      return share < leastDifference ? [`${one.stem} and ${other.stem}: ${share.toFixed(2)}`] : [];
    }),
  );
}

describe('the SVG sources', () => {
  it.each(grids.flatMap((grid) => drawings.map((drawn) => ({ grid, size: grid.size, ...drawn }))))(
    '$stem on $size pixels is what its shapes say',
    ({ grid, name, freshness, stem }) => {
      const source = readFileSync(join(sources, svgPath(grid.size, stem)), 'utf8');
      expect(source).toBe(traySvg(name, freshness, grid));
    },
  );

  it.each(grids)('outdated ones hold less ink on $size pixels', (grid) => {
    for (const name of trayIconNames) {
      const ink = (['current', 'outdated'] as const).map((freshness) =>
        inkOf(alphaOfSvg(traySvg(name, freshness, grid))),
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

  const built = {
    'on a light panel of Windows': { folder: 'win/light', ending: '.ico', size: 16 },
    'on a dark panel of Windows': { folder: 'win/dark', ending: '.ico', size: 16 },
    'on macOS': { folder: 'mac', ending: 'Template.png', size: 16 },
    'on a light panel of Linux': { folder: 'linux/light', ending: '.png', size: 22 },
    'on a dark panel of Linux': { folder: 'linux/dark', ending: '.png', size: 22 },
  } as const;

  it.each(Object.entries(built))(
    'any two differ in a fifth of their ink %s',
    (_name, { folder, ending, size }) => {
      const read = ending === '.ico' ? alphaOfIco : alphaOfPng;
      const shapes = stems.map((stem) => {
        const bytes = readFileSync(join(out, 'tray', folder, `${stem}${ending}`));
        return { stem, alpha: read(bytes, size) };
      });
      for (const { stem, alpha } of shapes) expect(inkOf(alpha), stem).toBeGreaterThan(size);
      expect(alike(shapes)).toEqual([]);
    },
  );

  it.each(['linux', 'darwin', 'win32'] as const)(
    'renders what the tray asks for on %s',
    (platform) => {
      const missing = iconNames.flatMap((name) =>
        [true, false].flatMap((outdated) =>
          (['forDarkPanel', 'forLightPanel'] as const)
            .map((panel) => iconFile({ platform, panel, icon: { name, outdated } }))
            .filter((file) => !existsSync(join(out, file))),
        ),
      );
      expect(missing).toEqual([]);
    },
  );

  it('shows all of them in one picture', () => {
    const sheet = join(out, 'sheets', 'contact-sheet.png');
    writeContactSheet(sheet);
    // Eightfold, eight in a row, with room beside them.
    expect(pngSize(sheet)).toBeGreaterThan(8 * 8 * 22);
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
