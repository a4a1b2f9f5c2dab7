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
