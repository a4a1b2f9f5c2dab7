import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Rolldown } from 'vite';
import { asciiOnly } from './ascii-only.ts';
import { languageEntries, languagesApart } from './languages-apart.ts';
import { mqttCore } from './mqtt-core.ts';
import { undiciCore } from './undici-core.ts';
import { wholeEntry } from './whole-entry.ts';
import { zodParsing } from './zod-parsing.ts';

const root = resolve(import.meta.dirname, '../..');
/** They have to stay files of their own; their packages are packed beside the bundle. */
const native = ['@photostructure/sqlite', 'keytar'];
/** What the page imports to speak at once: `page-files.ts` answers with whichever it is. */
const firstLanguage = { name: 'first-language', address: '/assets/language.js' } as const;
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The parts of the app, as Vite builds them. */
export function bundles(outDir: string): readonly InlineConfig[] {
  return [
    mainBundle(outDir),
    preloadBundle(outDir),
    rendererBundle(outDir),
    historyThreadBundle(outDir),
    terminalBundle(outDir),
    startBundle(outDir),
    keychainProcessBundle(outDir),
    languagesBundle(outDir),
  ];
}

/**
 * CommonJS: Electron starts it without first waiting for its module loader. What the app loads
 * later stays in files of its own, so that a start need not read and compile it.
 */
function mainBundle(outDir: string): InlineConfig {
  return wholeBundle(outDir, 'main', join(root, 'electron/main.ts'));
}

/**
 * Apart from the main bundle although they have code in common: a file of theirs that both asked
 * for could be the one that starts the app, which would then start in the thread once more.
 */
export function historyThreadBundle(outDir: string): InlineConfig {
  return nodeBundle(outDir, {
    input: { 'history-thread': join(root, 'electron/history/thread/history-thread.ts') },
    chunkFileNames: 'history-thread-[name].cjs',
  });
}

/** Apart for the same reason. */
function keychainProcessBundle(outDir: string): InlineConfig {
  return nodeBundle(outDir, {
    input: { 'keychain-process': join(root, 'electron/platform/keychain/keychain-process.ts') },
    chunkFileNames: 'keychain-process-[name].cjs',
  });
}

/**
 * Apart for the same reason: what answers in a terminal must start neither app nor tray. Its thread has
 * most of its code in common with it, and begins with a file of its own.
 */
function terminalBundle(outDir: string): InlineConfig {
  const folder = join(root, 'electron/command-line');
  return wholeBundle(outDir, 'terminal', join(folder, 'answer-terminal.ts'), {
    'terminal-thread': join(folder, 'in-thread.ts'),
  });
}

/** A file for each language, which whoever speaks it in this process loads. */
function languagesBundle(outDir: string): InlineConfig {
  return nodeBundle(outDir, { input: languageEntries(), chunkFileNames: 'language-[name].cjs' });
}

/** Apart from both: it decides which of them is loaded, and would begin by loading the app. */
function startBundle(outDir: string): InlineConfig {
  return nodeBundle(outDir, {
    input: { start: join(root, 'electron/start.ts') },
    chunkFileNames: 'start-[name].cjs',
  });
}

/** A file for what is needed at once, with files of their own for the rest. */
function wholeBundle(
  outDir: string,
  name: string,
  entry: string,
  others: Record<string, string> = {},
): InlineConfig {
  return nodeBundle(outDir, {
    input: { [name]: entry, ...others },
    chunkFileNames: `${name}-[name].cjs`,
    codeSplitting: { includeDependenciesRecursively: false, groups: [wholeEntry(entry)] },
  });
}

interface NodeEntries {
  readonly input: Record<string, string>;
  readonly chunkFileNames: string;
  readonly codeSplitting?: Rolldown.CodeSplittingOptions;
}

function nodeBundle(outDir: string, { input, ...files }: NodeEntries): InlineConfig {
  return {
    ...common(),
    plugins: [undiciCore(), mqttCore(), zodParsing(), languagesApart(), asciiOnly()],
    ssr: { noExternal: true, external: ['electron', ...native], target: 'node' },
    build: {
      ...scriptBuild(outDir),
      ssr: true,
      target: 'node20.18',
      rolldownOptions: {
        input,
        external: ['electron', ...native, ...builtins],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          ...files,
          // `import()` of a native module would start Node's other module loader for it alone.
          dynamicImportInCjs: false,
          // Half the bytes to compile at a start; names stay, so that a log shows them.
          minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  };
}

/** One file that needs nothing but `electron`: a sandboxed preload script can load no other. */
function preloadBundle(outDir: string): InlineConfig {
  return {
    ...common(),
    build: {
      ...scriptBuild(outDir),
      lib: { entry: join(root, 'electron/preload.ts'), formats: ['cjs'] },
      target: 'chrome130',
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      },
    },
  };
}

/** Files only, nothing inline: the window's content policy forbids inline scripts and styles. */
function rendererBundle(outDir: string): InlineConfig {
  return {
    ...common(),
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), asciiOnly()],
    build: {
      outDir: join(outDir, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        external: [firstLanguage.name],
        output: {
          chunkFileNames: chunkName,
          codeSplitting: { groups: [words] },
          paths: { [firstLanguage.name]: firstLanguage.address },
        },
      },
    },
  };
}

/**
 * What the page, its languages and its later parts write with is one file, which the page names:
 * in files of their own, some would be known only once a language is read.
 */
const words: Rolldown.CodeSplittingGroup = {
  name: 'words',
  test: /[\\/](shared[\\/]text|renderer[\\/]format)[\\/]/,
  minShareCount: 2,
};

/** A language is found by its code. */
function chunkName({ facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const isLanguage = facadeModuleId?.startsWith(join(root, 'shared/languages/'));
  return isLanguage ? 'assets/language-[name].js' : 'assets/[name]-[hash].js';
}

function common(): InlineConfig {
  return {
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [asciiOnly()],
    define: {
      'process.env.NODE_ENV': '"production"',
      builtInUpdateKeys: JSON.stringify(updateKeys()),
    },
  };
}

/** Who may sign updates, a line each. There are none before the first release. */
function updateKeys(): string {
  const file = join(root, 'build/release/update-key.pub');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function scriptBuild(outDir: string) {
  return { outDir, emptyOutDir: false, minify: false, reportCompressedSize: false };
}
