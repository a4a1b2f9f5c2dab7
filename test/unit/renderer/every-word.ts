import { placeName } from '../../../renderer/components/settings/ZoneSelect.tsx';
import { languages } from '../../../shared/languages/languages.ts';
import { zoneOfNow } from '../../../shared/text/format.ts';
import { plainWords } from '../../fixtures/pseudo-language.ts';

/** A text that can be read on a page, or is read out. */
export interface PageText {
  /** The element, and the attribute where it is one. */
  readonly where: string;
  readonly text: string;
}

const attributes = [
  ...['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'placeholder'],
  ...['title', 'alt'],
];

/**
 * Every text of a page in its order, also what only a reader hears. Without what is marked as being
 * in a language of its own.
 */
export function everyWordIn(root: Element): readonly PageText[] {
  const elements = [root, ...root.querySelectorAll('*:not(body [lang], body [lang] *)')];
  return elements.flatMap((element) => {
    const name = `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`;
    const shown = [...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => ({ where: name, text: node.data }));
    const heard = attributes
      .filter((attribute) => element.hasAttribute(attribute))
      .map((attribute) => ({
        where: `${name} ${attribute}`,
        text: element.getAttribute(attribute) ?? '',
      }));
    return [...heard, ...shown].filter(({ text }) => text.trim() !== '');
  });
}

/** Words on the page that came from no catalogue, while it speaks the pseudo-language. */
export function untranslated(): readonly string[] {
  return everyWordIn(document.body)
    .filter(({ text }) => plainWords(withoutNames(text)).length > 0)
    .map(({ where, text }) => `${where}: ${text}`);
}

/** A language is called by its own name in every other, and this computer's zone by its town. */
function withoutNames(text: string): string {
  const names = [...[...languages.values()].map(({ name }) => name), placeName(zoneOfNow())];
  return names.reduce((rest, name) => rest.replace(name, ''), text);
}
