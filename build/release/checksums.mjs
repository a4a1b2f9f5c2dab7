// @ts-check
// Writes into a folder what `sha256sum -c` reads: the hash of every file in it.
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { runEntry, Stop, say } from '../prepare/say.mjs';

/** What the list is called. */
export const sumsName = 'SHA256SUMS';

/**
 * A line for each file, in an order that no disk and no language decides.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function checksums(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((one) => one.isFile() && one.name !== sumsName);
  const names = files.map(({ name }) => name).sort();
  if (names.length === 0) throw new Stop(`there is no file in ${folder}.`);
  const lines = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  return lines.join('');
}

/** @param {string} folder */
async function write(folder) {
  const sums = await checksums(folder);
  writeFileSync(join(folder, sumsName), sums);
  say(`wrote ${sumsName} of ${sums.split('\n').length - 1} files.`);
}

const [, script, folder] = process.argv;
if (script === import.meta.filename) {
  await runEntry(async () => {
    if (!folder) throw new Stop('please name the folder.');
    await write(folder);
  });
}
