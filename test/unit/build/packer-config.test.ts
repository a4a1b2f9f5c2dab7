import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { imageLeftOut } from '../../../build/package/app-image.mjs';
import { signing } from '../../../build/package/signing.mjs';
import { ownFeed } from '../../../electron/platform/electron/updater/own-feed.ts';
import { languages } from '../../../shared/languages/languages.ts';
import { source } from '../../laws/sources.ts';
import { readYaml } from './read-yaml.ts';

const root = join(import.meta.dirname, '../../..');
const raw = readYaml('electron-builder.yml');
const manifest = JSON.parse(source('package.json').text);
const files = z.tuple([z.string()]);
const both = z.array(z.object({ target: z.string(), arch: z.array(z.string()) }));
const named = z.object({ artifactName: z.string() });
const oneEach = named.extend({ buildUniversalInstaller: z.literal(false) });

const config = z
  .object({
    appId: z.string(),
    electronLanguages: z.array(z.string()),
    publish: z.object({ provider: z.literal('generic'), url: z.url() }),
    files: z.array(z.unknown()),
    mac: named.extend({
      files,
      icon: z.string(),
      target: both,
      hardenedRuntime: z.literal(true),
      gatekeeperAssess: z.literal(false),
      notarize: z.literal(true),
      entitlements: z.string(),
      entitlementsInherit: z.string(),
    }),
    win: z.object({ files, icon: z.string(), target: both }),
    linux: named.extend({ icon: z.string(), target: z.array(z.string()) }),
    nsis: oneEach,
    portable: oneEach,
  })
  .parse(raw);

/** What the packer says of a configuration before it does anything. */
async function judged(configuration: unknown): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const packer: {
    validateConfiguration(config: unknown, log: { isEnabled: boolean }): Promise<void>;
  } = require('app-builder-lib/out/util/config/config.js');
  await packer.validateConfiguration(configuration, { isEnabled: false });
}

describe('what the packer is told', () => {
  it('is what it knows, on every system', async () => {
    await expect(judged(raw)).resolves.toBeUndefined();
    for (const part of ['mac', 'dmg', 'win', 'nsis', 'portable', 'appImage']) {
      const misspelt = { ...Object(raw), [part]: { ...Object(raw)[part], hardendRuntime: true } };
      await expect(judged(misspelt), part).rejects.toThrow(`configuration.${part} should`);
    }
  });

  it('names the app as the app names itself to Windows', () => {
    const [, own] = /^const appId = '(.*)';$/m.exec(source('electron/main.ts').text) ?? [];
    expect(config.appId).toBe(own);
  });

  it('names files that are there, and icons that the build makes', () => {
    const { mac, win, linux } = config;
    for (const path of [mac.entitlements, mac.entitlementsInherit]) {
      expect(existsSync(join(root, path)), path).toBe(true);
    }
    const { text } = source('build/icons/build-icons.ts');
    for (const icon of [mac.icon, win.icon, linux.icon]) {
      expect(text).toMatch(new RegExp(`<out>/${icon.replace('out/icons/', '')}[,/ ]`));
    }
  });

  it('ships Chromium’s words in the languages that the app speaks, and in no other', () => {
    const spoken = new Set(config.electronLanguages.map((code) => code.slice(0, 2)));
    expect([...spoken].sort()).toEqual([...languages.keys()].sort());
  });

  it('makes for both processors what people install and what updates are taken from', () => {
    const kinds = [...config.mac.target, ...config.win.target];
    expect(kinds.map(({ target }) => target)).toEqual(['dmg', 'zip', 'nsis', 'portable']);
    for (const { arch } of kinds) expect([...arch].sort()).toEqual(['arm64', 'x64']);
  });

  it('gives each file a name of its own that tells version and processor', () => {
    const { mac, linux, nsis, portable } = config;
    const patterns = [mac, linux, nsis, portable].map(({ artifactName }) => artifactName);
    expect(new Set(patterns).size).toBe(patterns.length);
    for (const pattern of patterns)
      expect(pattern).toMatch(/\$\{version\}.*\$\{arch\}.*\.\$\{ext\}$/);
  });

  it('packs what hands over an update where there is somebody to hand it to', () => {
    const packed = 'out/main-with-library.cjs';
    expect(source('electron/platform/electron/updater/own-updater.ts').text).toContain(
      "import('./with-library.ts')",
    );
    expect(config.files).toContain(`!${packed}`);
    expect([config.mac.files, config.win.files]).toEqual([[packed], [packed]]);
  });

  it('calls its files so that each copy of the app finds the one it can become', () => {
    const called = (pattern: string, arch: string, ext: string) => {
      const values = new Map(Object.entries({ ...manifest, version: '1.2.3', arch, ext }));
      return pattern.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => String(values.get(name)));
    };
    const { mac, linux, nsis, portable } = config;
    const all = ['x64', 'arm64'].flatMap((arch) => [
      ...['zip', 'dmg'].map((ext) => called(mac.artifactName, arch, ext)),
      called(nsis.artifactName, arch, 'exe'),
      called(portable.artifactName, arch, 'exe'),
      called(linux.artifactName, arch === 'x64' ? 'x86_64' : arch, 'AppImage'),
    ]);
    const suiting = (platform: NodeJS.Platform, arch: string) =>
      all.filter(ownFeed({ platform, arch, elsewhere: undefined }).suits);
    for (const arch of ['x64', 'arm64']) {
      expect(suiting('darwin', arch)).toEqual([`ChargeTray-1.2.3-mac-${arch}.zip`]);
      expect(suiting('win32', arch)).toEqual([`ChargeTray-1.2.3-win-${arch}-setup.exe`]);
      expect(suiting('linux', arch)).toHaveLength(1);
    }
  });

  it('leads to the latest release of this project', () => {
    expect(config.publish.url).toBe(`${manifest.homepage}/releases/latest/download/`);
  });
});

describe('macOS', () => {
  it('lets the app no more than it needs', () => {
    const { text } = source(config.mac.entitlements);
    expect([...text.matchAll(/<key>(.*)<\/key>\s*<true\/>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
      'com.apple.security.cs.disable-library-validation',
    ]);
  });
});

describe('signing', () => {
  const certificate = { CSC_LINK: 'base64', CSC_KEY_PASSWORD: 'secret' };
  const windows = { WIN_CSC_LINK: 'base64' };
  const apple = { APPLE_API_KEY: '/key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'who' };
  const nameless = ['-c.mac.identity=-'];

  it.each([
    ['darwin', {}, [/^NOT SIGNED: .*CSC_LINK/, /^NOT NOTARISED: /], nameless, []],
    ['darwin', { CSC_LINK: '', APPLE_ID: '' }, [/SIGNED/, /NOTARISED/], nameless, []],
    ['darwin', apple, [/SIGNED/, /NOTARISED/], nameless, []],
    ['darwin', { ...certificate, APPLE_ID: '' }, [/NOTARISED/], [], Object.keys(certificate)],
    ['darwin', { ...certificate, ...apple }, [], [], Object.keys({ ...certificate, ...apple })],
    ['win32', { CSC_LINK: ' ' }, [/^NOT SIGNED: .*WIN_CSC_LINK/], [], []],
    ['win32', windows, [], [], ['WIN_CSC_LINK']],
    ['win32', certificate, [], [], Object.keys(certificate)],
    ['linux', {}, [], [], []],
  ] as const)('on %s by what the environment holds: %j', (platform, given, lacks, args, kept) => {
    const { env, ...told } = signing(platform, { PATH: '/bin', ...given });
    expect(told.args).toEqual(args);
    expect(told.lacks).toEqual(lacks.map((what) => expect.stringMatching(what)));
    expect(Object.keys(env)).toEqual(['PATH', ...kept]);
  });
});

describe('an AppImage', () => {
  it.each([
    [{ official: true, environment: {} }, false],
    [{ official: false, environment: { APPIMAGE_TOOLS_PATH: '/tools' } }, false],
    [{ official: false, environment: { APPIMAGE_TOOLS_PATH: '' } }, true],
    [{ official: false, environment: {} }, true],
  ])('is left out with a sentence, or made: %j', (machine, isLeftOut) => {
    expect(/^no AppImage was made: .*APPIMAGE_TOOLS_PATH/.test(imageLeftOut(machine) ?? '')).toBe(
      isLeftOut,
    );
  });
});
