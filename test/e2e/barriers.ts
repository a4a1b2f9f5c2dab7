import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axeFile = createRequire(import.meta.url).resolve('axe-core');

/** Colours of their own that people see the page in. Nothing moves, so that each is there at once. */
const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

/**
 * What would keep people from using the page as it stands now, each with the view's name: light,
 * dark and in forced colours. Leaves it light.
 */
export async function barriersOf(page: Page, view: string): Promise<string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  const found: string[] = [];
  for (const { name, media } of looks) {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    found.push(...(await barriersNow(page, `${view}, ${name}`)));
  }
  await page.emulateMedia({ ...looks[0].media, reducedMotion: null });
  return found;
}

/** The same in the colours of now: for words, which have none. */
export async function barriersOfWords(page: Page, view: string): Promise<string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'));
  return barriersNow(page, view);
}

function barriersNow(page: Page, view: string): Promise<string[]> {
  return page.evaluate(async (where) => {
    const { axe } = globalThis as never as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')}`),
    );
  }, view);
}
