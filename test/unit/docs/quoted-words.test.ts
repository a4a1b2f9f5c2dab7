import { describe, expect, it } from 'vitest';
import { phrases } from '../../../shared/languages/en.ts';
import { markedFills, marks, placesOf } from '../../laws/phrases.ts';
import { type Source, sources } from '../../laws/sources.ts';

/** What the app says, with `…` where it puts something in. */
const said = new Set(
  [...placesOf(phrases).values()].flatMap((place) =>
    markedFills(place).flatMap((fill) => place.say(fill).map(({ text }) => plain(text))),
  ),
);

function plain(text: string): string {
  return text.replaceAll(marks, '…').replaceAll(/\s+/g, ' ');
}

/** Words on the screen stand in quotation marks that the app itself would use. */
function quotedIn({ text }: Source): readonly string[] {
  return [...text.matchAll(/“([^”]+)”/g)].map(([, words = '']) => plain(words));
}

const pages = sources(/^SECURITY\.md$|^docs\/(privacy|troubleshooting)\.md$|^\.github\/.*\.yml$/);

describe('words of the screen that a page quotes', () => {
  it.each(pages.map((page) => [page.path, page] as const))(
    'are those of the app: %s',
    (_, page) => {
      expect(quotedIn(page).filter((words) => !said.has(words))).toEqual([]);
    },
  );

  it('are found, over the end of a line and with what is put in', () => {
    const text = 'It says “Not updated\nsince …: no connection.” or “Nonsense”.';
    const found = quotedIn({ path: 'a.md', text });
    expect(found).toEqual(['Not updated since …: no connection.', 'Nonsense']);
    expect(said).toContain('Not updated since ….');
    expect(pages.flatMap(quotedIn).length).toBeGreaterThan(10);
  });
});
