import { describe, expect, it } from 'vitest';
import { source, sources, told } from '../laws/sources.ts';
import { withoutComments } from '../laws/words.ts';
import { allDoors } from './doors.ts';

const groups = Object.values(await allDoors()).flat();
const names = groups.map(([name]) => name);
const files = sources(/^(electron|shared)\/.*\.ts$/).map(withoutComments);

/** Where something is made out of what came from outside. */
const reading =
  /\.safeParse\(|\bjsonOf\(|JSON\.parse\(|Schema\.parse\(|schema: JSON_SCHEMA|csv-parse/;

/** What is tried through somebody else's door, or has none, each with its reason. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ['electron/charging/tracker.ts', 'what a list says: its schema has a door'],
  ['electron/command-line/own-terminal.ts', 'the state file, by chargersIn and speechIn'],
  ['electron/command-line/socket/answer-line.ts', 'each call of a command line'],
  ['electron/command-line/socket/link.ts', 'the answer of the app, by terminalLineSchema'],
  ['electron/history/record/cloud.ts', 'the brand in a key of ours'],
  ['electron/history/record/reported.ts', 'what readSessionPage gives, checked once more'],
  ['electron/history/store/read-counted.ts', 'sums of rows that session-rows.ts reads too'],
  ['electron/history/store/reads.ts', 'rows of chargers and prices, by line, key and priceEntry'],
  ['electron/integrations/kit/json-of.ts', 'what all of them are made of'],
  ['electron/ipc/answer.ts', 'each call of the window'],
  ['electron/platform/files/licences.ts', 'a file that the build has made'],
  ['electron/settings/kept-notices.ts', 'the settings file, by readSettings'],
  ['electron/tariffs/sources/kit/ask.ts', 'each source of prices'],
  ['electron/tariffs/sources/octopus.ts', 'each source of prices'],
  ['electron/tariffs/sources/omie.ts', 'each source of prices'],
  ['electron/tariffs/sources/own/read.ts', 'each source of prices'],
  ['electron/tariffs/sources/tibber.ts', 'each source of prices'],
  ['shared/schema/sound.ts', 'each schema that has a list'],
]);

describe('the table of doors', () => {
  it('has a row for every file that makes something out of what came from outside', () => {
    const missing = files.filter(({ path, text }) => {
      const isThere = names.some((name) => name.startsWith(`${path}#`)) || elsewhere.has(path);
      return reading.test(text) && !isThere;
    });
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it('names only files and functions that are there', () => {
    const ghosts = [...names.filter((name) => name.includes('#')), ...elsewhere.keys()].filter(
      (name) => !files.some(({ path }) => path === name.split('#')[0]),
    );
    expect(ghosts).toEqual([]);
    const idle = [...elsewhere.keys()].filter((path) => !reading.test(source(path).text));
    expect(idle).toEqual([]);
  });

  it('has every schema that is held to a type', () => {
    const held = files.flatMap(({ path, text }) =>
      [...text.matchAll(/^export const (\w+)[^=]*= schemaFor\b/gm)].map(
        ([, name]) => `${path}#${name}`,
      ),
    );
    // Others extend it, and have doors.
    const open = ['shared/schema/session/live-session.ts#liveSessionSchema'];
    expect(held.length).toBeGreaterThan(30);
    expect(held.filter((name) => ![...names, ...open].includes(name))).toEqual([]);
  });
});

describe('JSON from outside', () => {
  it('is read by one function, which knows what has no bottom', () => {
    const own = new Set([
      'electron/integrations/kit/json-of.ts',
      // Ids that this process has made, a file of the build, and what must say why it is broken.
      'electron/tray/entries.ts',
      'electron/platform/files/licences.ts',
      'electron/command-line/own-terminal.ts',
    ]);
    const others = files.filter(({ path, text }) => /JSON\.parse\(/.test(text) && !own.has(path));
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  it('never becomes markup of the page', () => {
    const page = sources(/^renderer\/.*\.tsx?$/);
    const found = page.flatMap(({ path, text }) =>
      [...text.matchAll(/dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML/g)].map(
        (match) => ({ path, line: 0, what: match[0] }),
      ),
    );
    expect(told(found)).toEqual([]);
  });
});
