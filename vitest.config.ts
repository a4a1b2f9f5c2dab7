import { defineConfig } from 'vitest/config';

const outside = ['test/e2e/**', 'test/packages/**'];
/** Needs a tracer and minutes: `npm run test:disk` asks for it. */
const longTests = process.env.DISK_ALL ? [] : ['test/disk/each-call.test.ts'];
/** Only Debian's package of the broker is looked for. */
const brokerTests = process.platform === 'linux' ? [] : ['test/contract/mqtt/**'];
const windowTests = [
  'test/unit/renderer/**/*.test.tsx',
  'test/unit/renderer/drawing/board.test.ts',
];

/**
 * Two projects, because a process keeps one environment: with `isolate: false` the files of a
 * process share their modules, and loading those anew took two fifths of the time of all tests.
 */
export default defineConfig({
  test: {
    globalSetup: 'test/simulators/fcsp/make-shared-key.ts',
    setupFiles: ['test/setup.ts'],
    isolate: false,
    // How long a test takes is the computer's affair; this only ends what hangs.
    testTimeout: 60_000,
    // The default leaves one of two processors idle.
    maxWorkers: '100%',
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...outside, ...windowTests, ...brokerTests, ...longTests],
        },
      },
      {
        extends: true,
        test: { name: 'window', environment: 'jsdom', include: windowTests, exclude: outside },
      },
    ],
  },
});
