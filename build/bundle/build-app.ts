import { join } from 'node:path';
import { buildIcons } from '../icons/build-icons.ts';
import { bundle } from './bundle.ts';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('usage: build-app.ts <folder>');

await Promise.all([bundle(outDir), buildIcons(join(outDir, 'icons'))]);
