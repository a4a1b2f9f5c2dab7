import { desktopOutlets } from './desktop.ts';
import { fileOutlets } from './files.ts';
import { networkOutlets } from './network.ts';
import type { Outlet } from './outlet.ts';

/** Every place where text of somebody else's comes out; the page has a test of its own. */
export const outlets: Readonly<Record<string, Outlet>> = {
  ...desktopOutlets,
  ...fileOutlets,
  ...networkOutlets,
};
