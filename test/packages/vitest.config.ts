import { defineConfig } from 'vitest/config';

/** What `npm run test:packages` runs once the packages are made. */
export default defineConfig({
  test: {
    include: ['test/packages/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
