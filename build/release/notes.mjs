// @ts-check
// Writes what is new into the manifests of a folder, from the changelog, and stops where tag, version
// and changelog do not speak of the same release.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { root } from '../prepare/places.mjs';
import { runEntry, Stop, say } from '../prepare/say.mjs';

/** No more of it is shown in the app. */
const longest = 4000;

/**
 * What is new in a version, as plain lines.
 * @param {string} changelog in the form of Keep a Changelog
 * @param {string} version
 * @returns {string | undefined} undefined where the changelog does not have it, or nothing in it
 */
export function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((section) => /^\[?([^\]\s]+)/.exec(section)?.[1] === version);
  const text = own?.split('\n').slice(1).join('\n').trim() ?? '';
  // An entry is one line in the app, which breaks it where its window ends.
  const lines = text.replaceAll(/^### /gm, '').replaceAll(/\n +(?![ -])/g, ' ');
  if (lines === '') return undefined;
  if (lines.length <= longest) return lines;
  return `${lines.slice(0, lines.lastIndexOf('\n', longest - 2))}\n…`;
}

/**
 * What is new in the release of a tag; throws a `Stop` where that is not the version here.
 * @param {{ tag: string, version: string, changelog: string }} given
 * @returns {string}
 */
export function notesOfTag({ tag, version, changelog }) {
  if (tag !== `v${version}`) throw new Stop(`the tag is ${tag}, but package.json says ${version}.`);
  const notes = notesOf(changelog, version);
  if (notes === undefined) throw new Stop(`CHANGELOG.md says nothing of ${version}.`);
  return notes;
}

/**
 * A manifest as electron-builder writes it, with the notes. YAML reads a text as JSON writes it.
 * @param {string} manifest
 * @param {string} notes
 */
export function withNotes(manifest, notes) {
  if (/^releaseNotes:/m.test(manifest)) throw new Stop('a manifest has its notes already.');
  return `${manifest.trimEnd()}\nreleaseNotes: ${JSON.stringify(notes)}\n`;
}

/** @param {string} tag @param {string | undefined} folder */
function write(tag, folder) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const notes = notesOfTag({ tag, version, changelog });
  say(`${tag} is what package.json and CHANGELOG.md speak of.`);
  if (!folder) return;
  for (const name of readdirSync(folder).filter((one) => /^latest.*\.yml$/.test(one))) {
    const path = join(folder, name);
    writeFileSync(path, withNotes(readFileSync(path, 'utf8'), notes));
    say(`wrote what is new into ${name}.`);
  }
}

const [, script, tag, folder] = process.argv;
if (script === import.meta.filename) {
  await runEntry(async () => {
    if (!tag) throw new Stop('please name the tag.');
    write(tag, folder);
  });
}
