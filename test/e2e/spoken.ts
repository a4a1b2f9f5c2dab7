import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { transformWithOxc } from 'vite';
import type { AppAtHand } from '../../build/demo/app-at-hand.ts';
import { root } from '../../build/prepare/places.mjs';
import { bridgeName } from '../../shared/ipc/names.ts';

/** Chooses a language in the settings, and waits until the page speaks it. */
export async function speakIn(page: Page, language: string): Promise<void> {
  await page.evaluate(
    ([name, code]) => Reflect.get(window, name).call('changeSettings', { language: code }),
    [bridgeName, language] as const,
  );
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/**
 * From now on a page that learns this language learns the pseudo-language in its place. The page is
 * loaded anew: it asks for its files where it asked when it was opened.
 */
export async function servePseudoAs(
  language: string,
  { app, page }: { readonly app: AppAtHand; readonly page: Page },
): Promise<void> {
  const file = `${root}/test/fixtures/pseudo-language.ts`;
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
  const script = [
    "import { phrases as english } from './language-en.js';",
    code,
    `export const phrases = { ...pseudoOf(english), code: '${language}' };`,
  ].join('\n');
  await app.electron.evaluate(
    ({ session }, { folder, replaced, text }) => {
      const files = process.getBuiltinModule('node:fs');
      const { protocol } = session.defaultSession;
      protocol.unhandle('chargetray');
      protocol.handle('chargetray', ({ url }) => {
        const { pathname } = new URL(url);
        const [, ending = 'js'] = pathname.split('.');
        const type = { html: 'text/html', css: 'text/css' }[ending] ?? 'text/javascript';
        const first = pathname.replace('/language.js', '/language-en.js');
        const body = pathname === replaced ? text : files.readFileSync(`${folder}${first}`);
        return new Response(body, { headers: { 'Content-Type': type } });
      });
    },
    {
      folder: `${root}/out/renderer`,
      replaced: `/assets/language-${language}.js`,
      text: script,
    },
  );
  await page.reload();
}
