/**
 * Installs the app, has a person use it, upgrades it while it runs, and removes it; tells what was
 * seen as one line of JSON. Runs as root in a root of its own, which is thrown away afterwards.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './made.ts';
import { home, makePerson, personLives } from './person-lives.ts';
import type { Life, Said } from './told.ts';

const [before = '', after = '', rpmBefore = '', rpmAfter = ''] = process.argv.slice(2);
const profile = '/etc/apparmor.d/chargetray';

process.stdout.write(`${JSON.stringify(await live())}\n`);

async function live(): Promise<Life> {
  makePerson();
  appArmorThatKnowsNamespaces();
  const found = systemPaths();
  const fullDisk = installedWithoutRoom(found);
  printed('dpkg', '--install', before);
  const versions = [version()];
  const first = await personLives({
    inSameRoot: true,
    meanwhile: () => {
      printed('dpkg', '--install', after);
      versions.push(version());
    },
  });
  const entry = join(home, 'desk/home/.config/autostart/chargetray.desktop');
  // As a desktop's own settings would: what its owner changed there has to stay.
  writeFileSync(entry, `${first.autostart}X-GNOME-Autostart-Delay=60\n`);
  const second = await personLives({ inSameRoot: false });
  const readOnly = await livesReadOnly();
  const asRoot = [said('chargetray'), said('chargetray', '--status')];
  const told = readFileSync(profile, 'utf8');
  const verified = printed('dpkg', '--verify', 'chargetray');
  printed('dpkg', '--remove', 'chargetray');
  printed('dpkg', '--purge', 'chargetray');
  const left = systemPaths();
  return {
    versions,
    looks: [first, second],
    readOnly,
    asRoot,
    fullDisk,
    profile: told,
    verified,
    leftovers: [...left].filter((path) => !found.has(path)),
    missing: [...found].filter((path) => !left.has(path)),
    ownData: readdirSync(join(home, 'desk/home/.config/ChargeTray')),
    rpm: await rpmLife(),
  };
}

/** The other kind, on a system that has its libraries, but does not know them by its names. */
async function rpmLife(): Promise<Life['rpm']> {
  // Parts of every system that has such packages.
  for (const folder of ['licenses', 'zsh/site-functions', 'fish/vendor_completions.d']) {
    mkdirSync(join('/usr/share', folder), { recursive: true });
  }
  const found = systemPaths();
  const installs = (kind: string, file: string) => {
    printed('rpm', kind, '--nodeps', '--force-debian', file);
    return printed('rpm', '--query', '--queryformat', '%{VERSION}', 'chargetray');
  };
  const versions = [installs('--install', rpmBefore)];
  const look = await personLives({
    inSameRoot: true,
    meanwhile: () => versions.push(installs('--upgrade', rpmAfter)),
  });
  const verified = printed('rpm', '--verify', '--nodeps', 'chargetray');
  printed('rpm', '--erase', 'chargetray');
  const leftovers = [...systemPaths()].filter((path) => !found.has(path));
  return { versions, verified, look, leftovers };
}

/** Where the package does not fit; the disk is a larger one afterwards. */
function installedWithoutRoom(found: ReadonlySet<string>): Life['fullDisk'] {
  mkdirSync('/opt', { recursive: true });
  printed('mount', '-t', 'tmpfs', '-o', 'size=50m', 'tmpfs', '/opt');
  const told = said('dpkg', '--install', after);
  const inside = readdirSync('/opt');
  printed('umount', '/opt');
  const leftovers = [...systemPaths()].filter((path) => !found.has(path));
  return { ...told, leftovers: [...inside, ...leftovers] };
}

async function livesReadOnly(): Promise<Life['readOnly']> {
  printed('mount', '--bind', '/opt', '/opt');
  printed('mount', '-o', 'remount,bind,ro', '/opt');
  const look = await personLives({ inSameRoot: true });
  printed('umount', '/opt');
  return look;
}

function said(program: string, ...args: readonly string[]): Said {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

/** Older ones do not know the rule. This one reads it, and the kernel is not asked. */
function appArmorThatKnowsNamespaces(): void {
  mkdirSync('/etc/apparmor.d', { recursive: true });
  const parser = '/usr/local/sbin/apparmor_parser';
  writeFileSync(parser, '#!/bin/sh\nfor last; do :; done\ngrep -q userns "$last"\n');
  chmodSync(parser, 0o755);
}

function version(): string {
  const [, told = ''] = printed('dpkg-query', '--show', 'chargetray').trim().split('\t');
  return told;
}

/** Everything installed; what dpkg and others write about it is theirs. */
function systemPaths(): ReadonlySet<string> {
  const found = printed(
    'find',
    '/etc',
    '/opt',
    '/usr',
    '/var',
    '-xdev',
    '-path',
    '/usr/lib/node_modules',
    '-prune',
    '-o',
    '-print',
  );
  const theirs =
    /^\/var\/(lib\/(dpkg|rpm)|log|cache\/(man|ldconfig))\b|\.cache$|\/mimeinfo\.cache$/;
  return new Set(found.split('\n').filter((path) => !theirs.test(path)));
}
