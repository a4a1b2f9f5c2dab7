import type { About, PackageKind } from './about.ts';

/**
 * Files by which shells complete what the app can be told, by where they look for them.
 * @param usage what `--help` says
 */
export function completions(
  { name }: Pick<About, 'name'>,
  usage: string,
  kind: PackageKind,
): ReadonlyMap<string, string> {
  const options = [...new Set([...(usage.match(/--[a-z]+/g) ?? []), '--hidden', '--help'])];
  const zsh = { deb: 'vendor-completions', rpm: 'site-functions' }[kind];
  const fish = options.map((option) => `complete -c ${name} -f -l ${option.slice(2)}\n`);
  return new Map([
    [
      `/usr/share/bash-completion/completions/${name}`,
      `complete -W '${options.join(' ')}' ${name}\n`,
    ],
    [`/usr/share/zsh/${zsh}/_${name}`, `#compdef ${name}\ncompadd -- ${options.join(' ')}\n`],
    [`/usr/share/fish/vendor_completions.d/${name}.fish`, fish.join('')],
  ]);
}
