import type { About } from './about.ts';
import { installedFolder, installedProgram } from './desktop-files.ts';

/** What installing and removing does besides laying files down; run by dpkg as root. */
export interface PackageScripts {
  readonly postinst: string;
  readonly postrm: string;
}

/** Where the profile waits until it is known whether this system can read it. */
export function profileSource(about: About): string {
  return `${installedFolder(about)}/resources/apparmor-profile`;
}

/** Lets the app make the namespaces of Chromium's sandbox, and restricts nothing. */
export function appArmorProfile(about: About): string {
  return [
    'abi <abi/4.0>,',
    'include <tunables/global>',
    '',
    `profile ${about.name} "${installedProgram(about)}" flags=(unconfined) {`,
    '  userns,',
    `  include if exists <local/${about.name}>`,
    '}',
    '',
  ].join('\n');
}

/**
 * Nothing here looks into anybody's home: settings, history and the entry that starts the app at
 * login belong to their owners, through upgrades and after removal.
 */
export function packageScripts(about: About): PackageScripts {
  const source = profileSource(about);
  const installed = `/etc/apparmor.d/${about.name}`;
  const head = ['#!/bin/sh', 'set -e', `profile=${installed}`];
  return {
    postinst: [
      ...head,
      'if [ "$1" = configure ]; then',
      '  # An AppArmor that does not know the rule would complain of it at every start of the system.',
      `  if apparmor_parser --skip-kernel-load --skip-cache ${source} >/dev/null 2>&1; then`,
      `    install -m 644 ${source} "$profile"`,
      '    if aa-enabled --quiet 2>/dev/null; then apparmor_parser --replace "$profile" || true; fi',
      '  else',
      '    rm -f "$profile"',
      '  fi',
      'fi',
      '',
    ].join('\n'),
    postrm: [
      ...head,
      'if [ "$1" = remove ] || [ "$1" = purge ]; then',
      '  if [ -f "$profile" ]; then',
      '    if aa-enabled --quiet 2>/dev/null; then apparmor_parser --remove "$profile" || true; fi',
      `    rm -f "$profile" /var/cache/apparmor/*/${about.name}`,
      '  fi',
      'fi',
      '',
    ].join('\n'),
  };
}
