import { describe, expect, it } from 'vitest';
import { projectPaths, source, sources } from '../../laws/sources.ts';

const paths = projectPaths();
const documents = sources(/^CONTRIBUTING\.md$|^docs\/.*\.md$/);

/** Made by the build or the bench (see `.gitignore`), or by the app in its folder. */
const made =
  /^(out|dist|\.cache|demo-screenshots|logs|chromium)\/|^(settings|memory|prices|window)\.json$/;

/** Files and folders by their whole path, or by its end where the document has named the rest. */
function namedIn(text: string): readonly string[] {
  const own = text.replaceAll(/https?:\S+/g, '');
  const files = own.match(/(?<![\w@./<>-])[\w@.-][\w@./-]*\.(?:tsx?|mjs|md|json)(?![\w/-])/g) ?? [];
  const folders = [...own.matchAll(/`([\w.-][\w./-]*\/)`/g)].map(([, folder = '']) => folder);
  return [...files, ...folders].filter((name) => !made.test(name));
}

function isThere(name: string): boolean {
  const isFolder = name.endsWith('/');
  const own = name.replace(/^(\.\.\/)+/, '');
  return paths.some((path) => {
    const whole = `/${path}`;
    return isFolder ? whole.includes(`/${own}`) : whole.endsWith(`/${own}`);
  });
}

describe('documents', () => {
  it('name only files and folders that exist', () => {
    const missing = documents.flatMap(({ path, text }) =>
      namedIn(text)
        .filter((name) => !isThere(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('name files in more than one way, and all are seen', () => {
    const text = '`a/b.ts`, b.tsx and [c](docs/c.md), `a/d/`, `dist/x/`, but https://x.org/e.json';
    expect(namedIn(text)).toEqual(['a/b.ts', 'b.tsx', 'docs/c.md', 'a/d/']);
  });

  it('walk through every file of the brand that shows how to add one', () => {
    const { text } = source('docs/adding-a-brand.md');
    const folder = 'electron/integrations/fcsp/';
    const own = paths.filter((path) => path.startsWith(folder));
    const silent = own.filter((path) => !text.includes(`\`${path.slice(folder.length)}\``));
    expect(own.length).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });
});

interface Stop {
  readonly number: number;
  readonly path: string;
  /** The function in which the walk goes on. */
  readonly where: string;
  /** It hands its answer back to the stop that asked it. */
  readonly isAsked: boolean;
}

function walk(heading: string): readonly Stop[] {
  const [, after = ''] = source('CONTRIBUTING.md').text.split(`\n### ${heading}\n`);
  const [section = ''] = after.split(/\n##+ /);
  const row = /^\| (↳ )?(\d+) \| `([^`]+)` \| `([^`]+)` \| [^|]+ \|$/gm;
  return [...section.matchAll(row)].map(([, asked, number, path = '', where = '']) => ({
    number: Number(number),
    path,
    where,
    isAsked: asked !== undefined,
  }));
}

/** The folder below `electron/`; what the platform is made of has little to do with each other. */
function roomOf({ path }: Stop): string {
  const [, room = '', part = ''] = path.split('/');
  return room === 'platform' ? `${room}/${part}` : room;
}

describe.each([
  ['From the socket to the tray', 20],
  ['From the tray menu to the socket', 15],
])('the walk %j', (heading, most) => {
  const stops = walk(heading);

  it(`has at most ${most} stops, counted`, () => {
    expect(stops.length).toBeGreaterThan(1);
    expect(stops.length).toBeLessThanOrEqual(most);
    expect(stops.map(({ number }) => number)).toEqual(stops.map((_, index) => index + 1));
  });

  it('leads through functions that exist', () => {
    const lost = stops.filter(({ path, where }) => {
      const text = paths.includes(path) ? source(path).text : '';
      return !text.includes(`${where}(`) && !text.includes(`${where}<`);
    });
    expect(lost.map(({ path, where }) => `${path} ${where}`)).toEqual([]);
  });

  it('enters no room twice, but to ask it something', () => {
    const rooms = stops.filter(({ isAsked }) => !isAsked).map(roomOf);
    const entered = rooms.filter((room, index) => room !== rooms[index - 1]);
    expect(new Set(entered).size).toBe(entered.length);
  });
});
