import { describe, expect, it } from 'vitest';
import { type Source, source, sources } from '../../laws/sources.ts';

const key = '[A-Z][A-Z0-9]+(?:-[a-z])?';
const cited = String.raw`${key}(?:#\d+)?`;

/** Keys in brackets, with commas between them and nothing else. */
const citation = new RegExp(String.raw`\((${cited}(?:, ${cited})*)\)`, 'g');

/** The comments of a file, each in one line. */
function commentsOf({ text }: Source): readonly string[] {
  const found = text.match(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}])\/\/.*(?:\n\s*\/\/.*)*/gm) ?? [];
  return found.map((comment) => comment.replaceAll(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' '));
}

function keysIn(comment: string): readonly string[] {
  return [...comment.matchAll(citation)].flatMap(([, list = '']) =>
    list.split(', ').map((one) => one.replace(/#.*/, '')),
  );
}

/** What points to a source without being a citation: a number, or one of the keys outside brackets. */
function looseIn(comment: string, keys: readonly string[]): readonly string[] {
  const bare = new RegExp(String.raw`(?<![\w-])(?:${keys.join('|')})(?![\w-])`, 'g');
  const rest = comment.replaceAll(citation, '');
  return [...rest.matchAll(/[\w-]*#\d+|\bPR \d+/g), ...rest.matchAll(bare)].map(([one]) => one);
}

const row = new RegExp(String.raw`^\| (${key}) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$`, 'gm');
const rows = [...source('docs/sources.md').text.matchAll(row)];
const listed = rows.map(([, name = '']) => name);

const commented = sources(/^(electron|shared|test\/simulators)\/.*\.tsx?$/).map((file) => ({
  path: file.path,
  comments: commentsOf(file),
}));
const used = commented.flatMap(({ path, comments }) =>
  comments.flatMap(keysIn).map((name) => ({ path, name })),
);

describe('the table of sources', () => {
  it('has a row for each key that a comment cites', () => {
    const missing = used.filter(({ name }) => !listed.includes(name));
    expect(missing.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  it('has no row that no comment cites, and none twice', () => {
    expect(listed.filter((listedName) => !used.some(({ name }) => name === listedName))).toEqual(
      [],
    );
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('says of each what it is, where it stands and what it is used for', () => {
    const silent = rows.filter(
      ([, , what = '', address = '', use = '']) =>
        !/\w+ \w+/.test(what) || !/^https:\/\/[\w.-]+\/\S+/.test(address) || !/\w+ \w+/.test(use),
    );
    expect(silent.map(([, name]) => name)).toEqual([]);
  });
});

describe('a citation', () => {
  it('is found in comments alone, also over the end of a line', () => {
    const text = [
      '/**',
      ' * Once a minute (HA#1,',
      ' * HA-t).',
      ' */',
      "const said = 'in a text (WD)';",
      '// And this (PY,',
      '// HB) is one more, but (not HO) and (UTC day) are none.',
    ].join('\n');
    const found = commentsOf({ path: 'a.ts', text }).flatMap(keysIn);
    expect(found).toEqual(['HA', 'HA-t', 'PY', 'HB']);
  });

  it('is nothing that stands outside brackets, or in them with other words', () => {
    const comment = '// In HA, (PY PR 16), as in HES#20 (PY#80), but for HA-t, and ALPHA is none.';
    const loose = looseIn(comment, ['HA', 'HA-t', 'PY']);
    expect(loose).toEqual(['PR 16', 'HES#20', 'HA', 'PY', 'HA-t']);
  });

  it('is the only way in which comments point to a source', () => {
    const loose = commented.flatMap(({ path, comments }) =>
      comments.flatMap((comment) => looseIn(comment, listed)).map((one) => `${path}: ${one}`),
    );
    expect(loose).toEqual([]);
  });
});
