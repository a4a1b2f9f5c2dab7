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

/** Those with something put in, as what finds it. */
const filled = [...said].filter((text) => text.includes('…')).map(finding);

function finding(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}$`);
}

/** What is put in may be words of the app as well: the reason why a charger is away. */
function isSaid(words: string): boolean {
  if (said.has(words)) return true;
  return filled.some((pattern) => {
    const [, ...within] = pattern.exec(words) ?? [];
    return within.length > 0 && within.every((part) => part === '…' || said.has(part));
  });
}

/** Words on the screen stand in quotation marks that the app itself would use. */
function quotedIn({ text }: Source): readonly string[] {
  return [...text.matchAll(/“((?:[^“”]|“[^“”]*”)+)”/g)].map(([, words = '']) => plain(words));
}

const pages = sources(/^SECURITY\.md$|^docs\/(privacy|troubleshooting)\.md$|^\.github\/.*\.yml$/);

describe('words of the screen that a page quotes', () => {
  it.each(pages.map((page) => [page.path, page] as const))(
    'are those of the app: %s',
    (_, page) => {
      expect(quotedIn(page).filter((words) => !isSaid(words))).toEqual([]);
    },
  );

  it('are found, over the end of a line and with what is put in', () => {
    const text = 'It says “Not updated\nsince …: no connection.” or “Nonsense”.';
    const found = quotedIn({ path: 'a.md', text });
    expect(found).toEqual(['Not updated since …: no connection.', 'Nonsense']);
    expect(found.map(isSaid)).toEqual([true, false]);
    expect(isSaid('Not updated since …: no such reason.')).toBe(false);
    expect(isSaid('Not updated since ….')).toBe(true);
    expect(pages.flatMap(quotedIn).length).toBeGreaterThan(10);
  });
});
