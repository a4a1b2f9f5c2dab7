import { join } from 'node:path';
import { buildIcons } from '../icons/build-icons.ts';
import { bundle } from './bundle.ts';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('usage: build-app.ts <folder>');

try {
  await Promise.all([bundle(outDir), buildIcons(join(outDir, 'icons'))]);
} catch (reason) {
  // The message shows the place in the source; the stack would only show the bundler's own.
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
}
