// @ts-check
// Packs the last commit twice, in places and surroundings that differ, and compares what was made.
import { execFileSync } from 'node:child_process';
import { constants, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutCache, root } from '../prepare/places.mjs';
import { run } from '../prepare/run.mjs';
import { runEntry, Stop, say } from '../prepare/say.mjs';
import { prepare } from '../prepare.mjs';
import { differences } from './differences.mjs';

/** What must not matter: the path and its length, the zone, the language, who may read new files. */
const surroundings = [
  { place: 'one', env: { TZ: 'UTC', LC_ALL: 'C' }, umask: 0o022 },
  { place: 'quite/another', env: { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' }, umask: 0o027 },
];

await runEntry(async () => {
  await prepare({ runtime: true });
  mkdirSync(checkoutCache, { recursive: true });
  const work = mkdtempSync(join(checkoutCache, 'twice-'));
  try {
    const [one = '', other = ''] = await packBoth(work);
    const found = differences(one, other);
    if (found.length > 0) throw new Stop(`the two packages differ:\n  ${found.join('\n  ')}`);
    say('both packages are the same, byte by byte.');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** @param {string} work @returns {Promise<readonly string[]>} the folders with what was packed */
async function packBoth(work) {
  const made = [];
  for (const { place, env, umask } of surroundings) {
    const checkout = join(work, place);
    execFileSync('git', ['clone', '--quiet', '--shared', root, checkout]);
    // Copies share their blocks where the file system can.
    const mode = constants.COPYFILE_FICLONE;
    const modules = join(root, 'node_modules');
    cpSync(modules, join(checkout, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      mode,
    });
    const before = process.umask(umask);
    const program = join(checkout, 'build/package.mjs');
    const options = { cwd: checkout, env: { ...process.env, ...env }, quiet: true };
    const { code, output } = await run(process.execPath, [program], options);
    process.umask(before);
    if (code !== 0) throw new Stop(`packing failed.\n${output.trim()}`, code);
    made.push(join(checkout, 'dist'));
  }
  return made;
}
