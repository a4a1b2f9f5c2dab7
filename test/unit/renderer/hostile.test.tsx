import { cleanup, screen } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AppState } from '../../../shared/domain/app/app-state.ts';
import { aSession, aStatement, garage } from '../../fixtures/history-rows.ts';
import { callingAll } from '../../hostile/calling-all.ts';
import { asName } from '../../hostile/outlet.ts';
import { hostileTexts, steersLines } from '../../hostile/texts.ts';
import { prepareBrowser, preparePast, renderApp } from './render-app.tsx';

prepareBrowser();
preparePast();

/** Whatever a text says, only letters are others: no element, no attribute that does something. */
function shape(): readonly string[] {
  return [...document.body.querySelectorAll('*')].map((element) =>
    [element.tagName, ...element.getAttributeNames().toSorted()].join(' '),
  );
}

async function show(view: AppState['goTo']['view'], text: string): Promise<void> {
  const name = asName(text);
  const goTo = { counter: 1, view } as const;
  await renderApp({ ...callingAll(text), goTo }, (fake) => {
    const charger = { ...garage, name };
    fake.answer('historyChargers', () => ({ ok: true, value: [charger] }));
    fake.answer('listSessions', () => ({ ok: true, value: [aSession({ note: name })] }));
    fake.answer('getStatement', () => ({ ok: true, value: aStatement({ charger }) }));
  });
}

/** All of them where chargers are; elsewhere those that have most to do with a page. */
const some = new Set(['markup', 'a template', 'text turned round', 'a name of every object']);
const texts = Object.entries(hostileTexts);

describe.each(['chargers', 'history', 'settings'] as const)('the page shows in %s', (view) => {
  let usual: readonly string[] = [];
  beforeAll(async () => {
    await show(view, 'Garage');
    usual = shape();
    cleanup();
  });

  test.each(texts.filter(([what]) => view === 'chargers' || some.has(what)))(
    '%s as text',
    async (_, text) => {
      const { title } = document;
      await show(view, text);
      expect(shape()).toEqual(usual);
      expect(document.title).toBe(title);
      const said = document.body.textContent ?? '';
      expect(said).not.toMatch(steersLines);
      if (view === 'chargers') expect(said).toContain(asName(text).slice(0, 30));
    },
  );
});

test('a statement has its chargers as text', async () => {
  await show('history', hostileTexts.markup);
  screen.getByRole('button', { name: 'Statement…' }).click();
  await screen.findByRole('article');
  expect(document.querySelector('article img, article script')).toBeNull();
});
