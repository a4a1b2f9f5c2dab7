import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type About, packageVersion, readAbout } from '../../../build/package/linux/about.ts';
import { packageScripts } from '../../../build/package/linux/app-armor.ts';
import { buildDeb, controlFile } from '../../../build/package/linux/deb.ts';
import { desktopEntry, metainfo, pictures } from '../../../build/package/linux/desktop-files.ts';
import { launcher } from '../../../build/package/linux/launcher.ts';
import { layOut } from '../../../build/package/linux/layout.ts';
import { manPage } from '../../../build/package/linux/man-page.ts';
import { buildRpm, specFile } from '../../../build/package/linux/rpm.ts';
import {
  everyOption,
  exitsTold,
  optionsTold,
  wordTold,
} from '../../../electron/command-line/help.ts';
import { linkScheme } from '../../../shared/domain/app/link.ts';
import { terminalWordNames } from '../../../shared/domain/app/terminal-commands.ts';
import { phrases } from '../../../shared/languages/en.ts';
import { fallbackLanguage, languages } from '../../../shared/languages/languages.ts';
import { runtimePackages } from '../../desktop/packages.mjs';
import { projectPaths, source } from '../../laws/sources.ts';

const about = readAbout();
const words = phrases.commandLine;
const others = [...languages.keys()].filter((code) => code !== fallbackLanguage).sort();
let place: string;

/** Stands for what the packer unpacks. */
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'packages-'));
  mkdirSync(join(place, 'unpacked/resources'), { recursive: true });
  mkdirSync(join(place, 'icons'));
  writeFileSync(join(place, 'icons/16x16.png'), 'a picture');
  writeFileSync(join(place, 'icons/1024x1024.png'), 'a large one');
  writeFileSync(join(place, 'unpacked/chargetray'), 'a program', { mode: 0o755 });
  writeFileSync(join(place, 'unpacked/chrome-sandbox'), 'another', { mode: 0o755 });
  writeFileSync(join(place, 'unpacked/resources/app.asar'), 'the app');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const contents = () => ({
  about,
  words,
  unpacked: join(place, 'unpacked'),
  icons: join(place, 'icons'),
});

/** Whether a program is here at all. Windows and macOS have none of those below. */
function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

describe('what a package says of itself', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    ['1.0.0-beta.1', '1.0.0~beta.1'],
  ])('a version in the order of packages: %s', (version, expected) => {
    expect(packageVersion({ version })).toBe(expected);
  });

  it.skipIf(process.platform === 'win32')('the deb, with its libraries by both their names', () => {
    const fields = new Map(
      controlFile(about, 7)
        .split('\n')
        .flatMap((line) => {
          const [, key, value] = /^([\w-]+): (.*)$/.exec(line) ?? [];
          return key && value ? [[key, value] as const] : [];
        }),
    );
    expect(fields.get('Package')).toBe('chargetray');
    expect(fields.get('Maintainer')).toMatch(/^The ChargeTray authors <\S+@\S+>$/);
    expect(fields.get('Homepage')).toMatch(/^https:/);
    expect(fields.get('Section')).toBe('utils');
    expect(fields.get('Installed-Size')).toBe('7');
    const needs = (fields.get('Depends') ?? '').split(', ');
    expect(needs).toContain('libgtk-3-0t64 | libgtk-3-0');
    for (const { package: name } of runtimePackages) {
      expect(needs.filter((need) => need.split(' | ').includes(name))).toHaveLength(1);
    }
  });
});

describe('the desktop entry', () => {
  it('says what the packer’s own would say, in all languages', () => {
    const entry = desktopEntry(about);
    const { desktopName } = JSON.parse(source('package.json').text);
    expect(desktopName).toBe(`${about.name}.desktop`);
    expect(entry).toContain('\nStartupWMClass=chargetray\n');
    expect(entry).toContain('\nExec=/opt/ChargeTray/chargetray %U\n');
    expect(entry).toContain(`\nMimeType=x-scheme-handler/${linkScheme};\n`);
    expect(entry).toContain('\nIcon=chargetray\n');
    const told = [...entry.matchAll(/^Comment\[(\w+)\]=\S/gm)].map(([, code]) => code);
    expect(told.sort()).toEqual(others);
  });

  it.skipIf(!has('desktop-file-validate'))('is valid', () => {
    const file = join(place, 'chargetray.desktop');
    writeFileSync(file, desktopEntry(about));
    expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');
  });
});

describe('what software centres show', () => {
  it('is told in all languages, and nothing in it is taken for markup', () => {
    const told = metainfo({ ...about, summary: 'Charge & <drive>' });
    expect([...told.matchAll(/<p xml:lang="(\w+)">/g)].map(([, code]) => code).sort()).toEqual(
      others,
    );
    expect(told).toContain('<summary>Charge &amp; &lt;drive></summary>');
    expect(told).toContain('<launchable type="desktop-id">chargetray.desktop</launchable>');
  });

  it('has pictures, of files that are in the project', () => {
    const told = metainfo(about);
    const found = [...told.matchAll(/<image>(.*)<\/image>/g)].map(([, address]) => address);
    const base = about.homepage.replace('//github.com/', '//raw.githubusercontent.com/');
    const paths = [...pictures.keys()];
    expect(found).toEqual(paths.map((path) => `${base}/main/${path}`));
    for (const path of paths) expect(projectPaths()).toContain(path);
    expect(told.match(/type="default"/g)).toHaveLength(1);
    for (const code of others) {
      const captions = told.match(new RegExp(`<caption xml:lang="${code}">`, 'g'));
      expect(captions).toHaveLength(paths.length);
    }
  });

  it.skipIf(!has('appstreamcli'))('is valid', () => {
    const file = join(place, 'app.chargetray.chargetray.metainfo.xml');
    writeFileSync(file, metainfo(about));
    const validated = spawnSync('appstreamcli', ['validate', '--no-net', '--pedantic', file]);
    expect(String(validated.stdout)).not.toMatch(/^[EWIP]:/m);
    expect(validated.status).toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('what a terminal calls', () => {
  /** Calls it as somebody, with a program that only says what it was told. */
  function called(id: number, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const bin = mkdtempSync(join(place, 'bin-'));
    writeFileSync(join(bin, 'id'), `#!/bin/sh\necho ${id}\n`, { mode: 0o755 });
    writeFileSync(join(bin, 'program'), '#!/bin/sh\nprintf "<%s>" "$@"\nexit 7\n', { mode: 0o755 });
    const script = launcher(about).replace('/opt/ChargeTray/chargetray', join(bin, 'program'));
    const options = {
      env: { PATH: `${bin}:${process.env.PATH}`, ...env },
      encoding: 'utf8',
    } as const;
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', script, 'chargetray', ...args],
      options,
    );
    return { status, stdout, stderr };
  }

  it('starts the app with all that it was told', () => {
    const told = called(1000, ['--status', 'a b', '0 ']);
    expect(told).toEqual({ status: 7, stdout: '<--status><a b><0 >', stderr: '' });
  });

  it.each([
    [{}, /^ChargeTray doesn’t run as root\. .*\n$/],
    [{ LANG: 'de_DE.UTF-8' }, /als root/],
    [{ LANG: 'de_DE.UTF-8', LC_ALL: 'fr_FR' }, /en tant que root/],
    [{ LC_MESSAGES: 'es_ES' }, /como root/],
    [{ LANG: 'nl_NL' }, /als root/],
  ])('tells root what to do instead, with %j', (env, sentence) => {
    const told = called(0, ['--status'], env);
    expect(told).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(sentence) });
  });

  it('lets root go on without the sandbox, if that is said', () => {
    expect(called(0, ['--no-sandbox']).stdout).toBe('<--no-sandbox>');
  });
});

describe('the manual page', () => {
  it('tells each way to call the app, as --help does', () => {
    const page = manPage(about, words);
    const told = [
      ...terminalWordNames.map((name) => wordTold(words, name)),
      ...optionsTold(words, everyOption),
      ...exitsTold(words),
    ];
    expect(told.length).toBeGreaterThan(25);
    for (const { way, effect } of told) {
      const [plainWay, plainEffect] = [way, effect].map((part) =>
        part.replaceAll('-', '\\-').replaceAll('’', '\\(cq'),
      );
      expect(page).toContain(`.TP\n.B ${plainWay}\n${plainEffect}\n`);
    }
  });

  it.skipIf(!has('groff'))('is understood whole', () => {
    const input = manPage(about, words);
    const shown = spawnSync('groff', ['-man', '-ww', '-Tutf8'], { input, encoding: 'utf8' });
    expect(shown.stderr).toBe('');
    expect(shown.stdout).toContain('Show what each charger is doing');
  });
});

describe.skipIf(process.platform === 'win32')('what is laid down', () => {
  it('has modes, times and links of its own, whatever the builder’s are', () => {
    const stage = join(place, 'stage');
    layOut(contents(), 'deb', stage);
    const modes = execFileSync('find', [stage, '-printf', '%P %m %T@\n'], { encoding: 'utf8' });
    expect(modes).toContain(`opt/ChargeTray/chrome-sandbox 4755 ${about.madeAtS}`);
    expect(modes).toContain('opt/ChargeTray/chargetray 755 ');
    expect(modes).toContain('opt/ChargeTray/resources/app.asar 644 ');
    expect(modes).toContain('usr/share/icons/hicolor/16x16/apps/chargetray.png 644 ');
    expect(modes).not.toContain('1024x1024');
    const times = modes
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ').at(-1)));
    expect(new Set(times)).toEqual(new Set([about.madeAtS]));
    const page = join(stage, 'usr/share/man/man1/chargetray.1.gz');
    expect(String(gunzipSync(readFileSync(page)))).toBe(manPage(about, words));
  });

  it('is owned by the rpm, but for folders of the system', () => {
    const stage = join(place, 'owned');
    layOut(contents(), 'rpm', stage);
    const [, files = ''] = specFile(about, stage).split('%files\n');
    expect(files).toContain('%dir %attr(0755,root,root) "/opt/ChargeTray"\n');
    expect(files).toContain('%attr(4755,root,root) "/opt/ChargeTray/chrome-sandbox"\n');
    expect(files).toContain('"/usr/bin/chargetray"\n');
    expect(files).not.toMatch(/"\/usr(\/share)?(\/icons|\/bin)?"/);
  });

  const makers = [
    [
      'dpkg-deb',
      (work: string) => buildDeb(contents(), { work, output: place, thoroughness: 'quick' }),
    ],
    [
      'rpmbuild',
      (work: string) => buildRpm(contents(), { work, output: place, thoroughness: 'quick' }),
    ],
  ] as const;

  for (const [tool, make] of makers) {
    it.skipIf(!has(tool))(`is packed by ${tool} to the same bytes twice`, () => {
      const hash = (work: string) => {
        const bytes = readFileSync(make(join(place, work)));
        return createHash('sha256').update(bytes).digest('hex');
      };
      expect(hash('once')).toBe(hash('twice'));
    });
  }
});

describe.skipIf(process.platform === 'win32')('installing', () => {
  /** The scripts in a folder instead of the system, where AppArmor knows the rule or not. */
  function run(name: keyof ReturnType<typeof packageScripts>, argument: string, knows: boolean) {
    const script = packageScripts(about)[name].replaceAll(/ \/(?=opt|etc)|=\/(?=etc)/g, (sign) =>
      sign.replace('/', `${place}/system/`),
    );
    writeFileSync(join(place, 'system/bin/apparmor_parser'), `#!/bin/sh\nexit ${knows ? 0 : 1}\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${place}/system/bin:${process.env.PATH}` };
    execFileSync('sh', ['-c', script, 'script', argument], { env });
  }

  it('gives AppArmor a profile only while it can read it, and takes it away again', () => {
    const folder = join(place, 'system');
    mkdirSync(join(folder, 'bin'), { recursive: true });
    mkdirSync(join(folder, 'etc/apparmor.d'), { recursive: true });
    mkdirSync(join(folder, 'opt/ChargeTray/resources'), { recursive: true });
    writeFileSync(join(folder, 'opt/ChargeTray/resources/apparmor-profile'), 'userns,');
    const hasProfile = () => existsSync(join(folder, 'etc/apparmor.d/chargetray'));
    run('postinst', 'configure', false);
    expect(hasProfile()).toBe(false);
    run('postinst', 'configure', true);
    expect(hasProfile()).toBe(true);
    run('postrm', 'upgrade', true);
    expect(hasProfile()).toBe(true);
    run('postinst', 'configure', false);
    expect(hasProfile()).toBe(false);
    run('postinst', 'configure', true);
    run('postrm', 'remove', true);
    expect(hasProfile()).toBe(false);
  });
});

/** What is read from files is what the tests above are about. */
it('knows the app by what the project says of it', () => {
  const expected: Partial<About> = {
    name: 'chargetray',
    productName: 'ChargeTray',
    licence: 'MIT',
  };
  expect(about).toMatchObject(expected);
  expect(Number.isSafeInteger(about.madeAtS)).toBe(true);
});
