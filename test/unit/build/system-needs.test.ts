import { describe, expect, it } from 'vitest';
import { librariesIn, needName, packageNames } from '../../../build/prepare/system-needs.mjs';

describe('packageNames', () => {
  const gtk = { package: 'libgtk-3-0', library: 'libgtk-3.so.0' };
  const xvfb = { package: 'xvfb', program: 'Xvfb' };

  it('takes the newer name where the lists hold it', () => {
    const isOffered = (name: string) => name === 'libgtk-3-0t64';
    expect(packageNames([gtk, xvfb], isOffered)).toEqual(['libgtk-3-0t64', 'xvfb']);
  });

  it('keeps the older name everywhere else', () => {
    expect(packageNames([gtk, xvfb], () => false)).toEqual(['libgtk-3-0', 'xvfb']);
  });
});

describe('librariesIn', () => {
  it('reads the list of the linker', () => {
    const cache = [
      "2 libs found in cache `/etc/ld.so.cache'",
      '\tlibnss3.so (libc6,x86-64) => /lib/x86_64-linux-gnu/libnss3.so',
      '\tlibgbm.so.1 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgbm.so.1',
    ].join('\n');
    expect([...librariesIn(cache)]).toEqual(['libnss3.so', 'libgbm.so.1']);
  });
});

describe('needName', () => {
  it('names what is looked for, not the package', () => {
    expect(needName({ package: 'xvfb', program: 'Xvfb' })).toBe('Xvfb');
    expect(needName({ package: 'gcr', file: '/gcr-prompter' })).toBe('/gcr-prompter');
  });
});
