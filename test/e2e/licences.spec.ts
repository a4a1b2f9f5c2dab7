import { expect } from '@playwright/test';
import { barriersOf } from './barriers.ts';
import { test } from './fixtures.ts';

test('every licence can be read in the window, by keyboard and in a narrow one', async ({
  computer,
}) => {
  const app = await computer.start();
  const page = await app.window();
  await page.setViewportSize({ width: 320, height: 480 });
  // The view takes the focus when it comes; a key pressed before that goes to nobody.
  await expect(page.getByRole('heading', { name: 'Add a charger' })).toBeFocused();
  await page.getByRole('button', { name: 'Settings' }).press('Enter');
  await page.getByRole('button', { name: /^About / }).press('Enter');
  await page.getByRole('button', { name: 'Open-source licences' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Open-source licences' })).toBeFocused();
  await page.getByText(/^zod \d/).press('Enter');
  await expect(page.getByText('Permission is hereby granted')).toBeVisible();
  // What Electron brings is another file, of some megabytes.
  await page.getByText('Chromium and everything in it').press('Enter');
  await page.getByText('Skia', { exact: true }).press('Enter');
  await expect(page.getByText('Copyright (c) 2011 Google Inc.')).toBeVisible();
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(widths.scrollWidth).toBe(widths.clientWidth);
  expect(await barriersOf(page, 'licences')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'About' })).toBeFocused();
});
