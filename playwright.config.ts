import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  // Each test has a desktop of its own, so two get along; they wait more than they reckon. Files are
  // not divided, because what is packed once is for all tests of its file.
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  globalSetup: './test/e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
});
