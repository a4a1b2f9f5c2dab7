import { describe, expect, it } from 'vitest';
import { chromiumSwitches } from '../../../build/launch.mjs';
import { packing } from '../../../build/package/pack.mjs';
import { isWorthTrying } from '../../../build/prepare/electron-runtime.mjs';
import { canRunFallback } from '../../../build/prepare/fallback-package.mjs';

describe('canRunFallback', () => {
  it.each([
    ['linux', 'x64', true],
    ['linux', 'arm64', false],
    ['darwin', 'x64', false],
    ['win32', 'x64', false],
  ])('on %s %s', (platform, arch, expected) => {
    expect(canRunFallback(platform, arch)).toBe(expected);
  });
});

describe('isWorthTrying', () => {
  const day = 24 * 3_600_000;

  it.each([
    ['never tried', '', true],
    ['tried yesterday', `45.4.1 ${9 * day}`, false],
    ['tried long ago', `45.4.1 ${2 * day}`, true],
    ['tried for another version', `45.4.0 ${9 * day}`, true],
  ])('%s', (_what, tried, expected) => {
    expect(isWorthTrying(tried, '45.4.1', 10 * day)).toBe(expected);
  });
});

describe('chromiumSwitches', () => {
  it.each([
    ['linux', true, false, ['--no-sandbox', '--disable-gpu']],
    ['linux', false, true, []],
    ['linux', false, false, ['--disable-gpu']],
    ['darwin', true, false, []],
  ])('%s, root %s, graphics card %s', (platform, isRoot, hasGpu, expected) => {
    expect(chromiumSwitches({ platform, isRoot, hasGpu })).toEqual(expected);
  });
});

describe('packing', () => {
  const official = { folder: '/electron', version: '45.4.1', official: true };
  const standIn = { folder: '/stand-in', version: '33.2.1', official: false };

  const folder = { installers: false, platform: 'linux' };
  const installers = (platform: string) => ({ installers: true, platform });

  it('packs the official runtime into dist', () => {
    const { output, args } = packing(official, folder);
    expect(output).toBe('dist');
    expect(args).toContain('--dir');
    expect(args).toContain('-c.electronDist=/electron');
  });

  it.each([folder, installers('linux')])(
    'packs the stand-in where nobody takes it for a release: %o',
    (way) => {
      const { output, args } = packing(standIn, way);
      expect(output).toBe('dist/not-for-publishing');
      expect(args).toContain('-c.directories.output=dist/not-for-publishing');
      expect(args).toContain('-c.electronVersion=33.2.1');
    },
  );

  it.each(['darwin', 'win32'])('makes installers from the official runtime alone: %s', (system) => {
    expect(packing(official, installers(system)).args).not.toContain('--dir');
    expect(() => packing(standIn, installers(system))).toThrow(/official Electron only/);
  });

  it('makes packages for Linux out of a folder', () => {
    expect(packing(official, installers('linux')).args).toContain('--dir');
  });

  it('never publishes by itself', () => {
    expect(packing(official, installers('darwin')).args.slice(0, 2)).toEqual([
      '--publish',
      'never',
    ]);
  });
});
