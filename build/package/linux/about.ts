import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../prepare/places.mjs';

/** What packages for Linux say of the app. */
export interface About {
  /** Of package, program, desktop entry and icon. */
  readonly name: string;
  readonly productName: string;
  /** As npm writes it: `1.0.0-beta.1`. */
  readonly version: string;
  readonly summary: string;
  readonly description: string;
  /** The description by language, English left out. */
  readonly translated: ReadonlyMap<string, string>;
  /** With an address in angle brackets. */
  readonly maintainer: string;
  readonly homepage: string;
  readonly licence: string;
  /** Of the desktop's menu. */
  readonly category: string;
  /** What stands before `://` in links that open the app. */
  readonly schemes: readonly string[];
  /** The date of everything in the package, in seconds since 1970. */
  readonly madeAtS: number;
}

export type PackageKind = 'deb' | 'rpm';

const manifestSchema = z.object({
  name: z.string(),
  productName: z.string(),
  version: z.string(),
  homepage: z.url(),
  license: z.string(),
});

const packerSchema = z.object({
  protocols: z.object({ schemes: z.array(z.string()) }),
  linux: z.object({
    synopsis: z.string(),
    description: z.string(),
    category: z.string(),
    maintainer: z.string(),
    desktop: z.object({ entry: z.record(z.string(), z.string()) }),
  }),
});

/** Reads what the project says of itself, the same that the packer of other systems reads. */
export function readAbout(): About {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const manifest = manifestSchema.parse(JSON.parse(text('package.json')));
  const yaml: { load(text: string): unknown } = createRequire(import.meta.url)('js-yaml');
  const { linux, protocols } = packerSchema.parse(yaml.load(text('electron-builder.yml')));
  const comments = Object.entries(linux.desktop.entry).flatMap(([key, words]) => {
    const [, language] = /^Comment\[(\w+)\]$/.exec(key) ?? [];
    return language ? [[language, words] as const] : [];
  });
  return {
    name: manifest.name,
    productName: manifest.productName,
    version: manifest.version,
    summary: linux.synopsis,
    description: linux.description,
    translated: new Map(comments),
    maintainer: linux.maintainer,
    homepage: manifest.homepage,
    licence: manifest.license,
    category: linux.category,
    schemes: protocols.schemes,
    madeAtS: madeAt(process.env.SOURCE_DATE_EPOCH),
  };
}

/** Two builds of one commit are the same, so the date is that of the commit where there is one. */
function madeAt(given: string | undefined): number {
  if (given && /^\d+$/.test(given)) return Number(given);
  try {
    const git = ['log', '-1', '--format=%ct'];
    return Number(execFileSync('git', git, { cwd: root, encoding: 'utf8', stdio: 'pipe' }));
  } catch {
    return Math.floor(Date.now() / 1000);
  }
}

/** A version in the order of Debian and of rpm, where what is before a release has a tilde. */
export function packageVersion({ version }: Pick<About, 'version'>): string {
  return version.replaceAll('-', '~');
}
