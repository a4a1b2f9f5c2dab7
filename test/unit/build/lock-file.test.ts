import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { source } from '../../laws/sources.ts';

/**
 * They may run a script when they are installed: native modules look for the binary that they bring,
 * the packer's tool for Windows and the compiler for theirs. Nothing of ours needs one of them to run.
 */
const withScript = ['@photostructure/sqlite', 'electron-winstaller', 'esbuild', 'keytar'];

const entry = z.object({
  version: z.string(),
  integrity: z.string(),
  name: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const lock = z
  .object({ packages: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(source('package-lock.json').text));
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, found]) => ({ path, ...entry.parse(found) }));
const asked = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: asked, devDependencies: asked })
  .parse(JSON.parse(source('package.json').text));

describe('the packages that this one is made of', () => {
  it('come from a registry, each with what it must hash to', () => {
    const odd = packages.filter(
      ({ resolved, link, integrity }) =>
        resolved !== undefined || link || !/^sha512-[\w+/]{86}==$/.test(integrity),
    );
    expect(odd).toEqual([]);
    expect(packages.length).toBeGreaterThan(100);
  });

  it('are asked for by a version, never by an address', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const byVersion = /^(npm:@?[\w./-]+@)?[\^~]?\d+\.\d+\.\d+$/;
    expect(wanted.filter(([, version]) => !byVersion.test(version))).toEqual([]);
  });

  it('run a script when they are installed only where that is known', () => {
    const found = packages.filter(({ hasInstallScript }) => hasInstallScript);
    const names = found.map(({ path }) => path.replace(/^.*node_modules\//, ''));
    expect(names.toSorted()).toEqual(withScript);
  });
});
