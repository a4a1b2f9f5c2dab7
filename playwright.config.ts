import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  // One tray, one keychain, one notification daemon: the tests share a desktop, so they take turns.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  forbidOnly: true,
  globalSetup: './test/e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: '.cache/reports/playwright.json' }]],
});
