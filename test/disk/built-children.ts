import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { historyThreadBundle } from '../../build/bundle/entries.ts';

const root = join(import.meta.dirname, '../..');

/** Programs that do to a data folder what the app does, in processes that can be killed or hang. */
export interface Children {
  /** Where they are, one file each. */
  readonly folder: string;
  remove(): void;
}

/** Started dozens of times, they must not be compiled each time. In the project, where its packages are. */
export async function buildChildren(...names: readonly string[]): Promise<Children> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'disk-'));
  const input = names.map((name) => join(import.meta.dirname, 'children', `${name}.ts`));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'], target: 'node' },
    build: { ssr: true, rollupOptions: { input }, outDir: folder, minify: false },
  });
  // As it is in the app: the thread of the history takes no TypeScript.
  if (names.includes('record')) await build(historyThreadBundle(folder));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What the program `start.ts` found in a data folder, and what came of it. */
export interface Started {
  readonly theme: string;
  readonly accounts: number;
  readonly settings?: { readonly keptAside?: string };
  readonly told: readonly string[];
  readonly memory?: { readonly keptAside: string };
  /** That the history had before. */
  readonly samples: number;
  readonly history?: { readonly kind: string; readonly keptAside?: string };
  /** Why the disk did not take the settings or the memory. */
  readonly refused?: string;
}

const run = promisify(execFile);
/** Whatever takes so long hangs. */
const patienceMs = 30_000;

/** Starts what of the app lies in the folder. Rejects where that hangs or fails. */
export async function started(children: Children, folder: string): Promise<Started> {
  const { stdout } = await run(process.execPath, [join(children.folder, 'start.js'), folder], {
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  return JSON.parse(stdout);
}
