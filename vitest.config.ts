import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    globalSetup: 'test/simulators/fcsp/make-shared-key.ts',
    setupFiles: ['test/setup.ts'],
    environment: 'node',
    // How long a test takes is the computer's affair; this only ends what hangs.
    testTimeout: 60_000,
    // The default leaves one of two processors idle.
    maxWorkers: '100%',
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
