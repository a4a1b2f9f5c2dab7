import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftOut } from '../build/bundle/zod-parsing.ts';
import {
  circlesOf,
  crowdedIn,
  forbidden,
  type Import,
  importsOf,
  lineAt,
  places,
  projectPaths,
  source,
  sources,
  told,
} from './laws/sources.ts';
import { withoutComments, wordsInCode, wordsInMarkup } from './laws/words.ts';

/** The only files that may touch Electron; they decide nothing. */
const platform = [
  /^electron\/(main|preload|start)\.ts$/,
  /^electron\/platform\/electron\/([\w-]+\/)?[\w-]+\.ts$/,
  /^electron\/platform\/notices\/open-notifier\.ts$/,
  /^electron\/ipc\/serve\.ts$/,
];

/** Where a brand may be named outside its own folder. */
const brandPlaces = [
  /^electron\/integrations\/(wallbox|fcsp)\//,
  /^electron\/integrations\/registry\.ts$/,
  /^electron\/platform\/electron\/overrides\.ts$/,
  // The fixed list of pages that may be opened in a browser.
  /^electron\/platform\/electron\/desktop\.ts$/,
];

/** What a brand's folder shows to the rest; everything else in it is its own affair. */
const brandDoor = /^electron\/integrations\/[\w-]+\/adapter\.ts$/;

/** Packages that need neither Node nor a window, and may therefore be used by both. */
const sharedPackages = ['big.js', 'zod'];

const code = sources(/\.(ts|tsx|mjs|cjs)$/);
const rooms = code.filter(({ path }) => /^(electron|shared|renderer)\//.test(path));
const isIn = (path: string, patterns: readonly RegExp[]) => patterns.some((one) => one.test(path));
const inRoom = (room: string) => code.filter(({ path }) => path.startsWith(`${room}/`));

function importsBetween(room: string, allowed: (found: Import) => boolean): readonly string[] {
  return told(
    importsOf(inRoom(room))
      .filter((found) => !allowed(found))
      .map(forbidden),
  );
}

describe('rooms', () => {
  it('shared imports nothing of ours but itself, and no Node, React or Electron', () => {
    const allowed = ({ isOurs, to }: Import) =>
      isOurs ? to.startsWith('shared/') : sharedPackages.includes(to);
    expect(importsBetween('shared', allowed)).toEqual([]);
  });

  it.each(['electron', 'renderer'])('%s imports only itself and shared', (room) => {
    const allowed = ({ isOurs, to }: Import) =>
      !isOurs || to.startsWith(`${room}/`) || to.startsWith('shared/');
    expect(importsBetween(room, allowed)).toEqual([]);
  });

  it('nothing that is shipped imports a test or a build script', () => {
    const found = importsOf(rooms).filter(({ to }) => /^(test|build)\//.test(to));
    expect(told(found.map(forbidden))).toEqual([]);
  });

  it('made-up cases are the same in every run', () => {
    const found = importsOf(code).filter(
      ({ from, to }) => to === 'fast-check' && from.path !== 'test/fixtures/properties.ts',
    );
    expect(told(found.map(forbidden))).toEqual([]);
  });

  it('only what is real imports electron', () => {
    const found = importsOf(rooms).filter(
      ({ from, to }) => to.split('/')[0] === 'electron' && !isIn(from.path, platform),
    );
    expect(told(found.filter(({ isOurs }) => !isOurs).map(forbidden))).toEqual([]);
  });

  it('only the main process and the schemas themselves know a schema', () => {
    const outside = rooms.filter(({ path }) => !/^(electron|shared\/schema)\//.test(path));
    const found = importsOf(outside).filter(
      ({ to }) => to === 'zod' || to.startsWith('zod/') || to.startsWith('shared/schema/'),
    );
    expect(told(found.map(forbidden))).toEqual([]);
  });

  it('a schema has a format by its own name, as a bundled string no longer offers any', () => {
    const formats = leftOut(readFileSync('node_modules/zod/v4/classic/schemas.js', 'utf8'));
    expect(formats).toContain('email');
    const withSchemas = rooms.filter((one) => importsOf([one]).some(({ to }) => to === 'zod'));
    const asked = new RegExp(`(?<!\\bz|\\biso)\\.(?:${formats.join('|')})\\(`, 'g');
    expect(told(places(asked, withSchemas))).toEqual([]);
  });

  it('a port knows nobody in the app', () => {
    const found = importsBetween('electron/ports', ({ to }) =>
      /^(shared|electron\/ports)\//.test(to),
    );
    expect(found).toEqual([]);
  });

  it('the tracker knows neither brands nor notifications', () => {
    const others = /^electron\/(integrations|notifications|app|tray|ipc|history)\//;
    expect(importsBetween('electron/charging', ({ to }) => !others.test(to))).toEqual([]);
  });

  it('the renderer loads no Node module', () => {
    const found = importsOf(inRoom('renderer')).filter(({ to }) => to.startsWith('node:'));
    expect(told(found.map(forbidden))).toEqual([]);
  });
});

describe('files', () => {
  it('import nobody who imports them, not even for a type', () => {
    expect(circlesOf(importsOf(rooms))).toEqual([]);
  });

  it('are at most sixteen in a folder', () => {
    // The text catalogue is looked up by name, one file for each part of the screen.
    const paths = rooms.map(({ path }) => path).filter((path) => !path.startsWith('shared/text/'));
    expect(crowdedIn(paths, 16)).toEqual([]);
  });
});

describe('brands', () => {
  it('are reached through their adapter only', () => {
    const inside = /^electron\/integrations\/(?!kit\/|polled\/)([\w-]+)\/([\w-]+\/)*[\w-]+\.ts$/;
    const found = importsOf(inRoom('electron')).filter(({ from, to, isOurs }) => {
      const brand = inside.exec(to)?.[1];
      const isOwn = from.path.startsWith(`electron/integrations/${brand}/`);
      return isOurs && brand !== undefined && !isOwn && !brandDoor.test(to);
    });
    expect(told(found.map(forbidden))).toEqual([]);
  });

  it('are not named outside their folders', () => {
    const outside = inRoom('electron').filter(({ path }) => !isIn(path, brandPlaces));
    expect(told(places(/wallbox|fcsp|\bford\b/gi, outside))).toEqual([]);
  });

  it('are never asked to forget everything', () => {
    const order = /\baction\b[^\n]{0,40}\b4\b|RemoteAction\s*=[^;]*\b4\b/gi;
    // A comment may say why the code has no such thing.
    const named = places(/factory.?reset/gi, rooms.map(withoutComments));
    expect(told([...places(order, rooms), ...named])).toEqual([]);
  });

  it('never see an endpoint that changes pairings, networks or the set-up', () => {
    const dangerous =
      /managepairing|pairconfirm|initistate|wlanconfig|blepairing|wifinetworklist/gi;
    expect(told(places(dangerous, rooms))).toEqual([]);
  });
});

describe('modules', () => {
  it('export by name', () => {
    const outside = code.filter(
      ({ path }) => !/(\.config\.ts|^test\/e2e\/global-(setup|teardown)\.ts)$/.test(path),
    );
    expect(told(places(/^export default\b|^export\s*\{[^}]*\bas default\b/gm, outside))).toEqual(
      [],
    );
  });

  it('are no barrels', () => {
    const passingOn = places(/^export (type )?(\*|\{[^}]*\}) from /gm, rooms);
    const indexes = rooms.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path));
    const named = indexes.map(({ path }) => ({ path, line: 1, what: 'is named index' }));
    expect(told([...passingOn, ...named])).toEqual([]);
  });

  it('keep no variable at top level', () => {
    // A process speaks one language at a time, and everything that it says is in it.
    const others = rooms.filter(({ path }) => path !== 'shared/text/messages.ts');
    expect(told(places(/^(export )?(let|var) \w+/gm, others))).toEqual([]);
  });
});

describe('files', () => {
  it('stay short', () => {
    // A language is one file, so that whoever adds one sees all of it.
    const isLanguage = (path: string) => /^shared\/languages\/\w\w\.ts$/.test(path);
    const short = sources(/\.(ts|tsx|mjs|cjs|css|html)$/).filter(({ path }) => !isLanguage(path));
    const long = short.map(({ path, text }) => {
      const line = lineAt(text, text.trimEnd().length);
      const isTest = /\.(test|spec)\.tsx?$/.test(path);
      return { path, line, what: `is longer than ${isTest ? 350 : 250} lines`, isTest };
    });
    expect(told(long.filter(({ line, isTest }) => line > (isTest ? 350 : 250)))).toEqual([]);
  });

  it('are named in kebab-case, components in PascalCase', () => {
    const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
    const wrong = code.filter(({ path }) => {
      const name = path.split('/').at(-1) ?? '';
      return !kebab.test(name) && !/^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/.test(name);
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('that are made from others are not kept', () => {
    const made = /^(out|dist|node_modules|\.cache|test-results)\/|\.tsbuildinfo$|\.log$/;
    expect(projectPaths().filter((path) => made.test(path))).toEqual([]);
  });

  it('mention no machine and no package registry', () => {
    const texts = sources(/\.(ts|tsx|mjs|cjs|json|md|ya?ml|css|html|plist|sh)$|(^|\/)\.?ci\//);
    const paths = /(?<![\w./-])\/(work|root|home|Users)\/[\w.-]+/g;
    const hosts = /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|"resolved":/g;
    const own = 'test/laws.test.ts';
    const others = texts.filter(({ path }) => path !== own);
    expect(told([...places(paths, others), ...places(hosts, others)])).toEqual([]);
  });
});

describe('words', () => {
  it('of the window come from the catalogue', () => {
    const markup = inRoom('renderer').filter(({ path }) => path.endsWith('.tsx'));
    expect(told(wordsInMarkup(markup))).toEqual([]);
  });

  it('of the tray and the notices come from the catalogue', () => {
    const readers = rooms.filter(({ path }) => /^electron\/(tray|notifications)\//.test(path));
    expect(told(wordsInCode(readers))).toEqual([]);
  });
});

describe('words of the catalogue', () => {
  const showing = /^(renderer|electron\/(tray|notifications))\//;

  it('are never given another case: no other language puts its capitals where English does', () => {
    const folding = /\.(charAt|to(Locale)?(Upper|Lower)Case)\(/g;
    // A search, which shows nothing of what it folds.
    const search = 'renderer/components/history/listing.ts';
    const words = rooms.filter(({ path }) => isIn(path, [showing, /^shared\/text\//]));
    const files = words.filter(({ path }) => path !== search);
    expect(told(places(folding, files.map(withoutComments)))).toEqual([]);
  });

  it('are never put together outside it: order and signs between them differ by language', () => {
    // A dot in the middle stands between facts that need no grammar, a space between sentences.
    const glue = /\}(: |, |\. | [–-] | \()\$\{|\.join\(['"`](: |, |\. | [–-] )['"`]\)/g;
    const files = rooms.filter(({ path }) => showing.test(path));
    expect(told(places(glue, files.map(withoutComments)))).toEqual([]);
  });
});

describe('times', () => {
  it('are never read from the clock with which the process began', () => {
    // `Date` keeps the zone of then; `Intl` knows the zone of now.
    const local =
      /\.([gs]et(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)|to(Date|Time|LocaleDate|LocaleTime)String)\(/g;
    expect(told(places(local, rooms.map(withoutComments)))).toEqual([]);
  });
});

describe('types', () => {
  it('are never any, except with a reason beside it', () => {
    const loose = /(:|\bas|<|\||@(?:type|param) \{)\s*any\b(?!.*\/\/)/g;
    expect(told(places(loose, code.map(withoutComments)))).toEqual([]);
  });

  it('are never silenced without a reason', () => {
    const silent = /@ts-(ignore|nocheck)\b|@ts-expect-error(?!:? \w+ \w+)/g;
    const unexplained = /biome-ignore(-\w+)? [\w/]+(?!: ?\w+ \w+)(?![\w/])/g;
    const own = 'test/laws.test.ts';
    const others = code.filter(({ path }) => path !== own);
    expect(told([...places(silent, others), ...places(unexplained, others)])).toEqual([]);
  });
});

describe('tables', () => {
  it('that are asked by any word are maps: every object knows `constructor`', () => {
    const loose = /^(export )?const \w+: (Readonly<)?(Partial<)?Record<string, [^=]+= \{/gm;
    expect(told(places(loose, rooms.map(withoutComments)))).toEqual([]);
  });
});

describe('documents', () => {
  const documents = sources(/^[\w-]+\.md$|^docs\/.*\.md$/);

  it('name only scripts that exist', () => {
    const { scripts } = JSON.parse(source('package.json').text);
    const named = places(/\bnpm (run [\w:-]+|start|test)\b/g, documents);
    const unknown = named.filter(({ what }) => {
      const name = what.replace(/^npm (run )?/, '');
      return !(name in scripts);
    });
    expect(told(unknown)).toEqual([]);
  });

  it('link only to files that exist', () => {
    const paths = projectPaths();
    const links = places(/\]\((?!https?:|#|mailto:)[^)\s]+\)/g, documents);
    const broken = links.filter(({ path, what }) => {
      const target = what.slice(2, -1).split('#')[0]?.replace(/\/$/, '') ?? '';
      const whole = posix.join(posix.dirname(path), target);
      return !paths.some((one) => one === whole || one.startsWith(`${whole}/`));
    });
    expect(told(broken)).toEqual([]);
  });
});
