import type { Page } from '@playwright/test';

/** What sticks out sideways, has no room, or has its text cut off without an ellipsis to say so. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isOut = (one: Element) => one.getBoundingClientRect().right > clientWidth + 1;
    const outside = [...document.querySelectorAll('body *')].filter(
      (one) => isOut(one) && ![...one.children].some(isOut) && !one.closest('.visually-hidden'),
    );
    const sideways =
      scrollWidth > clientWidth
        ? [
            `the page is ${scrollWidth - clientWidth} px too wide`,
            ...outside.map((one) => `${one.outerHTML.slice(0, 80)} is out`),
          ]
        : [];
    const outOfCards = [...document.querySelectorAll('.card')].flatMap((card) => {
      // A card without a box of its own leaves it to its parts.
      const { right, width } = card.getBoundingClientRect();
      const isPast = (one: Element) => one.getBoundingClientRect().right > right + 0.5;
      return [...card.querySelectorAll('*:not(.visually-hidden, .visually-hidden *, svg *)')]
        .filter(
          (one) =>
            width > 0 && one.checkVisibility() && isPast(one) && ![...one.children].some(isPast),
        )
        .map((one) => `${one.outerHTML.slice(0, 80)} is out of its card`);
    });
    const squeezed = [...document.querySelectorAll('main .field, main h2, main h3')]
      .filter((one) => one.clientWidth < 30 && one.clientWidth > 1)
      .map((one) => `${one.outerHTML.slice(0, 80)} has no room`);
    const cut = [...document.querySelectorAll('main *, header *')].filter((element) => {
      const { overflowX, position, textOverflow } = getComputedStyle(element);
      if (element.clientWidth <= 1 || position === 'absolute') return false;
      const isHidden = overflowX === 'hidden' || overflowX === 'clip' || element.matches('button');
      return (
        isHidden && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1
      );
    });
    return [
      ...sideways,
      ...outOfCards,
      ...squeezed,
      ...cut.map((one) => `${one.className}: ${one.textContent?.slice(0, 40)}`),
    ];
  });
}

/** Words of which a part stands in the next line, though nothing in them says that they may. */
export function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (texts.nextNode()) {
      const { currentNode } = texts;
      const shown = currentNode.parentElement;
      if (!shown?.checkVisibility() || shown.closest('.visually-hidden')) continue;
      // A part of an address is no word.
      for (const word of (currentNode.textContent ?? '').matchAll(
        /(?<![\w@.])\p{L}{2,}(?![\p{L}@]|\.\w)/gu,
      )) {
        const range = document.createRange();
        range.setStart(currentNode, word.index);
        range.setEnd(currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`${word[0]} is broken in ${shown.outerHTML.slice(0, 80)}`);
      }
    }
    return broken;
  });
}
