import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A file of this project, as its laws look at it. */
export interface Source {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A place where a law is broken. */
export interface Breach {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** Something that a file imports: a package, or a file of ours. */
export interface Import {
  readonly from: Source;
  readonly line: number;
  readonly to: string;
  readonly isOurs: boolean;
}

/** Every file that is, or is about to be, under version control. */
export function projectPaths(): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** Reads one file of the project. */
export function source(path: string): Source {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

/** The files whose path matches. */
export function sources(pattern: RegExp): readonly Source[] {
  return projectPaths()
    .filter((path) => pattern.test(path))
    .map(source);
}

/** Every place where a pattern, which has to be global, matches. */
export function places(pattern: RegExp, files: readonly Source[]): readonly Breach[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(pattern)].map((match) => ({
      path: file.path,
      line: lineAt(file.text, match.index),
      what: match[0].trim().replaceAll(/\s+/g, ' ').slice(0, 80),
    })),
  );
}

/** What the files import, export from, or load later, with our own paths resolved. */
export function importsOf(files: readonly Source[]): readonly Import[] {
  const pattern = /(?:\bfrom\s+|^import\s+|\bimport\(\s*|\brequire\(\s*)'([^']+)'/gm;
  return files.flatMap((from) =>
    [...from.text.matchAll(pattern)].map((match) => {
      const given = match[1] ?? '';
      const isOurs = given.startsWith('.');
      const to = isOurs ? posix.join(posix.dirname(from.path), given) : given;
      return { from, line: lineAt(from.text, match.index), to, isOurs };
    }),
  );
}

/** Files that import each other, directly or not, types included: each circle once, from its first file. */
export function circlesOf(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to, isOurs } of imports) {
    if (isOurs) next.set(from.path, (next.get(from.path) ?? new Set()).add(to));
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (path: string, way: readonly string[]): void => {
    const begins = way.indexOf(path);
    if (begins >= 0) circles.push([...way.slice(begins), path].join(' → '));
    if (begins >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) follow(to, [...way, path]);
    done.add(path);
  };
  for (const path of [...next.keys()].toSorted()) follow(path, []);
  return circles;
}

/** Folders that hold more than `most` files flat, with how many. */
export function crowdedIn(paths: readonly string[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > most)
    .map(([name, count]) => `${name}: ${count}`);
}

/** A forbidden import as the breach it is. */
export function forbidden({ from, line, to }: Import): Breach {
  return { path: from.path, line, what: `imports ${to}` };
}

/** Breaches as a person wants to read them: a click away. */
export function told(breaches: readonly Breach[]): readonly string[] {
  return breaches.map(({ path, line, what }) => `${path}:${line} ${what}`);
}

/** The line, counted from one, of a place in a text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
