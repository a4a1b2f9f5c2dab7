import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearLeftovers } from '../../electron/platform/files/leftovers.ts';
import { buildChildren, type Children } from './built-children.ts';
import { openStores, type Stores } from './children/stores.ts';
import { tried } from './figures.ts';

let children: Children;
beforeAll(async () => {
  children = await buildChildren('change');
});
afterAll(() => children.remove());

const account = { id: 'a', brand: 'wallbox', label: 'owner@example.com', keepSignedIn: true };
const good = JSON.stringify({ version: 1, settings: { theme: 'light' }, accounts: [account] });
const broken = '{"version":1,"settings":{"theme":"li';
const remembered = JSON.stringify({ version: 1, signInTold: ['a'] });
const later = JSON.stringify({ version: 2, signInTold: { a: 1 } });

/** A file before it is written, and what must be found of it wherever its writer was killed. */
interface Case {
  readonly file: 'settings.json' | 'memory.json';
  readonly before?: string;
  /** What lies there is found again to the last byte, under whichever name. */
  readonly isKept?: true;
  readonly found: (stores: Stores) => unknown;
  readonly either: readonly unknown[];
}

const settingsIn = ({ preferences }: Stores) => ({
  theme: preferences.get().theme,
  accounts: preferences.records().length,
});
const memoryIn = ({ memory }: Stores) => memory.signInTold;

const cases: Readonly<Record<string, Case>> = {
  'settings that are there': {
    file: 'settings.json',
    before: good,
    found: (stores) => ({ ...settingsIn(stores), trouble: stores.preferences.trouble() }),
    either: ['light', 'dark'].map((theme) => ({ theme, accounts: 1 })),
  },
  'the first settings': {
    file: 'settings.json',
    found: (stores) => ({ ...settingsIn(stores), trouble: stores.preferences.trouble() }),
    either: ['system', 'dark'].map((theme) => ({ theme, accounts: 0 })),
  },
  'settings that were broken': {
    file: 'settings.json',
    before: broken,
    isKept: true,
    found: settingsIn,
    either: ['system', 'dark'].map((theme) => ({ theme, accounts: 0 })),
  },
  'the memory': {
    file: 'memory.json',
    before: remembered,
    found: (stores) => ({ told: memoryIn(stores), trouble: stores.memory.trouble }),
    either: [['a'], ['a', 'b']].map((told) => ({ told })),
  },
  'a memory of a later version': {
    file: 'memory.json',
    before: later,
    isKept: true,
    found: memoryIn,
    either: [[], ['b']],
  },
};

function folderOf({ file, before }: Case): string {
  const folder = mkdtempSync(join(tmpdir(), 'chargetray-killed-'));
  if (before !== undefined) writeFileSync(join(folder, file), before);
  return folder;
}

/** Has a process write the file, killed there. Gives the calls of one that lives to its end. */
async function written(folder: string, { file }: Case, killAt = ''): Promise<readonly string[]> {
  const program = ['kill-at.mjs', 'change.js'];
  const [guard, change] = [join(import.meta.dirname, 'children', program[0] ?? ''), program[1]];
  const args = ['--import', guard, join(children.folder, change ?? ''), folder];
  const child = spawn(process.execPath, [...args, file.replace('.json', '')], {
    env: { ...process.env, KILL_AT: killAt },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect({ code, signal }).toEqual(
    killAt === '' ? { code: 0, signal: null } : { code: null, signal: 'SIGKILL' },
  );
  return killAt === '' ? JSON.parse(said) : [];
}

describe('a process that is killed at each step of writing', { timeout: 120_000 }, () => {
  it.concurrent.each(Object.entries(cases))(
    '%s leaves all of it or all as before',
    async (_, one) => {
      const whole = folderOf(one);
      const calls = await written(whole, one);
      expect(one.found(openStores(whole))).toEqual(one.either[1]);
      // What a power cut leaves is decided by this order.
      expect(calls.filter((call) => /^(fsync|rename|sync)$/.test(call)).slice(-3)).toEqual([
        'fsync',
        'rename',
        'sync',
      ]);
      rmSync(whole, { recursive: true });
      const points = calls.flatMap((call, index) =>
        call === 'write' ? [`${index + 1}`, `${index + 1}.5`] : [`${index + 1}`],
      );
      tried('kills in writes', points.length);
      for (const point of points) {
        const folder = folderOf(one);
        await written(folder, one, point);
        const texts = () =>
          readdirSync(folder, { withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map(({ name }) => readFileSync(join(folder, name), 'utf8'));
        if (one.isKept) expect(texts()).toContain(one.before);
        expect(one.either).toContainEqual(one.found(openStores(folder)));
        if (one.isKept) expect(texts()).toContain(one.before);
        await clearLeftovers(folder, Date.now() + 3_600_000);
        expect(readdirSync(folder).filter((name) => name.includes('.tmp-'))).toEqual([]);
        rmSync(folder, { recursive: true });
      }
    },
  );
});
