import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { pack } from '../../build/package/pack.mjs';
import { root } from '../../build/prepare/places.mjs';
import { Stop } from '../../build/prepare/say.mjs';

/** Programs to compare: one runtime, one way of packing, another app in it. */
export interface Packed {
  readonly ours: string;
  readonly bareTray: string;
  readonly bareWindow: string;
}

const ownAsar = 'resources/app.asar';

/** Packs our app, and puts the bare ones into copies of the same runtime. */
export async function packAll(folder: string): Promise<Packed> {
  await pack([]);
  const unpacked = await unpackedFolder();
  const bare = (kind: 'tray' | 'window') => bareIn(join(folder, `bare-${kind}`), unpacked, kind);
  return {
    ours: join(unpacked, 'chargetray'),
    bareTray: await bare('tray'),
    bareWindow: await bare('window'),
  };
}

async function unpackedFolder(): Promise<string> {
  const files = await readdir(join(root, 'dist'), { recursive: true });
  const found = files.find((file) => file.endsWith('linux-unpacked'));
  if (!found) throw new Stop('nothing was packed.');
  return join(root, 'dist', found);
}

/** A copy, not a link: two apps that run at once must not count each other's pages as shared. */
async function bareIn(to: string, from: string, kind: 'tray' | 'window'): Promise<string> {
  await mkdir(to, { recursive: true });
  await cp(from, to, { recursive: true });
  await rm(join(to, `${ownAsar}.unpacked`), { recursive: true, force: true });
  const app = join(import.meta.dirname, 'bare', kind);
  await createPackage(app, join(to, ownAsar));
  if (kind === 'window') await cp(join(app, 'index.html'), join(to, 'resources/index.html'));
  return join(to, 'chargetray');
}
