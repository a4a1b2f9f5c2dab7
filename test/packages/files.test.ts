import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { madePackage, printed } from './made.ts';

/** Where each kind keeps what the other keeps elsewhere. */
const kinds = {
  deb: { listing: () => printed('dpkg-deb', '--contents', madePackage('deb')) },
  rpm: { listing: () => printed('rpm', '-qplv', '--nosignature', madePackage('rpm')) },
};

/** Path, mode and owner of everything in a package. */
function contents(kind: keyof typeof kinds) {
  return kinds[kind]
    .listing()
    .trim()
    .split('\n')
    .map((line) => {
      const [, path = ''] = /\s\.?(\/\S*)( -> \S+)?$/.exec(line) ?? [];
      return { path: path.replace(/(.)\/$/, '$1'), mode: line.slice(0, 10), line };
    });
}

it.each(['deb', 'rpm'] as const)('the %s lays everything where the system looks for it', (kind) => {
  const all = contents(kind);
  const at = (path: string) => all.find((one) => one.path === path);
  const files = [
    '/usr/share/applications/chargetray.desktop',
    '/usr/share/metainfo/app.chargetray.chargetray.metainfo.xml',
    '/usr/share/man/man1/chargetray.1.gz',
    '/usr/share/bash-completion/completions/chargetray',
    '/usr/share/fish/vendor_completions.d/chargetray.fish',
    ...[16, 24, 32, 48, 64, 128, 256, 512].map(
      (size) => `/usr/share/icons/hicolor/${size}x${size}/apps/chargetray.png`,
    ),
  ];
  for (const path of files) expect(at(path)?.mode, path).toBe('-rw-r--r--');
  expect(at('/usr/bin/chargetray')?.mode).toBe('-rwxr-xr-x');
  expect(at('/opt/ChargeTray/chargetray')?.mode).toBe('-rwxr-xr-x');
  expect(at('/opt/ChargeTray/chrome-sandbox')?.mode).toBe('-rwsr-xr-x');
  const elevated = all.filter(({ mode }) => /[sS]/.test(mode)).map(({ path }) => path);
  expect(elevated).toEqual(['/opt/ChargeTray/chrome-sandbox']);
  expect(all.filter(({ line }) => !/\sroot[/ ]\s*root\s/.test(line))).toEqual([]);
  const licence = { deb: 'doc/chargetray/copyright', rpm: 'licenses/chargetray/LICENSE' }[kind];
  expect(at(`/usr/share/${licence}`)?.mode).toBe('-rw-r--r--');
  // Chromium's words in the languages spoken, Spanish also as in Latin America.
  const locales = all.filter(({ path }) => /\/locales\/./.test(path));
  expect(locales).toHaveLength(7);
});

it('the deb says what it is and needs, and is at most 95 MB', () => {
  const told = printed('dpkg-deb', '--field', madePackage('deb'));
  for (const field of ['Maintainer', 'Homepage', 'Section', 'Depends', 'Installed-Size']) {
    expect(told).toMatch(new RegExp(`^${field}: \\S`, 'm'));
  }
  expect(statSync(madePackage('deb')).size).toBeLessThanOrEqual(95_000_000);
  expect(printed('dpkg-deb', '--info', madePackage('deb'))).toMatch(/postinst[\s\S]*postrm/);
});

it('the rpm says what it is, and needs libraries that all of its systems call alike', () => {
  const asked = (what: string) => printed('rpm', '-qp', '--nosignature', what, madePackage('rpm'));
  expect(asked('--info')).toMatch(/^Name +: chargetray$/m);
  expect(asked('--info')).toMatch(/^URL +: https:/m);
  const needs = asked('--requires').trim().split('\n');
  expect(needs).toContain('libgtk-3.so.0()(64bit)');
  expect(
    needs.filter((need) => !/^(lib[\w-]+\.so(\.\d+)?\(\)\(64bit\)|rpmlib\(|xdg-utils$)/.test(need)),
  ).toEqual([]);
  expect(asked('--scripts')).toBe('');
});
