import { beforeAll, describe, expect, it } from 'vitest';
import { bundles } from '../../../build/bundle/entries.ts';
import { languages } from '../../../shared/languages/languages.ts';
import { atStart, built, type Chunk, gzippedSizeOf, modulesIn, sizeOf } from './built.ts';

const kB = 1000;
const native = ['@photostructure/sqlite', 'keytar'];
const [mainConfig, preloadConfig, pageConfig, historyConfig, terminalConfig, startConfig, ...more] =
  bundles('out');
const languagesConfig = more.at(-1);

/** What the app loads when it is first needed: HTTP, the history, exact sums, what few people ask for. */
const loadedLater = [
  '/node_modules/undici/',
  '/node_modules/temporal-polyfill/',
  '/node_modules/big.js/',
  '/node_modules/mqtt/',
  '/electron/platform/mqtt/mqtt-broker.ts',
  '/electron/mqtt/mqtt.ts',
  '/electron/platform/http/http-undici.ts',
  '/electron/platform/notices/notice-service.ts',
  '/electron/history/thread/threaded-history.ts',
  '/electron/platform/electron/window/page-window.ts',
  '/electron/plans/plans.ts',
  '/electron/updates/updates.ts',
  '/electron/platform/http/download.ts',
  '/node_modules/js-yaml/',
  '/electron/planner/plan.ts',
  '/electron/ipc/answer.ts',
  '/electron/links/links.ts',
  '/electron/integrations/wallbox/details.ts',
  '/electron/integrations/wallbox/schedules/next-start.ts',
  '/electron/integrations/fcsp/report/details.ts',
  '/electron/command-line/socket/open-socket.ts',
  '/electron/command-line/socket/answer-line.ts',
  '/shared/schema/terminal-calls.ts',
  '/electron/integrations/fcsp/auth/sign-in.ts',
  '/electron/integrations/fcsp/report/report.ts',
];

function having(chunks: readonly Chunk[], part: string): boolean {
  return modulesIn(chunks).some((id) => id.includes(part));
}

describe('the main process', () => {
  let chunks: readonly Chunk[];
  beforeAll(async () => {
    chunks = await built(mainConfig ?? {});
  });

  it('begins with a file that loads nothing of ours before it has looked what is wanted', async () => {
    const [start] = await built(startConfig ?? {});
    expect([...(start?.imports ?? []), ...(start?.dynamicImports ?? [])]).toEqual(
      expect.arrayContaining(['node:fs']),
    );
    expect(start?.code).not.toMatch(/\brequire\([`'"]\.\/main/);
    expect(start?.imports.filter((name) => name.endsWith('.cjs'))).toEqual([]);
  });

  it('reads less than 480 kB at a start, and of its languages one that is less than 95 kB', async () => {
    const first = await built(startConfig ?? {});
    const read = [...first, ...atStart(chunks)];
    expect(read.map(({ fileName }) => fileName)).toEqual(['start.cjs', 'main.cjs']);
    // What waits for updates, links, a broker and a terminal, and the switches that are refused.
    expect(sizeOf(read)).toBeLessThan(480 * kB);
    const spoken = (await built(languagesConfig ?? {})).filter(({ isEntry }) => isEntry);
    expect(spoken.map(({ fileName }) => fileName).toSorted()).toEqual(
      [...languages.keys()].map((code) => `language-${code}.cjs`).toSorted(),
    );
    expect(Math.max(...spoken.map((chunk) => sizeOf([chunk])))).toBeLessThan(95 * kB);
  });

  it.each(loadedLater)('leaves %s for later', (part) => {
    const later = chunks.filter((chunk) => !atStart(chunks).includes(chunk));
    expect(having(atStart(chunks), part)).toBe(false);
    expect(having(later, part)).toBe(true);
  });

  it('asks for native modules only when they are needed', () => {
    const start = chunks.find(({ fileName }) => fileName === 'main.cjs');
    expect(start?.imports.filter((name) => native.includes(name))).toEqual([]);
    const later = chunks.flatMap(({ dynamicImports }) => dynamicImports);
    expect(later.filter((name) => native.includes(name))).toEqual(['keytar']);
  });

  it('opens no database: that waits for the disk', () => {
    expect(having(chunks, '/electron/history/store/open-history.ts')).toBe(false);
    expect(having(chunks, '/electron/history/store/engine.ts')).toBe(false);
  });

  it('is read by V8 in one byte for each character', () => {
    expect(chunks.filter(({ code }) => /[^\0-\x7f]/.test(code)).map((one) => one.fileName)).toEqual(
      [],
    );
  });

  it('brings of undici what makes requests, and less than 450 kB with it', () => {
    const entry = chunks.find(({ fileName }) => fileName === 'main-http-undici.cjs');
    const http = chunks.filter(
      (one) =>
        one === entry || (one.fileName !== 'main.cjs' && entry?.imports.includes(one.fileName)),
    );
    expect(having(http, '/undici/lib/dispatcher/client.js')).toBe(true);
    expect(having(http, '/undici/lib/mock/')).toBe(false);
    expect(sizeOf(http)).toBeLessThan(475 * kB);
  });

  it('brings of zod what parses, and nothing that describes or compiles', () => {
    expect(chunks.filter(({ code }) => code.includes('json-schema.org'))).toEqual([]);
    // It would write a function for each schema, and have it compiled at the first use.
    expect(chunks.filter(({ code }) => code.includes('payload.value = newResult'))).toEqual([]);
  });

  it('brings of a string no format that it could be held to, but those that are asked for', () => {
    const code = chunks.map((chunk) => chunk.code).join('\n');
    expect(new Set(code.match(/`Zod(?:CUID2|E164|ISODate|JWT)`/g))).toEqual(
      new Set(['`ZodISODate`']),
    );
  });

  it('leaves its languages in files that others load as well', () => {
    expect(having(chunks, '/shared/languages/languages.ts')).toBe(true);
    expect(having(chunks, '/shared/languages/en.ts')).toBe(false);
  });

  it('brings no page, and no test', () => {
    const own = /^(?!.*\/node_modules\/).*\/(renderer|test|build)\/|react/;
    const foreign = modulesIn(chunks).filter((id) => own.test(id));
    expect(foreign).toEqual([]);
  });
});

describe('the thread of the history', () => {
  let chunks: readonly Chunk[];
  beforeAll(async () => {
    chunks = await built(historyConfig ?? {});
  });

  it('is less than 200 kB to begin with', () => {
    expect(sizeOf(atStart(chunks))).toBeLessThan(200 * kB);
  });

  it('asks for the database when it is needed, and for nothing of the app', () => {
    const asked = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
    expect(asked.filter((name) => native.includes(name))).toEqual(['@photostructure/sqlite']);
    expect(asked).not.toContain('electron');
    expect(having(chunks, '/electron/main.ts')).toBe(false);
  });
});

describe('what answers in a terminal', () => {
  let chunks: readonly Chunk[];
  beforeAll(async () => {
    chunks = await built(terminalConfig ?? {});
  });

  /** Without what its thread begins with. */
  const first = () =>
    atStart(chunks.filter(({ isEntry, name }) => !isEntry || name === 'terminal'));

  it('is one file', () => {
    expect(first().map(({ fileName }) => fileName)).toEqual(['terminal.cjs']);
  });

  it('can go on in a thread, where there is no Electron', () => {
    const entries = chunks.filter(({ isEntry }) => isEntry);
    expect(entries.map(({ fileName }) => fileName)).toContain('terminal-thread.cjs');
    expect(chunks.flatMap(({ imports }) => imports)).not.toContain('electron');
    expect(first().flatMap(({ imports }) => imports)).not.toContain('node:worker_threads');
  });

  it('brings neither the app nor its tray', () => {
    for (const part of [
      '/electron/main.ts',
      '/electron/app/services.ts',
      '/platform/electron/tray',
    ]) {
      expect(having(chunks, part)).toBe(false);
    }
  });

  it('leaves calendars, exact sums and the database for whoever asks about the past', () => {
    const read = first();
    for (const part of ['/temporal-polyfill/', '/big.js/', '/history/store/open-history.ts']) {
      expect(having(read, part)).toBe(false);
      expect(having(chunks, part)).toBe(true);
    }
  });
});

describe('the preload script', () => {
  it('is one file of less than 4 kB', async () => {
    const chunks = await built(preloadConfig ?? {});
    expect(chunks).toHaveLength(1);
    expect(sizeOf(chunks)).toBeLessThan(4 * kB);
  });
});

describe('the page, gzipped', () => {
  let chunks: readonly Chunk[];
  beforeAll(async () => {
    chunks = await built(pageConfig ?? {});
  });

  it('loads less than 95 kB of JavaScript at a start', () => {
    expect(gzippedSizeOf(atStart(chunks))).toBeLessThan(95 * kB);
  });

  const isLanguage = ({ fileName }: Chunk) => fileName.startsWith('assets/language-');

  it('is less than 156 kB of JavaScript in all, without its languages', () => {
    expect(gzippedSizeOf(chunks.filter((chunk) => !isLanguage(chunk)))).toBeLessThan(156 * kB);
  });

  it('is less than 26 kB more in each language, of which it loads one', () => {
    const sizes = chunks.filter(isLanguage).map((chunk) => gzippedSizeOf([chunk]));
    expect(sizes).toHaveLength(languages.size);
    expect(Math.max(...sizes)).toBeLessThan(26 * kB);
    expect(atStart(chunks).filter(isLanguage)).toEqual([]);
  });

  it.each([
    '/renderer/charts/drawing/draw.ts',
    '/renderer/views/PastView.tsx',
    '/renderer/components/broker/BrokerForm.tsx',
  ])('leaves %s for when somebody looks', (part) => {
    const left = (some: readonly Chunk[]) =>
      some.some(({ modules }) =>
        Object.entries(modules).some(([id, { code }]) => id.includes(part) && code),
      );
    expect(left(atStart(chunks))).toBe(false);
    expect(left(chunks)).toBe(true);
  });
});
