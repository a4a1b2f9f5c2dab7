/** Makes the deb and the rpm out of the folder that the packer has unpacked. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { phrases } from '../../../shared/languages/en.ts';
import { checkoutCache, root } from '../../prepare/places.mjs';
import { say } from '../../prepare/say.mjs';
import { readAbout } from './about.ts';
import { buildDeb } from './deb.ts';
import type { Contents } from './layout.ts';
import { buildRpm } from './rpm.ts';

/** What a download of the deb may take, in bytes. */
const largestDeb = 95_000_000;

/** What is packed for Linux, from a folder with an unpacked app. */
export function contentsOf(unpacked: string): Contents {
  return {
    about: readAbout(),
    unpacked,
    icons: join(root, 'out/icons/app'),
    words: phrases.commandLine,
  };
}

function make(unpacked: string, output: string): void {
  const work = mkdtempSync(join(checkoutCache, 'installers-'));
  const contents = contentsOf(unpacked);
  try {
    const thoroughness = 'small';
    const deb = buildDeb(contents, { work: join(work, 'deb'), output, thoroughness });
    const rpm = buildRpm(contents, { work: join(work, 'rpm'), output, thoroughness });
    for (const file of [deb, rpm]) say(`made ${basename(file)}.`);
    const { size } = statSync(deb);
    if (size > largestDeb) throw new Error(`The deb has ${size} bytes, more than ${largestDeb}.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const [, script, unpacked, output] = process.argv;
if (script === import.meta.filename && unpacked && output) make(resolve(unpacked), resolve(output));
