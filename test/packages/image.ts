import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageArgs } from '../../build/package/app-image.mjs';
import { runPacker } from '../../build/package/pack.mjs';
import { locateRuntime } from '../../build/prepare/runtime-place.mjs';
import { unpackedFolder } from './made.ts';

/** The script that stands for the runtime ends here, and the app begins. */
const runtimeBytes = 4096;

/** What the packer makes an AppImage with, out of this system's tools and a script. */
function layTools(folder: string): void {
  mkdirSync(join(folder, 'runtimes'), { recursive: true });
  mkdirSync(join(folder, 'lib/x64'), { recursive: true });
  symlinkSync('/usr/bin/desktop-file-validate', join(folder, 'desktop-file-validate'));
  // What is thrown away a minute later may be larger.
  const quickly = '#!/bin/sh\nexec /usr/bin/mksquashfs "$@" -Xcompression-level 1\n';
  writeFileSync(join(folder, 'mksquashfs'), quickly, { mode: 0o755 });
  const script = readFileSync(join(import.meta.dirname, 'image-runtime.sh'), 'utf8');
  // No shell reads on behind its `exec`: what fills it up may be anything.
  writeFileSync(join(folder, 'runtimes/runtime-x64'), script.padEnd(runtimeBytes, '\n'));
}

/**
 * Has the packer make an AppImage of what was packed, with a runtime that is for tests only.
 * @param place a folder for it and for what makes it
 * @returns its path
 */
export async function buildImage(place: string): Promise<string> {
  const tools = join(place, 'tools');
  layTools(tools);
  const output = join(place, 'image');
  const version = locateRuntime()?.version ?? '';
  const env = { ...process.env, APPIMAGE_TOOLS_PATH: tools };
  await runPacker(imageArgs({ unpacked: unpackedFolder, output, version }), env);
  const [name = ''] = readdirSync(output).filter((one) => one.endsWith('.AppImage'));
  return join(output, name);
}
