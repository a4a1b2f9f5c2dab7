import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The three parts of the app, as Vite builds them. */
export function bundles(outDir: string): readonly InlineConfig[] {
  return [mainBundle(outDir), preloadBundle(outDir), rendererBundle(outDir)];
}

/** One CommonJS file: Electron starts it without first waiting for its module loader. */
function mainBundle(outDir: string): InlineConfig {
  return {
    ...common(),
    ssr: { noExternal: true, external: ['electron', 'keytar'], target: 'node' },
    build: {
      ...scriptBuild(outDir),
      ssr: join(root, 'electron/main.ts'),
      target: 'node20.18',
      rolldownOptions: {
        // A native module has to stay a file of its own; its package is packed beside this one.
        external: ['electron', 'keytar', ...builtins],
        output: scriptOutput('main.cjs'),
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
      rolldownOptions: { external: ['electron'], output: scriptOutput('preload.cjs') },
    },
  };
}

/** Files only, nothing inline: the window's content policy forbids inline scripts and styles. */
function rendererBundle(outDir: string): InlineConfig {
  return {
    ...common(),
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(outDir, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  };
}

function common(): InlineConfig {
  return {
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
}

function scriptBuild(outDir: string) {
  // Not minified: it starts no sooner, and a log then shows names instead of letters.
  return { outDir, emptyOutDir: false, minify: false, reportCompressedSize: false };
}

function scriptOutput(file: string) {
  return { format: 'cjs', entryFileNames: file, codeSplitting: false } as const;
}
