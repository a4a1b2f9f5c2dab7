import { execFileSync } from 'node:child_process';
import { copyFileSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimePackages } from '../../../test/desktop/packages.mjs';
import { type About, packageVersion } from './about.ts';
import { installedFolder } from './desktop-files.ts';
import { type Contents, layOut, pathsBelow, type Thoroughness } from './layout.ts';

/** Names of processors, as Node and as rpm has them. */
const architectures = new Map([
  ['x64', 'x86_64'],
  ['arm64', 'aarch64'],
]);

/** Nobody's checkers look into what Electron has built, and nothing tells where it was packed. */
const settings = [
  '%global __os_install_post %{nil}',
  '%global debug_package %{nil}',
  '%global _build_id_links none',
  '%global _buildhost localhost',
  '%global use_source_date_epoch_as_buildtime 1',
  '%global clamp_mtime_to_source_date_epoch 1',
];

/**
 * The recipe by which rpm builds the package.
 * @param stage where everything lies as it is to be installed
 */
export function specFile(
  about: About,
  stage: string,
  thoroughness: Thoroughness = 'small',
): string {
  const owned = pathsBelow(stage).flatMap((path) => ownedLine(about, stage, path));
  return [
    ...settings,
    `%global _binary_payload w${thoroughness === 'small' ? 7 : 1}.zstdio`,
    `Name: ${about.name}`,
    `Version: ${packageVersion(about)}`,
    'Release: 1',
    `Summary: ${about.summary}`,
    `License: ${about.licence}`,
    `URL: ${about.homepage}`,
    `Packager: ${about.maintainer}`,
    'AutoReqProv: no',
    ...rpmNeeds().map((need) => `Requires: ${need}`),
    '',
    '%description',
    about.description,
    '',
    '%install',
    `cp -al '${stage}/.' '%{buildroot}/'`,
    '',
    '%files',
    ...owned,
    '',
  ].join('\n');
}

/** Libraries by their own names, because Fedora and openSUSE call the packages differently. */
function rpmNeeds(): readonly string[] {
  const libraries = runtimePackages.flatMap(({ library }) => (library ? [library] : []));
  return [...libraries.map((library) => `${library}()(64bit)`), 'xdg-utils'];
}

/** Folders that belong to the system, such as those of icons, are not ours. */
function ownedLine(about: About, stage: string, path: string): readonly string[] {
  const found = lstatSync(join(stage, path));
  const installed = `/${path}`;
  const own = [installedFolder(about), `/usr/share/licenses/${about.name}`];
  const isOwn = own.some((one) => installed === one || installed.startsWith(`${one}/`));
  if (found.isSymbolicLink()) return [`"${installed}"`];
  const mode = (found.mode & 0o7777).toString(8).padStart(4, '0');
  const attributes = `%attr(${mode},root,root) "${installed}"`;
  if (found.isDirectory()) return isOwn ? [`%dir ${attributes}`] : [];
  return [attributes];
}

/**
 * Builds a package for Fedora, openSUSE and their relatives with their own tool.
 * @param work a folder for what lies there meanwhile; removed before and after
 * @returns the path of the package
 */
export function buildRpm(
  contents: Contents,
  { work, output, thoroughness }: { work: string; output: string; thoroughness: Thoroughness },
): string {
  const { about } = contents;
  const processor = architectures.get(process.arch);
  if (!processor) throw new Error(`No rpm is made for ${process.arch}.`);
  rmSync(work, { recursive: true, force: true });
  const stage = join(work, 'stage');
  mkdirSync(stage, { recursive: true });
  layOut(contents, 'rpm', stage);
  const spec = join(work, `${about.name}.spec`);
  writeFileSync(spec, specFile(about, stage, thoroughness));
  const args = ['-bb', '--target', processor, '--define', `_topdir ${work}`, spec];
  execFileSync('rpmbuild', args, {
    stdio: 'pipe',
    env: { ...process.env, SOURCE_DATE_EPOCH: String(about.madeAtS) },
  });
  const made = join(work, 'RPMS', processor);
  const [built = ''] = readdirSync(made);
  const file = join(output, `${about.productName}-${about.version}-linux-${processor}.rpm`);
  copyFileSync(join(made, built), file);
  rmSync(work, { recursive: true, force: true });
  return file;
}
