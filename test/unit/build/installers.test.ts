import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildIcons } from '../../../build/icons/build-icons.ts';
import { linkScheme } from '../../../shared/domain/app/link.ts';
import { fallbackLanguage, languages } from '../../../shared/languages/languages.ts';
import { runtimePackages } from '../../desktop/packages.mjs';
import { source } from '../../laws/sources.ts';

const root = join(import.meta.dirname, '../../..');
let project: string;

/** A checkout in which icons are built; the app itself is not looked at. */
beforeAll(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  project = mkdtempSync(join(tmpdir(), 'installers-'));
  for (const file of ['package.json', 'electron-builder.yml', 'LICENSE']) {
    cpSync(join(root, file), join(project, file));
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  mkdirSync(join(project, 'packed/resources'), { recursive: true });
  await buildIcons(join(project, 'out/icons'));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(project, { recursive: true, force: true });
});

/** What the packer would hand to the tool that makes the file, after all checks of its own. */
async function handedOver(target: string, change: Configuration = {}): Promise<unknown> {
  let handed: unknown;
  await build({
    targets: Platform.LINUX.createTarget([target], Arch.x64),
    projectDir: project,
    prepackaged: join(project, 'packed'),
    publish: 'never',
    config: { ...change, extends: join(project, 'electron-builder.yml') },
    effectiveOptionComputed: async (options) => {
      handed = read(options);
      return true;
    },
  });
  return handed;
}

/** The desktop entry lies in a file that is gone a moment later. */
function read(options: [readonly string[], string] | { desktop: string }) {
  if (!Array.isArray(options)) return options;
  const [args, entry] = options;
  return { args, desktop: readFileSync(entry, 'utf8') };
}

type Fpm = { readonly args: readonly string[]; readonly desktop: string };

/** Installers for Linux are made on Linux. */
describe.skipIf(process.platform === 'win32')('an installer for Linux', () => {
  it.each([
    ['deb', '/usr/share/doc/chargetray/copyright'],
    ['rpm', '/usr/share/licenses/chargetray/LICENSE'],
  ])('of the kind %s passes the checks of the packer', async (target, licence) => {
    const { args, desktop } = (await handedOver(target)) as Fpm;
    const after = (flag: string) => args[args.indexOf(flag) + 1];
    expect(after('--maintainer')).toMatch(/^The ChargeTray authors <\S+@\S+\.\S+>$/);
    expect(after('--url')).toMatch(/^https:/);
    expect(after('--license')).toBe('MIT');
    expect(args).toContain(`LICENSE=${licence}`);
    for (const size of [16, 32, 48, 256]) {
      const place = `=/usr/share/icons/hicolor/${size}x${size}/apps/chargetray.png`;
      const [file = ''] = args.filter((one) => one.endsWith(place));
      expect(existsSync(file.slice(0, -place.length))).toBe(true);
    }
    expect(args.at(-1)).toMatch(/=\/usr\/share\/applications\/chargetray\.desktop$/);
    expect(desktop).toContain('\nExec=/opt/ChargeTray/chargetray %U\n');
  });

  it('as an AppImage starts with the sandbox, where there is one', async () => {
    const { desktop } = (await handedOver('AppImage')) as Fpm;
    expect(desktop).toContain('\nExec=AppRun %U\n');
  });

  it.each(['deb', 'AppImage'])(
    'tells the desktop whose windows are ours, and what it is, in all languages: %s',
    async (target) => {
      const { desktop } = (await handedOver(target)) as Fpm;
      const { desktopName } = JSON.parse(source('package.json').text);
      expect(desktopName).toBe('chargetray.desktop');
      expect(desktop).toContain('\nStartupWMClass=chargetray\n');
      expect(desktop).toContain('\nIcon=chargetray\n');
      expect(desktop).toContain('\nCategories=Utility;\n');
      expect(desktop).toContain(`\nMimeType=x-scheme-handler/${linkScheme};\n`);
      const others = [...languages.keys()].filter((code) => code !== fallbackLanguage).sort();
      const told = [...desktop.matchAll(/^Comment\[(\w+)\]=\S/gm)].map(([, code]) => code);
      expect(told.sort()).toEqual(others);
      expect(desktop).toMatch(/^Comment=See your car charge/m);
    },
  );

  it('asks for what Electron, the keychain and links need, and nothing else', () => {
    const { text } = source('electron-builder.yml');
    const [, depends = ''] = /^deb:\n {2}depends: \[(.*)\]$/m.exec(text) ?? [];
    const wanted = [...runtimePackages.map((need) => need.package), 'xdg-utils'];
    expect(depends.split(', ').sort()).toEqual(wanted.sort());
  });
});

it.each([
  ['an unknown key', { linux: { mantainer: 'x' } }],
  ['a value that is none', { deb: { depends: 7 } }],
])('the packer would refuse %s', async (_, change) => {
  await expect(handedOver('deb', change as Configuration)).rejects.toThrow('Invalid configuration');
});
