import {
  chmodSync,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Messages } from '../../../shared/text/messages.ts';
import { root } from '../../prepare/places.mjs';
import type { About, PackageKind } from './about.ts';
import { appArmorProfile, profileSource } from './app-armor.ts';
import { completions } from './completions.ts';
import { componentId, desktopEntry, installedFolder, metainfo } from './desktop-files.ts';
import { launcher } from './launcher.ts';
import { manPage } from './man-page.ts';

/** What is to be installed and from where. */
export interface Contents {
  readonly about: About;
  /** The folder that the packer has unpacked. */
  readonly unpacked: string;
  /** Holds `16x16.png` and so on. */
  readonly icons: string;
  /** What the command line says in English. */
  readonly words: Messages['commandLine'];
}

/** Whether a package is to be small or soon there. */
export type Thoroughness = 'small' | 'quick';

const sandbox = 'chrome-sandbox';

/** In pixels; the system's icon theme knows no folder for larger ones. */
const largestIcon = 512;

/** Lays the files of a package below a folder as they will lie on a system, with modes and times. */
export function layOut(contents: Contents, kind: PackageKind, stage: string): void {
  const { about, unpacked, icons, words } = contents;
  const place = (path: string): string => made(join(stage, path));
  const write = (path: string, bytes: string | Buffer): void => writeFileSync(place(path), bytes);
  copyTree(unpacked, place(installedFolder(about)));
  write(`/usr/bin/${about.name}`, launcher(about));
  chmodSync(join(stage, `usr/bin/${about.name}`), 0o755);
  write(`/usr/share/applications/${about.name}.desktop`, desktopEntry(about));
  write(`/usr/share/metainfo/${componentId(about)}.metainfo.xml`, metainfo(about));
  write(`/usr/share/man/man1/${about.name}.1.gz`, gzipped(manPage(about, words)));
  for (const [path, text] of completions(about, words, kind)) write(path, text);
  for (const name of readdirSync(icons)) {
    const [size = ''] = name.split('.');
    if (Number.parseInt(size, 10) > largestIcon) continue;
    const icon = `/usr/share/icons/hicolor/${size}/apps/${about.name}.png`;
    copyFileSync(join(icons, name), place(icon));
  }
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  if (kind === 'deb') {
    write(`/usr/share/doc/${about.name}/copyright`, licence);
    const changes = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    write(`/usr/share/doc/${about.name}/changelog.gz`, gzipped(changes));
    write(profileSource(about), appArmorProfile(about));
  } else {
    write(`/usr/share/licenses/${about.name}/LICENSE`, licence);
  }
  settle(stage, about.madeAtS);
}

/** Every path below a folder, in an order that no disk decides, the folder itself left out. */
export function pathsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

function made(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const path of pathsBelow(from)) {
    const source = join(from, path);
    if (lstatSync(source).isDirectory()) mkdirSync(join(to, path));
    else copyFileSync(source, join(to, path));
  }
}

/** Neither the builder's umask nor the time of building is seen in the package. */
function settle(stage: string, atS: number): void {
  for (const path of ['.', ...pathsBelow(stage)].reverse()) {
    const full = join(stage, path);
    const about = lstatSync(full);
    if (!about.isSymbolicLink()) chmodSync(full, modeOf(path, about));
    lutimesSync(full, atS, atS);
  }
}

function modeOf(path: string, about: { isDirectory(): boolean; mode: number }): number {
  // Where the system refuses namespaces to programs, Chromium's sandbox needs the rights of root.
  if (path.endsWith(`/${sandbox}`)) return 0o4755;
  return about.isDirectory() || (about.mode & 0o111) !== 0 ? 0o755 : 0o644;
}

function gzipped(text: string): Buffer {
  return gzipSync(text, { level: 9 });
}
