import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('usage: build-app.ts <folder>');

await Promise.all([bundle(outDir), icons(join(outDir, 'icons'))]);

async function icons(folder: string): Promise<void> {
  const drawing = new URL('../icons/build-icons.ts', import.meta.url);
  if (!existsSync(drawing)) return;
  const { buildIcons } = await import(drawing.href);
  await buildIcons(folder);
}
