import { expect, type Locator, type Page } from '@playwright/test';

/** More than there are places to stop at in any view. */
const mostStops = 120;

/** Goes with the Tab key until that has the focus. Fails where it cannot be reached so. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = target.page();
  await target.waitFor();
  const isThere = () => target.evaluate((one) => one === document.activeElement);
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The ${key} key does not lead to ${target}`);
}

/** Goes to a button with the Tab key and presses it. */
export async function pressByKey(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page.getByRole('button', { name, exact: true }).first());
  await page.keyboard.press('Enter');
}

/** Goes to a field with the Tab key and types into it, over what stands there. */
export async function typeByKey(field: Locator, words: string): Promise<void> {
  await tabTo(field);
  await field.page().keyboard.press('Control+A');
  await field.page().keyboard.type(words);
}

/** Goes to a group of radio buttons with the Tab key, and on to one of them with the arrows. */
export async function chooseByKey(page: Page, group: string, name: string): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group });
  await tabTo(radios.getByRole('radio', { checked: true }));
  const wanted = radios.getByRole('radio', { name });
  for (let stops = await radios.getByRole('radio').count(); stops > 0; stops -= 1) {
    if (await wanted.isChecked()) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(wanted).toBeChecked();
  await expect(wanted).toBeFocused();
}

/** Something on the page has the focus. */
export async function focusIsKept(page: Page): Promise<void> {
  const place = () => page.evaluate(() => document.activeElement?.localName);
  await expect.poll(place).not.toBe('body');
}
