import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAbout } from '../../build/package/linux/about.ts';
import { checkoutCache } from '../../build/prepare/places.mjs';
import { buildImage, buildNextImage } from './image.ts';
import { inFreshRoot } from './in-fresh-root.ts';
import { unpackedFolder } from './made.ts';
import type { EndLook, FirstLook, Updated } from './told.ts';

let place: string;
let image: string;
let looks: readonly (FirstLook & EndLook)[];

beforeAll(async () => {
  place = mkdtempSync(join(checkoutCache, 'image-'));
  image = await buildImage(place);
  looks = inFreshRoot('image-life.ts', image) as typeof looks;
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('an AppImage shows tray and window to a person, wherever it lies and whatever it is called', () => {
  for (const { tooltip, code, status } of looks) {
    expect(tooltip).toBe('ChargeTray: no chargers yet');
    expect(code).toBe(0);
    expect(status).toEqual({ code: 1, out: '', err: expect.stringContaining('No chargers yet') });
  }
  expect(looks).toHaveLength(3);
});

it('is named, with its hash, to those who look for a newer version', () => {
  const manifest = readFileSync(join(dirname(image), 'latest-linux.yml'), 'utf8');
  expect(manifest).toContain(`\n  - url: ${basename(image)}\n`);
  const hash = createHash('sha512').update(readFileSync(image)).digest('base64');
  expect(manifest).toContain(`\n    sha512: ${hash}\n`);
  expect(existsSync(join(unpackedFolder, 'resources/app-update.yml'))).toBe(false);
});

it('is started at login by the name that its file has now', () => {
  const lines = looks.map(({ autostart }) => /^Exec=.*$/m.exec(autostart)?.[0]);
  const names = ['ChargeTray 0.1', 'ChargeTray at 50%%', 'ChargeTray at 50%%'];
  expect(lines).toEqual(
    names.map((name) =>
      expect.stringMatching(`^Exec="/.*/My programs/${name}.AppImage" --hidden$`),
    ),
  );
});

it('has its pages in a sandbox where the system lets it, and starts without one where not', () => {
  expect(looks.map(({ hasNamespaces }) => hasNamespaces)).toEqual([true, true, false]);
  for (const { hasNamespaces, pages } of looks) {
    expect(pages.length).toBeGreaterThan(0);
    for (const { filtered, inNamespace, called } of pages) {
      expect({ filtered, inNamespace }).toEqual({
        filtered: hasNamespaces,
        inNamespace: hasNamespaces,
      });
      expect(called.includes('--no-sandbox')).toBe(!hasNamespaces);
    }
  }
});

it('puts a newer version in its own place, which goes on where it was', async () => {
  const below = join(place, 'next');
  mkdirSync(below);
  const next = await buildNextImage(below);
  const updated = inFreshRoot('image-updates.ts', image, next.image, next.version) as Updated;
  expect(updated).toEqual({
    versions: [readAbout().version, next.version],
    tooltip: 'ChargeTray: no chargers yet',
    kept: expect.objectContaining({ theme: 'dark', updates: true }),
    isReplaced: true,
  });
});
