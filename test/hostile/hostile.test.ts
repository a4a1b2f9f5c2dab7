import { describe, expect, it } from 'vitest';
import { desktopOutlets } from './desktop.ts';
import { fileOutlets } from './files.ts';
import { networkOutlets } from './network.ts';
import type { Outlet } from './outlet.ts';
import { hostileTexts } from './texts.ts';

const outlets: Readonly<Record<string, Outlet>> = {
  ...desktopOutlets,
  ...fileOutlets,
  ...networkOutlets,
};

describe.each(Object.entries(outlets))('%s', (_, outlet) => {
  it.each(Object.entries(hostileTexts))('shows %s as text', async (_what, text) => {
    expect(await outlet.wrong(text)).toEqual([]);
  });
});
