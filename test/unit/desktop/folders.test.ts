import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Home, type LocaleVariables, makeHome } from '../../desktop/folders.ts';

let folder = '';
let home: Home | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chargetray-folders-'));
  // Whoever runs the tests has a language of their own.
  for (const name of ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_TIME']) vi.stubEnv(name, 'fr_FR.UTF-8');
});
afterEach(() => {
  vi.unstubAllEnvs();
  home?.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function localeOf(locale?: LocaleVariables) {
  home = await makeHome({ folder, theme: 'light', width: 800, ...(locale ? { locale } : {}) });
  return Object.entries(home.env).filter(([name]) => /^(LANG|LC_)/.test(name));
}

describe('the locale of a desktop', () => {
  it('is plain', async () => {
    const names = await localeOf();
    expect(Object.fromEntries(names)).toEqual({ LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' });
  });

  it('is what was asked for, and nothing of the person who runs the tests', async () => {
    const asked = { LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8' } as const;
    expect(Object.fromEntries(await localeOf(asked))).toEqual(asked);
  });

  it('can be none', async () => {
    expect(await localeOf({})).toEqual([]);
  });
});
