/**
 * Starts the app, or what answers for it in a terminal. A packed one finds beside its code what V8 made
 * of that code when it was packed, and need not compile it at every start; one run from a checkout, or
 * by another V8, compiles it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { app } from 'electron';
import { isForTerminal, ownArguments } from './command-line/own-arguments.ts';
import { otherDisplayOf } from './platform/display.ts';
import { refusedSwitch } from './platform/refused-switches.ts';

const folder = import.meta.dirname;
begin();

/**
 * The tray never answers in a terminal, and what does is read by no start of the tray. There it is
 * also said why the app does not start, or not in this process.
 */
function begin(): void {
  if (isForTerminal(ownArguments()) || refusedSwitch(app) || otherDisplayOf(app)) {
    const terminal: typeof import('./command-line/answer-terminal.ts') = load('terminal');
    terminal.answerTerminal(app);
  } else load('main');
}

/** Runs a script of the app, unless it has run; gives what it exports. */
function load(name: string) {
  const code = join(folder, `${name}.cjs`);
  const require = createRequire(code);
  const cachedData = code in require.cache ? undefined : compiled(name);
  return cachedData ? run(code, require, cachedData) : require(code);
}

/** Of this kind of processor only: what is in it may not suit another. */
function compiled(name: string): Buffer | undefined {
  const kept = join(folder, `${name}-${process.arch}.cache`);
  return existsSync(kept) ? readFileSync(kept) : undefined;
}

/** As `require` does it. V8 looks itself whether what was compiled fits, and compiles if not. */
function run(code: string, require: NodeJS.Require, cachedData: Buffer) {
  const source = Module.wrap(readFileSync(code, 'utf8'));
  const script = new Script(source, { filename: code, cachedData });
  // The log of the tray tells. Nobody types to learn that.
  if (code.endsWith('main.cjs') && !script.cachedDataRejected)
    performance.mark('compiled code used');
  const module = new Module(code);
  module.filename = code;
  // What is loaded later asks for it as for any file, and must not run it once more.
  require.cache[code] = module;
  const ours = (id: string) => (id.startsWith('./') ? load(basename(id, '.cjs')) : require(id));
  script.runInThisContext()(module.exports, ours, module, code, folder);
  module.loaded = true;
  return module.exports;
}
