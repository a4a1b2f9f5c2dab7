import { describe, expect, it } from 'vitest';
import { circlesOf, crowdedIn, importsOf, places, told } from './sources.ts';
import { withoutComments, wordsInCode, wordsInMarkup } from './words.ts';

const file = (text: string) => [{ path: 'renderer/components/Part.tsx', text }];

describe('importsOf', () => {
  it.each([
    ["import { a } from './a.ts';", 'renderer/components/a.ts'],
    ["import {\n  a,\n} from '../a.ts';", 'renderer/a.ts'],
    ["import '../look.css';", 'renderer/look.css'],
    ["export { a } from 'zod';", 'zod'],
    ["import type { A } from 'electron';", 'electron'],
    ["const a = await import('../../electron/app/app.ts');", 'electron/app/app.ts'],
  ])('finds %j', (text, to) => {
    expect(importsOf(file(text)).map((found) => found.to)).toEqual([to]);
  });
});

describe('circlesOf', () => {
  const importing = (all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([path, to]) => ({ path, text: `import type { A } from './${to}';` }));

  it('finds files that import each other, over any number of others', () => {
    const files = importing({ 'a.ts': 'b.ts', 'b.ts': 'c.ts', 'c.ts': 'b.ts', 'd.ts': 'a.ts' });
    expect(circlesOf(importsOf(files))).toEqual(['b.ts → c.ts → b.ts']);
  });

  it('finds none where all ways lead on', () => {
    expect(circlesOf(importsOf(importing({ 'a.ts': 'c.ts', 'b.ts': 'c.ts' })))).toEqual([]);
  });
});

describe('crowdedIn', () => {
  it('counts the files that lie in a folder itself', () => {
    expect(crowdedIn(['a/1.ts', 'a/2.ts', 'a/b/3.ts'], 1)).toEqual(['a: 2']);
    expect(crowdedIn(['a/1.ts', 'a/2.ts', 'a/b/3.ts'], 2)).toEqual([]);
  });
});

describe('wordsInMarkup', () => {
  it.each([
    '<p>Hello there</p>',
    '<p>\n  Hello there\n</p>',
    '<p>{name} is charging</p>',
    '<button aria-label="Close" />',
    '<input placeholder="Your name" />',
  ])('sees %j', (text) => {
    expect(wordsInMarkup(file(text))).toHaveLength(1);
  });

  it.each([
    '<p>{text.hello}</p>',
    '<p>{powerKw} · {energyKwh}</p>',
    '<ul>{items.map((one) => (\n  <li key={one}>{one}</li>\n))}</ul>',
    'const list = new Map<string, Foo>();',
    '// <p>Hello there</p>',
  ])('lets %j pass', (text) => {
    expect(wordsInMarkup(file(text))).toEqual([]);
  });
});

describe('wordsInCode', () => {
  it('sees a sentence but not the words of a bug', () => {
    expect(wordsInCode(file("const label = 'Refresh now';"))).toHaveLength(1);
    expect(wordsInCode(file("throw new Error('No such charger');"))).toEqual([]);
  });
});

describe('places', () => {
  it('tells file and line', () => {
    expect(told(places(/let \w+/g, file('const a = 1;\nlet b = 2;')))).toEqual([
      'renderer/components/Part.tsx:2 let b',
    ]);
  });

  it('keeps the lines when comments are taken out', () => {
    const [bare] = file('/* a\n b */ let c = 1; // d').map(withoutComments);
    expect(bare?.text.split('\n')).toEqual(['    ', '      let c = 1;     ']);
  });
});
