import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageArgs } from '../../build/package/app-image.mjs';
import { readAbout } from '../../build/package/linux/about.ts';
import { runPacker } from '../../build/package/pack.mjs';
import { locateRuntime } from '../../build/prepare/runtime-place.mjs';
import { printed, unpackedFolder } from './made.ts';

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
export async function buildImage(place: string, unpacked = unpackedFolder): Promise<string> {
  const tools = join(place, 'tools');
  layTools(tools);
  const output = join(place, 'image');
  const version = locateRuntime()?.version ?? '';
  const env = { ...process.env, APPIMAGE_TOOLS_PATH: tools };
  await runPacker(imageArgs({ unpacked, output, version }), env);
  const [name = ''] = readdirSync(output).filter((one) => one.endsWith('.AppImage'));
  return join(output, name);
}

/**
 * The same app, but for what it calls its version.
 * @param place a folder on the disk on which the package lies
 */
export async function buildNextImage(place: string): Promise<{ image: string; version: string }> {
  const { version: before } = readAbout();
  // As long as the other: nothing in the archive moves.
  const version = before.replaceAll(/\d/g, '9');
  const unpacked = join(place, 'unpacked');
  printed('cp', '--archive', '--link', unpackedFolder, unpacked);
  const archive = join(unpacked, 'resources/app.asar');
  const bytes = readFileSync(archive);
  const said = (what: string) => `"version": "${what}"`;
  const at = bytes.lastIndexOf(said(before));
  if (at < 0) throw new Error('The package does not say its version');
  bytes.write(said(version), at);
  // Not into the file, which is that of the other package as well.
  rmSync(archive);
  writeFileSync(archive, bytes);
  return { image: await buildImage(place, unpacked), version };
}
