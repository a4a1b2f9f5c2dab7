import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { modulesIn } from '../../../build/bundle/bundle.ts';
import { bundles } from '../../../build/bundle/entries.ts';
import { licencesOf } from '../../../build/bundle/licences.ts';
import { billOf } from '../../../build/release/bill.mjs';
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
  for (const { name, version, text = expect.stringContaining('without restriction') } of told) {
    expect(licences).toContainEqual(expect.objectContaining({ name, version, text }));
  }
});

it('gives the text of a licence to a package that brings none, for its author', () => {
  const [bare] = told.filter(({ text }) => text === undefined);
  const found = licences.find(({ name }) => name === bare?.name);
  expect(found).toMatchObject({ name: 'lazy-val', terms: 'MIT' });
  expect(found?.text).toContain('Copyright Vladimir Krivosheev');
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

const { version: electronVersion } = JSON.parse(
  readFileSync('node_modules/electron/package.json', 'utf8'),
);
const runtime = { electron: electronVersion, chrome: '150.0.1.2', node: '24.1.0', v8: '15.0.1' };
const homepage = 'https://example.com/';

/** What those who read such bills rely on; more than this and nothing else is in ours. */
const component = z.strictObject({
  type: z.enum(['application', 'library', 'framework']),
  'bom-ref': z.string(),
  group: z.string().startsWith('@').optional(),
  name: z.string().regex(/^[^@/]+$/),
  version: z.string().optional(),
  // A licence that is not among these needs somebody to read it first.
  licenses: z.tuple([
    z.strictObject({
      license: z.strictObject({
        id: z.enum(['MIT', 'ISC', 'BSD-3-Clause', 'BlueOak-1.0.0', 'blessing']),
      }),
    }),
  ]),
  purl: z.string().regex(/^pkg:(npm|generic)\/[\w.%/-]+(@[\w.-]+)?$/),
  cpe: z
    .string()
    .regex(/^cpe:2\.3:a:[\w.]+:[\w.]+:[\w.-]+(:\*){7}$/)
    .optional(),
  get components() {
    return z.array(component).optional();
  },
  externalReferences: z
    .tuple([z.strictObject({ type: z.literal('website'), url: z.url() })])
    .optional(),
});
const billSchema = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  metadata: z.strictObject({
    timestamp: z.iso.datetime().optional(),
    lifecycles: z.tuple([z.strictObject({ phase: z.literal('build') })]),
    component,
  }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

describe('the bill of materials', () => {
  const { packages: locked } = JSON.parse(source('package-lock.json').text);
  const billAt = (epoch?: string) => billOf({ licences, locked, runtime, homepage, epoch });
  const parts = () => billSchema.parse(billAt()).components;
  const needs = (name: string) =>
    billAt().dependencies.find(({ ref }) => ref.startsWith(`pkg:npm/${name}@`))?.dependsOn;

  it('names everything that has a licence here once, as the lock file has it', () => {
    const named = parts().map(({ group, name, version }) => [
      group ? `${group}/${name}` : name,
      version,
    ]);
    expect(named).toEqual(licences.slice(1).map(({ name, version }) => [name, version]));
    const refs = billAt().dependencies.map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(licences.length);
    const places = Object.entries<{ name?: string; version: string; license: string }>(locked);
    for (const { group, name, version, licenses, purl } of parts()) {
      if (!purl.startsWith('pkg:npm/')) continue;
      const whole = group ? `${group}/${name}` : name;
      expect(purl).toBe(`pkg:npm/${whole.replace('@', '%40')}@${version}`);
      const entry = places.find(
        ([place, one]) =>
          (one.name ?? place.replace(/^.*node_modules\//, '')) === whole && one.version === version,
      );
      expect(entry?.[1].license).toBe(licenses[0].license.id);
    }
    const inside = parts().filter(({ purl }) => purl.startsWith('pkg:generic/'));
    expect(inside.map(({ name }) => name.split(' ')[0])).toEqual(['Node.js', 'SQLite', 'llhttp']);
  });

  it('says what needs what, as far as it is packed', () => {
    expect(needs('react-dom')).toEqual([expect.stringMatching(/^pkg:npm\/scheduler@/)]);
    expect(needs('atomically')).toHaveLength(2);
    expect(needs('electron')).toEqual([]);
  });

  it('names the browser and what it runs on as they are packed', () => {
    const electron = parts().find(({ name }) => name === 'electron');
    const within = electron?.components?.map(({ name, version }) => `${name} ${version}`);
    expect(electron?.version).toBe(electronVersion);
    expect(within).toEqual(['Chromium 150.0.1.2', 'Node.js 24.1.0', 'V8 15.0.1']);
  });

  it('is the same each time, and has a time only where one is given', () => {
    expect(JSON.stringify(billAt())).toBe(JSON.stringify(billAt()));
    expect(billAt().metadata).not.toHaveProperty('timestamp');
    expect(billAt('86400').metadata.timestamp).toBe('1970-01-02T00:00:00.000Z');
  });
});
