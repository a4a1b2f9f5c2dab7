import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimePackages } from '../../../test/desktop/packages.mjs';
import { renamed } from '../../prepare/system-needs.mjs';
import { type About, packageVersion } from './about.ts';
import { packageScripts } from './app-armor.ts';
import { type Contents, layOut, pathsBelow, type Thoroughness } from './layout.ts';

/** Names of processors, as Node and as Debian has them. */
const architectures = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
]);

/** What the package says of itself; `installedKb` is what it takes on the disk, in KiB. */
export function controlFile(about: About, installedKb: number): string {
  return [
    `Package: ${about.name}`,
    `Version: ${packageVersion(about)}`,
    `Architecture: ${architectureOf(process.arch)}`,
    `Maintainer: ${about.maintainer}`,
    `Installed-Size: ${installedKb}`,
    `Depends: ${debianNeeds().join(', ')}`,
    'Section: utils',
    'Priority: optional',
    `Homepage: ${about.homepage}`,
    `Description: ${about.summary}`,
    ` ${about.description}`,
    '',
  ].join('\n');
}

/** Newer releases call some libraries otherwise; theirs come first, so that nothing else is taken. */
function debianNeeds(): readonly string[] {
  const names = [...runtimePackages.map((need) => need.package), 'xdg-utils'];
  return names.map((name) => [renamed.get(name), name].filter(Boolean).join(' | '));
}

/**
 * Builds a package for Debian and its relatives with their own tool.
 * @param work a folder for what lies there meanwhile; removed before and after
 * @returns the path of the package
 */
export function buildDeb(
  contents: Contents,
  { work, output, thoroughness }: { work: string; output: string; thoroughness: Thoroughness },
): string {
  const { about } = contents;
  rmSync(work, { recursive: true, force: true });
  layOut(contents, 'deb', work);
  const installedKb = pathsBelow(work).reduce((sum, path) => sum + kbOf(join(work, path)), 0);
  const control = join(work, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(join(control, 'control'), controlFile(about, installedKb));
  for (const [name, script] of Object.entries(packageScripts(about))) {
    writeFileSync(join(control, name), script);
    chmodSync(join(control, name), 0o755);
  }
  const processor = architectureOf(process.arch);
  const file = join(output, `${about.productName}-${about.version}-linux-${processor}.deb`);
  const compression = thoroughness === 'small' ? ['-Zxz', '-z6'] : ['-Zgzip', '-z1'];
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', work, file], {
    stdio: 'pipe',
    env: { ...process.env, SOURCE_DATE_EPOCH: String(about.madeAtS) },
  });
  rmSync(work, { recursive: true, force: true });
  return file;
}

function architectureOf(processor: string): string {
  const name = architectures.get(processor);
  if (!name) throw new Error(`Debian packages are not made for ${processor}.`);
  return name;
}

/** As Debian counts: whole KiB for each file, one for whatever else. */
function kbOf(path: string): number {
  const about = lstatSync(path);
  return about.isFile() ? Math.ceil(about.size / 1024) : 1;
}
