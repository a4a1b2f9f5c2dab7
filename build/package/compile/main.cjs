// @ts-check
// Compiles scripts of the app and keeps what V8 made of it; ends before a display is asked for.
const { readFileSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { basename, delimiter, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const { COMPILE_SCRIPTS: scripts, COMPILE_INTO: into } = process.env;
if (scripts === undefined || into === undefined) process.exit(2);

for (const from of scripts.split(delimiter)) {
  const kept = `${basename(from, '.cjs')}-${process.arch}.cache`;
  writeFileSync(join(into, kept), compiled(from));
}
process.exit(0);

/** @param {string} from */
function compiled(from) {
  const file = basename(from);
  // Functions too that are not called at once: most of them are at every start. Of a language only few
  // are. What is kept names the settings of V8, so they are as ever again before that.
  if (!file.startsWith('language-')) setFlagsFromString('--no-lazy');
  // Its whole path would be kept too, so that every checkout made a package of its own.
  const script = new Script(Module.wrap(readFileSync(from, 'utf8')), { filename: file });
  setFlagsFromString('--lazy');
  return script.createCachedData();
}
