// What is done in the page is written here, and only here in this room.
/// <reference lib="dom" />
import type { Locator, Page } from '@playwright/test';

/** Something that is to be on the page. */
export interface Sight {
  readonly selector: string;
  /** A regular expression that its words fit. */
  readonly words?: string;
  /** How many of it. Absent: one. */
  readonly atLeast?: number;
}

const limitMs = 20_000;

/**
 * Presses something, and gives for each stage the milliseconds from the press to two frames after
 * all its sights are there, by the page's own clock.
 */
export async function timedPress(
  page: Page,
  pressed: Locator,
  stages: readonly (readonly Sight[])[],
): Promise<readonly number[]> {
  const target = await pressed.elementHandle();
  // No function in here has a name: what reads TypeScript marks named ones with what no page knows.
  return page.evaluate(
    async ({ target, stages, limitMs }) => {
      const pressedAt = performance.now();
      if (target instanceof HTMLElement) target.click();
      const late = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error('The page never looked as expected')), limitMs);
      });
      const seen = stages.map(async (sights) => {
        while (
          !sights.every(
            ({ selector, words = '', atLeast = 1 }) =>
              [...document.querySelectorAll(selector)].filter(({ textContent }) =>
                new RegExp(words).test(textContent),
              ).length >= atLeast,
          )
        ) {
          await new Promise<void>((resolve) => {
            const changes = new MutationObserver(() => {
              changes.disconnect();
              resolve();
            });
            changes.observe(document, { subtree: true, childList: true, characterData: true });
          });
        }
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - pressedAt;
      });
      return Promise.race([Promise.all(seen), late]);
    },
    { target, stages, limitMs },
  );
}
