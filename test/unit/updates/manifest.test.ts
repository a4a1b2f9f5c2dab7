import { describe, expect, it } from 'vitest';
import { ownFeed } from '../../../electron/platform/electron/updater/own-feed.ts';
import { isNewer, readManifest } from '../../../electron/updates/manifest.ts';

const sum = `${'A'.repeat(86)}==`;
const suits = ownFeed({ platform: 'linux', arch: 'x64', elsewhere: undefined }).suits;
const name = 'ChargeTray-0.2.0-linux-x86_64.AppImage';
const good = `version: 0.2.0
files:
  - url: ${name}
    sha512: ${sum}
    size: 90000000
releaseNotes: "Quieter.\\r\\nFaster."
`;

const read = (text: string) => readManifest(text, suits);

describe('a manifest', () => {
  it('is read as electron-builder writes it', () => {
    const file = { version: '0.2.0', name, sha512: sum, bytes: 90_000_000 };
    expect(read(good)).toEqual({ version: '0.2.0', notes: 'Quieter.\nFaster.', file });
  });

  it('tells nobody to do anything by its notes', () => {
    const notes = `releaseNotes: "\\u001b[2JNew\\u202Egnp.exe\\u0000"`;
    const release = read(good.replace(/releaseNotes.*/, notes));
    expect(release?.notes).toBe('[2JNewgnp.exe');
  });

  it('has notes that end', () => {
    const endless = `releaseNotes: "${'word '.repeat(10_000)}"`;
    expect(read(good.replace(/releaseNotes.*/, endless))?.notes.length).toBeLessThanOrEqual(4000);
  });

  it('has no file for another processor', () => {
    expect(read(good.replace('x86_64', 'arm64'))).toMatchObject({ file: undefined });
  });

  it.each([
    ['leads up and out', ['url: ', 'url: ../']],
    ['leads to another host', [name, `https://example.com/${name}`]],
    ['names a folder', [name, `other/${name}`]],
    ['names a folder of Windows', [name, `other\\${name}`]],
    ['has no sum', [/ +sha512.*\n/, '']],
    ['has a sum of another kind', [sum, 'd41d8cd98f00b204e9800998ecf8427e']],
    ['has no size', [/ +size.*\n/, '']],
    ['has a size below zero', ['90000000', '-1']],
    ['has a size without end', ['90000000', '1e30']],
    ['has a version that is none', ['version: 0.2.0', 'version: newest']],
    ['has a version that is a number', ['version: 0.2.0', 'version: 2']],
    ['gives an old file for a new version', ['version: 0.2.0', 'version: 0.3.0']],
    ['has no files', [/files:[\s\S]*(?=releaseNotes)/, 'files: []\n']],
    ['is no YAML', ['version', '\t: [version']],
  ] as const)('is not believed where it %s', (_, [from, to]) => {
    const text = good.replace(from, to);
    expect(text).not.toBe(good);
    expect(read(text)).toBeUndefined();
  });

  it.each(['', '[]', 'null', '{}', '<html></html>', '"version: 0.2.0"'])('is not %o', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('newer than', () => {
  it.each([
    ['0.2.0', '0.1.0', true],
    ['0.1.10', '0.1.9', true],
    ['1.0.0', '0.99.99', true],
    ['0.1.0', '0.1.0', false],
    ['0.0.9', '0.1.0', false],
    ['0.1.0', '0.2.0', false],
    // One that is being tried is for nobody who did not look for it himself.
    ['0.2.0-beta.1', '0.1.0', false],
    ['0.2.0', '0.2.0-beta.1', true],
    ['0.2.0', '0.3.0-beta.1', false],
    ['0.2.0', 'of our own', false],
    ['nonsense', '0.1.0', false],
  ])('%s is newer than %s: %s', (version, ours, newer) => {
    expect(isNewer(version, ours)).toBe(newer);
  });
});

describe('a file is for', () => {
  it.each([
    ['linux', 'x64', 'ChargeTray-0.2.0-linux-x86_64.AppImage', true],
    ['linux', 'x64', 'ChargeTray-0.2.0-linux-arm64.AppImage', false],
    ['linux', 'arm64', 'ChargeTray-0.2.0-linux-arm64.AppImage', true],
    ['linux', 'x64', 'ChargeTray-0.2.0-linux-x86_64.rpm', false],
    ['win32', 'x64', 'ChargeTray-0.2.0-win-x64-setup.exe', true],
    ['win32', 'x64', 'ChargeTray-0.2.0-win-x64-portable.exe', false],
    ['darwin', 'arm64', 'ChargeTray-0.2.0-mac-arm64.zip', true],
    ['darwin', 'arm64', 'ChargeTray-0.2.0-mac-arm64.dmg', false],
  ] as const)('%s on %s: %s', (platform, arch, file, isFor) => {
    expect(ownFeed({ platform, arch, elsewhere: undefined }).suits(file)).toBe(isFor);
  });
});

describe('the real place', () => {
  const { mayLeadTo, origin } = ownFeed({ platform: 'linux', arch: 'x64', elsewhere: undefined });
  it.each([
    ['https://github.com/x', true],
    ['https://release-assets.githubusercontent.com/x?sig=y', true],
    ['https://objects.githubusercontent.com/x', true],
    ['http://github.com/x', false],
    ['https://github.com:8443/x', false],
    ['https://github.com.example.com/x', false],
    ['https://evilgithubusercontent.com/x', false],
    ['https://example.com/x', false],
    ['http://127.0.0.1/x', false],
  ])('may lead to %s: %s', (url, may) => expect(mayLeadTo(new URL(url))).toBe(may));

  it('is GitHub', () => expect(origin).toBe('https://github.com'));
});
