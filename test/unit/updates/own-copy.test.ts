import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withoutMount } from '../../../electron/platform/electron/updater/app-image.ts';
import { feedElsewhere, ownFeed } from '../../../electron/platform/electron/updater/own-feed.ts';
import { programFiles } from '../../../electron/platform/files/program-files.ts';
import { type OwnCopy, wayOf } from '../../../electron/updates/own-way.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-copy-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function way(copy: Partial<OwnCopy>) {
  return wayOf({
    platform: 'linux',
    environment: {},
    isPackaged: true,
    execPath: join(folder, 'chargetray'),
    resources: join(folder, 'resources'),
    isElsewhere: false,
    files: programFiles,
    ...copy,
  });
}

function fileAt(...names: string[]): string {
  const path = join(folder, ...names);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '');
  return path;
}

describe('a copy', () => {
  it('that is an AppImage replaces itself, where its name leads', async () => {
    const appImage = fileAt('apps', 'ChargeTray.AppImage');
    const link = join(folder, 'link');
    symlinkSync(appImage, link);
    expect(await way({ environment: { APPIMAGE: link } })).toEqual({ way: 'itself', appImage });
  });

  it('that is an AppImage no longer there is replaced by its owner', async () => {
    const environment = { APPIMAGE: join(folder, 'gone') };
    expect(await way({ environment })).toEqual({ way: 'byHand' });
  });

  it('that the system has installed is replaced by that', async () => {
    expect(await way({ execPath: '/opt/ChargeTray/chargetray' })).toEqual({ way: 'byHand' });
    fileAt('resources', 'package-type');
    expect(await way({})).toEqual({ way: 'byHand' });
  });

  it.each([
    ['a checkout', { isPackaged: false }],
    ['an unpacked folder', {}],
    ['an unpacked folder of Windows', { platform: 'win32' }],
    ['a system that is not known', { platform: 'freebsd' }],
  ] as const)('that is %s is offered nothing', async (_, copy) => {
    expect(await way(copy)).toBeUndefined();
  });

  it('of Windows is known by its uninstaller, or is one that needs no installing', async () => {
    const environment = { PORTABLE_EXECUTABLE_FILE: 'E:\\ChargeTray.exe' };
    expect(await way({ platform: 'win32', environment })).toEqual({ way: 'byHand' });
    fileAt('Uninstall ChargeTray.exe');
    expect(await way({ platform: 'win32' })).toEqual({ way: 'itself' });
  });

  it('of macOS is where it was put, or still where it came from', async () => {
    const inside = ['ChargeTray.app', 'Contents', 'MacOS', 'ChargeTray'];
    const execPath = fileAt(...inside);
    expect(await way({ platform: 'darwin', execPath })).toEqual({ way: 'itself' });
    const moved = fileAt('AppTranslocation', ...inside);
    expect(await way({ platform: 'darwin', execPath: moved })).toEqual({ way: 'byHand' });
  });

  it('of a test is a checkout, and looks elsewhere', async () => {
    const elsewhere = { isPackaged: false, isElsewhere: true };
    expect(await way(elsewhere)).toEqual({ way: 'byHand' });
    const APPIMAGE = fileAt('ChargeTray.AppImage');
    const own = await way({ ...elsewhere, environment: { APPIMAGE } });
    expect(own).toEqual({ way: 'itself', appImage: APPIMAGE });
  });
});

describe('another place of releases', () => {
  const here = 'http://127.0.0.1:4711';
  const read = (environment: Record<string, string>) => {
    const warnings: string[] = [];
    return { found: feedElsewhere(environment, (line) => void warnings.push(line)), warnings };
  };

  it('is this machine, with who signs there', () => {
    const given = { CHARGETRAY_UPDATES_URL: here, CHARGETRAY_UPDATES_KEY: 'key' };
    expect(read(given)).toEqual({ found: { baseUrl: here, key: 'key' }, warnings: [] });
    const elsewhere = { baseUrl: here, key: 'key' };
    const feed = ownFeed({ platform: 'linux', arch: 'x64', elsewhere });
    expect(feed).toMatchObject({ origin: here, keys: 'key' });
    expect(feed.mayLeadTo(new URL('https://github.com'))).toBe(false);
  });

  it.each([
    [{ CHARGETRAY_UPDATES_URL: 'https://example.com', CHARGETRAY_UPDATES_KEY: 'key' }, 2],
    [{ CHARGETRAY_UPDATES_KEY: 'key' }, 1],
    [{}, 0],
  ])('is no other: %o', (given, warnings) => {
    const said = read(given as Record<string, string>);
    expect(said.found).toBeUndefined();
    expect(said.warnings).toHaveLength(warnings);
  });
});

describe('what the next one is started with', () => {
  it('has nothing of the old image, whose folder anybody could make anew', () => {
    const mount = '/tmp/.mount_Charge1a2b3c';
    const environment = {
      APPDIR: mount,
      APPIMAGE: '/owner/ChargeTray.AppImage',
      ARGV0: './ChargeTray.AppImage',
      OWD: '/owner',
      PATH: `${mount}:${mount}/usr/sbin:/usr/bin:/bin`,
      LD_LIBRARY_PATH: `${mount}/usr/lib`,
      XDG_DATA_DIRS: `${mount}/usr/share/:/usr/share`,
      OTHER: '/tmp/.mount_Charge1a2b3cd/usr',
      HOME: '/owner',
      UNSET: undefined,
    };
    expect(withoutMount(environment)).toEqual({
      PATH: '/usr/bin:/bin',
      XDG_DATA_DIRS: '/usr/share',
      OTHER: '/tmp/.mount_Charge1a2b3cd/usr',
      HOME: '/owner',
    });
  });

  it('is the same where there was no image', () => {
    expect(withoutMount({ PATH: '/bin', HOME: '/' })).toEqual({ PATH: '/bin', HOME: '/' });
  });
});
