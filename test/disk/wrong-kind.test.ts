import { execFileSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChildren, type Children, type Started, started } from './built-children.ts';
import { tried } from './figures.ts';

let children: Children;
/** A data folder after a start. */
let used: string;
beforeAll(async () => {
  children = await buildChildren('start');
  used = mkdtempSync(join(tmpdir(), 'chargetray-kind-'));
  await started(children, used);
});
afterAll(() => {
  children.remove();
  rmSync(used, { recursive: true });
});

/** What may lie where a file should be. */
const things: Readonly<Record<string, (path: string) => void>> = {
  'a folder': (path) => mkdirSync(join(path, 'deep'), { recursive: true }),
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a device that never ends': (path) => symlinkSync('/dev/zero', path),
  'a link to itself': (path) => symlinkSync(basename(path), path),
  'a link to nowhere': (path) => symlinkSync('/nowhere/at/all', path),
  'a file of 2 GB without content': (path) => {
    closeSync(openSync(path, 'w'));
    truncateSync(path, 2_100_000_000);
  },
};

/** Files of the app, and of which trouble its owner is told. */
const places: Readonly<Record<string, (found: Started) => string | undefined>> = {
  'settings.json': ({ settings }) => settings?.keptAside,
  'memory.json': ({ memory }) => memory?.keptAside,
  'history.db': ({ history }) => history?.keptAside,
};

/** Files whose loss costs nothing that anybody has to be told. */
const besides = ['history.db-wal', 'history.db-shm', 'logs/main.log'];

/** A copy of it, with something in the place of one of its files. */
function folderWith(place: string, put: (path: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-kind-'));
  cpSync(used, folder, { recursive: true });
  const path = join(folder, place);
  rmSync(path, { force: true });
  put(path);
  const clear = () => rmSync(folder, { recursive: true });
  return { folder, path, thing: lstatSync(path).ino, clear };
}

const casesOf = (all: readonly string[]) =>
  all.flatMap((place) => Object.entries(things).map(([thing, put]) => ({ place, thing, put })));

/** What a start finds in whose folder nothing was touched. */
const whole = { theme: 'dark', accounts: 0, told: ['b'], samples: 1 };

describe.skipIf(process.platform === 'win32')('at a start', { timeout: 60_000 }, () => {
  it.concurrent.each(casesOf(Object.keys(places)))(
    '$thing in the place of $place is kept aside, told, and costs nothing else',
    async ({ place, put }) => {
      const { folder, thing, clear } = folderWith(place, put);
      const first = await started(children, folder);
      tried('things for files', 1);
      const aside = places[place]?.(first) ?? '';
      expect(lstatSync(join(folder, aside)).ino).toBe(thing);
      expect(first.refused).toBeUndefined();
      const again = await started(children, folder);
      const { samples, ...rest } = whole;
      expect(again).toEqual({ ...rest, samples: place === 'history.db' ? samples : samples + 1 });
      clear();
    },
  );

  it.concurrent.each(casesOf(besides))(
    '$thing in the place of $place costs nothing at all',
    async ({ place, put }) => {
      const { folder, path, clear } = folderWith(place, put);
      expect(await started(children, folder)).toEqual(whole);
      tried('things beside files', 1);
      const isLog = place.startsWith('logs');
      if (isLog) expect(readdirSync(dirname(path)).sort()).toEqual(['main.1.log', 'main.log']);
      clear();
    },
  );
});
