// @ts-check
// Writes the bill of materials of the package (CycloneDX) into `dist/`, or where it is told.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from '../prepare/places.mjs';
import { runEntry, Stop, say } from '../prepare/say.mjs';
import { prepare } from '../prepare.mjs';

await runEntry(async () => {
  await prepare({ runtime: true, app: true });
  const { run } = await import('../prepare/run.mjs');
  const { locateRuntime } = await import('../prepare/runtime-place.mjs');
  const { billOf } = await import('./bill.mjs');
  const runtime = locateRuntime();
  if (!runtime) throw new Stop('no Electron is ready whose parts could be named.');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const asked = ['--print', 'JSON.stringify(process.versions)'];
  const { output } = await run(runtime.executablePath, asked, { quiet: true, env });
  const { homepage, productName, version } = readJson('package.json');
  const bill = billOf({
    licences: readJson('out/licences.json'),
    locked: readJson('package-lock.json').packages,
    runtime: JSON.parse(output),
    homepage,
    epoch: process.env.SOURCE_DATE_EPOCH,
  });
  const [place = join(root, `dist/${productName}-${version}.cdx.json`)] = process.argv.slice(2);
  mkdirSync(dirname(resolve(place)), { recursive: true });
  writeFileSync(place, `${JSON.stringify(bill, undefined, 2)}\n`);
  say(`${bill.components.length} components in ${relative(process.cwd(), place)}.`);
  if (!runtime.official) {
    say(`NOT TO BE PUBLISHED: names Electron ${runtime.version}, a stand-in for tests.`);
  }
});

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}
