/**
 * Installs the app, has a person use it, upgrades it while it runs, and removes it; tells what was
 * seen as one line of JSON. Runs as root in a root of its own, which is thrown away afterwards.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from './made.ts';
import { home, makePerson, personLives } from './person-lives.ts';
import type { Life } from './told.ts';

const [before = '', after = '', rpm = ''] = process.argv.slice(2);
const profile = '/etc/apparmor.d/chargetray';

process.stdout.write(`${JSON.stringify(await live())}\n`);

async function live(): Promise<Life> {
  makePerson();
  appArmorThatKnowsNamespaces();
  const found = systemPaths();
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
  const told = readFileSync(profile, 'utf8');
  const verified = printed('dpkg', '--verify', 'chargetray');
  printed('dpkg', '--remove', 'chargetray');
  printed('dpkg', '--purge', 'chargetray');
  const left = systemPaths();
  return {
    versions,
    looks: [first, second],
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
  printed('rpm', '--install', '--nodeps', '--force-debian', rpm);
  const verified = printed('rpm', '--verify', '--nodeps', 'chargetray');
  const look = await personLives({ inSameRoot: true });
  printed('rpm', '--erase', 'chargetray');
  return { verified, look, leftovers: [...systemPaths()].filter((path) => !found.has(path)) };
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
