import type { Page } from '@playwright/test';

/**
 * Pictures the page in light and in dark colours; `base` is the file's name without its end. Whole
 * means also what one would have to scroll to.
 */
export async function inLightAndDark(
  page: Page,
  base: string,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Promise<void> {
  // Where it clicked last, the mouse would make a button look chosen.
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${base}-${colorScheme}.png`, fullPage: isWhole });
  }
  await page.emulateMedia({ colorScheme: null });
}
