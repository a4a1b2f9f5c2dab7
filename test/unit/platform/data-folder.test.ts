import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  customaryFolder,
  findDataFolder,
  folderTrouble,
} from '../../../electron/platform/files/data-folder.ts';
import { isHolderAlive, lockTrouble } from '../../../electron/platform/files/folder-lock.ts';

let base = '';
const at = (...names: string[]) => join(base, ...names);

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'chargetray-folder-'));
  writeFileSync(at('file'), '');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const notMade = () => {
  throw new Error("Failed to get 'userData' path");
};

describe('the data folder', () => {
  it('is the one that Electron gives', () => {
    const command = { asked: '', given: () => at('given'), customary: at('other') };
    expect(findDataFolder(command)).toBe(at('given'));
    expect(readdirSync(base)).toEqual(['file']);
  });

  it('is the one that was asked for, by whatever way', () => {
    mkdirSync(at('asked'));
    symlinkSync(at('asked'), at('link'));
    const command = { asked: at('link', '..', 'link'), given: () => at('asked'), customary: '' };
    expect(findDataFolder(command)).toBe(at('asked'));
  });

  it('is made where it was asked for when Chromium takes another', () => {
    const command = { asked: at('deep', 'asked'), given: () => at('other'), customary: '' };
    expect(findDataFolder(command)).toBe(at('deep', 'asked'));
    expect(readdirSync(at('deep', 'asked'))).toEqual([]);
  });

  it.each([
    ['the file itself', ['file']],
    ['a place below it', ['file', 'a', 'b']],
  ])('is none where a file stands: %s', (_what, names) => {
    const command = { asked: at(...names), given: () => at('other'), customary: '' };
    expect(findDataFolder(command)).toEqual({ kind: 'notAFolder', path: at('file') });
  });

  it('is none where Electron can make none', () => {
    const command = { asked: '', given: notMade, customary: at('file', 'ChargeTray') };
    expect(findDataFolder(command)).toEqual({ kind: 'notAFolder', path: at('file') });
  });

  it('is there after all when it can be made by now', () => {
    const command = { asked: '', given: notMade, customary: at('ChargeTray') };
    expect(findDataFolder(command)).toBe(at('ChargeTray'));
  });
});

describe('customaryFolder', () => {
  it.each([
    ['linux', {}, '/o/.config/ChargeTray'],
    ['linux', { XDG_CONFIG_HOME: '/c' }, '/c/ChargeTray'],
    ['darwin', {}, '/o/Library/Application Support/ChargeTray'],
    ['win32', { APPDATA: '/a' }, '/a/ChargeTray'],
  ] as const)('%s %j: %s', (platform, environment, folder) => {
    expect(customaryFolder('ChargeTray', { platform, environment, home: '/o' })).toBe(folder);
  });
});

describe('a folder', () => {
  it('that can be written has no trouble, and no trace of the trial', () => {
    expect(folderTrouble(at('new', 'folder'))).toBeUndefined();
    expect(readdirSync(at('new', 'folder'))).toEqual([]);
  });

  // To root every folder is open.
  if (process.getuid?.() !== 0) {
    it('that its owner may not write lacks a right', () => {
      mkdirSync(at('closed'));
      chmodSync(at('closed'), 0o500);
      expect(folderTrouble(at('closed'))).toEqual({ kind: 'noPermission', path: at('closed') });
    });
  }

  it.skipIf(process.platform !== 'linux')('that no system would make is found so, and soon', () => {
    expect(folderTrouble('/proc/chargetray')).toMatchObject({ path: '/proc/chargetray' });
  });
});

describe('a folder that is not to be had', () => {
  const out = () => ({ folder: base, temporary: at('tmp'), platform: 'linux' }) as const;

  it('is that of the app that runs, when it answers', async () => {
    const socket = at('socket');
    symlinkSync(socket, at('SingletonSocket'));
    const server = createServer().listen(socket);
    expect(await lockTrouble(out())).toBeUndefined();
    await new Promise((closed) => server.close(closed));
    expect(await lockTrouble(out())).toEqual({ kind: 'unusable', path: base });
  });

  it('may lack no more than the place for its socket', async () => {
    const trouble = { kind: 'notAFolder', path: at('file'), temporary: true };
    expect(await lockTrouble({ ...out(), temporary: at('file') })).toEqual(trouble);
  });

  it('says what it is itself', async () => {
    const trouble = { kind: 'notAFolder', path: at('file') };
    expect(await lockTrouble({ ...out(), folder: at('file') })).toEqual(trouble);
  });

  it('is taken for that of the app that runs where no link tells', async () => {
    expect(await lockTrouble({ ...out(), platform: 'win32' })).toBeUndefined();
  });
});

describe('who holds the lock', () => {
  it.each([
    ['nobody', undefined, false],
    ['this process', `here-${process.pid}`, true],
    ['one that is gone', 'here-999999999', false],
    ['one of another computer, which may run', 'far-away-999999999', true],
    ['nonsense', 'nonsense', false],
  ])('%s', (_who, link, alive) => {
    if (link !== undefined) symlinkSync(link, at('SingletonLock'));
    expect(isHolderAlive(base, 'here')).toBe(alive);
  });
});
