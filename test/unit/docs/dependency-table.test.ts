import { describe, expect, it } from 'vitest';
import { source } from '../../laws/sources.ts';

/** The part of the document between the heading and the next one. */
function section(heading: string): string {
  const [, after = ''] = source('CONTRIBUTING.md').text.split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

const rows = [...section('Dependencies').matchAll(/^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|$/gm)];
const named = rows.map(([, name]) => name ?? '');

const { dependencies, devDependencies } = JSON.parse(source('package.json').text);
const asked = Object.keys({ ...dependencies, ...devDependencies });

describe('the table of dependencies', () => {
  it('has a row for each', () => {
    expect(asked.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('has no row for what is gone, and none twice', () => {
    expect(named.filter((name) => !asked.includes(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });

  it('says of each what it is for', () => {
    const silent = rows.filter(([, , purpose = '']) => !/\w+ \w+/.test(purpose));
    expect(silent.map(([, name]) => name)).toEqual([]);
  });
});
