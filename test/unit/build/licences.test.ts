import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { modulesIn } from '../../../build/bundle/bundle.ts';
import { bundles } from '../../../build/bundle/entries.ts';
import { licencesOf } from '../../../build/bundle/licences.ts';
import type { Licence } from '../../../shared/domain/app/licence.ts';
import { licenceSchema } from '../../../shared/schema/app/licence.ts';
import { source } from '../../laws/sources.ts';

/** What the bundler itself says, by another way, of the packages that it took in. */
interface Told {
  readonly name: string;
  readonly version: string;
  readonly text?: string;
}

let licences: readonly Licence[];
let told: readonly Told[];

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const made = await Promise.all(bundles('out').map((config) => build(telling(config))));
  licences = licencesOf(made.flatMap(modulesIn));
  const assets = made.flat().flatMap((one) => ('output' in one ? one.output : []));
  told = assets.flatMap((part) =>
    part.type === 'asset' && part.fileName === 'told.json' ? JSON.parse(String(part.source)) : [],
  );
});
afterEach(() => vi.unstubAllEnvs());

function telling(config: InlineConfig): InlineConfig {
  return {
    ...config,
    build: { ...config.build, write: false, license: { fileName: 'told.json' } },
  };
}

const titles = () => licences.map(({ name, version }) => `${name} ${version}`);

it('has every package that came into a bundle, with its text', () => {
  const names = told.map(({ name }) => name);
  for (const known of ['zod', 'undici', 'react-dom', 'scheduler', 'when-exit']) {
    expect(names).toContain(known);
  }
  for (const { name, version, text = '' } of told) {
    expect(licences).toContainEqual(expect.objectContaining({ name, version, text }));
  }
});

it('has every package that is packed beside the bundles', () => {
  const packed = source('electron-builder.yml').text.matchAll(
    /^ {2}- node_modules\/((?:@[^/]+\/)?[^/*]+)\//gm,
  );
  const names = new Set([...packed].map(([, name = '']) => name));
  expect(names.size).toBeGreaterThan(2);
  for (const name of names) {
    const manifest = join(import.meta.dirname, '../../../node_modules', name, 'package.json');
    const { name: own, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    expect(titles()).toContain(`${own} ${version}`);
  }
});

it('has what is inside of them, and the tools that left code of their own', () => {
  const names = licences.map(({ name }) => name);
  const inside = ['SQLite', 'llhttp', 'node-addon-api', 'electron', 'rolldown', 'vite'];
  expect(inside.filter((name) => !names.includes(name))).toEqual([]);
  const sqlite = licences.find(({ name }) => name === 'SQLite');
  expect(sqlite?.text).toMatch(/^The author disclaims copyright[\s\S]*than you give\.$/);
  // What Vite is built from is not in the app.
  expect(licences.find(({ name }) => name === 'vite')?.text).not.toContain('postcss');
});

it('begins with our own', () => {
  expect(licences[0]).toMatchObject({ name: 'ChargeTray', text: source('LICENSE').text.trim() });
});

it('says of each what it is, once, in the version of the lock file', () => {
  for (const licence of licences) licenceSchema.parse(licence);
  expect(new Set(titles()).size).toBe(licences.length);
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const locked = Object.entries<{ name?: string; version: string }>(packages).map(
    ([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')} ${version}`,
  );
  const inside = ['ChargeTray', 'SQLite', 'llhttp'];
  const others = licences.filter(({ name }) => !inside.includes(name) && !/^Node/.test(name));
  for (const { name, version } of others) expect(locked).toContain(`${name} ${version}`);
});

it('lets nothing pass of which nobody knows whose it is', () => {
  expect(() => licencesOf(['\0somebody/helper.js'])).toThrow('somebody/helper.js');
  expect(() => licencesOf(['/a/node_modules/no-such-package/index.js'])).toThrow('no-such-package');
});
