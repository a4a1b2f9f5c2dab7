import { describe, expect, it } from 'vitest';
import { sources, told } from './sources.ts';
import { forbiddenWaits, type MayWait, needlessLeave, waitsIn } from './waiting.ts';

const noTrayYet = 'runs before Electron is ready: there is no tray to freeze';
const ownProcess = 'a process of its own that answers a terminal and ends';
const ownProgram = 'a file of the program: a disk that hangs holds up its very code just the same';

const mayWait: readonly MayWait[] = [
  { path: /^electron\/start\.ts$/, why: noTrayYet },
  { path: /^electron\/platform\/display\.ts$/, why: noTrayYet },
  { path: /^electron\/platform\/files\/(data-folder|folder-lock)\.ts$/, why: noTrayYet },
  { path: /^electron\/platform\/electron\/cannot-start\.ts$/, why: noTrayYet },
  {
    path: /^electron\/platform\/files\/kept-at-start\.ts$/,
    why: 'the one read at the start, without which nobody knows what the tray is to show',
  },
  { path: /^electron\/command-line\/(own-terminal|say-at-once)\.ts$/, why: ownProcess },
  {
    path: /^electron\/history\/store\/(database|history-file)\.ts$/,
    why: 'runs in the thread of the history',
  },
  {
    path: /^electron\/platform\/electron\/tray-icon\.ts$/,
    calls: ['createFromPath'],
    why: ownProgram,
  },
  {
    path: /^electron\/platform\/notices\/open-notifier\.ts$/,
    calls: ['createFromPath'],
    why: ownProgram,
  },
];

const file = (text: string) => [{ path: 'electron/platform/part.ts', text }];
const waits = waitsIn(sources(/^electron\/.*\.ts$/));

describe('the main process', () => {
  it('waits for no disk while everybody waits for it', () => {
    expect(told(forbiddenWaits(waits, mayWait))).toEqual([]);
  });

  it('has leave to wait only where it does', () => {
    expect(needlessLeave(waits, mayWait)).toEqual([]);
  });
});

describe('waitsIn', () => {
  it.each([
    ["readFileSync('a');", 'readFileSync'],
    ["const size = fs.statSync('a').size;", 'statSync'],
    ["rm?.rmSync?.('a');", 'rmSync'],
    ["execFileSync\n  ('ls');", 'execFileSync'],
    ['dialog.showMessageBoxSync({});', 'showMessageBoxSync'],
    ["ipcRenderer.sendSync('a');", 'sendSync'],
    ["import { readFileSync as read } from 'node:fs';", 'readFileSync'],
    ["import {\n  mkdir,\n  rmSync,\n} from 'node:fs';", 'rmSync'],
    ["import fs, { rmSync } from 'node:fs';", 'rmSync'],
    ["import { writeFileSync } from 'atomically';", 'writeFileSync'],
    ['paths.map(fs.readFileSync);', 'readFileSync'],
    ['nativeImage.createFromPath(path);', 'createFromPath'],
    ['safeStorage.encryptString(text);', 'safeStorage'],
  ])('sees %j', (text, what) => {
    expect(waitsIn(file(text)).map((found) => found.what)).toEqual([what]);
  });

  it.each([
    "import { readFile } from 'node:fs/promises';\nconst a = { lastSync: 1 };\nexport { b } from 'c';",
    'const { lastSync } = record;',
    'const lastSync = record.lastSync ?? record.lastConnection;',
    '// Not readFileSync(path): a disk may hang.',
    'await handle.sync();',
  ])('lets %j pass', (text) => {
    expect(waitsIn(file(text))).toEqual([]);
  });
});

describe('the list', () => {
  const found = waitsIn(file("readFileSync('a'); rmSync('b');"));
  const here = /^electron\/platform\/part\.ts$/;

  it('allows what it names and nothing else', () => {
    const one = [{ path: here, calls: ['rmSync'], why: '' }];
    expect(forbiddenWaits(found, one).map(({ what }) => what)).toEqual(['readFileSync']);
    expect(forbiddenWaits(found, [{ path: here, why: '' }])).toEqual([]);
  });

  it('holds nothing that is no longer needed', () => {
    const old = { path: /^electron\/gone\.ts$/, why: '' };
    expect(needlessLeave(found, [{ path: here, why: '' }, old])).toEqual([old.path.source]);
  });
});
