import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const journeys = ['test/journeys/**/*.test.ts', 'test/browser/**/*.test.ts'];
const rules = ['shared/**/*.test.ts'];
const faults = ['test/faults/**/*.test.ts'];
const ignored = ['**/node_modules/**', '**/dist/**', 'test/lint-fixtures/**', 'release/**'];

/** Host programs that a test starts speak English, whatever the machine's language. */
const env = { LC_ALL: 'C.UTF-8' };

/** Some hundred hosts are started from their sources: each finds them compiled by the one before. */
const compiled = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled-sources') };

/** Left to itself, vitest keeps one core free for its own process, which hardly needs it. */
const maxWorkers = availableParallelism();

/** The tiers that `test/run.ts` runs one after the other, each a vitest project. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'core',
          environment: 'node',
          include: rules,
          testTimeout: 20_000,
          maxWorkers,
          // Pure code keeps nothing that another test could meet, so each file needs no world of its own.
          isolate: false,
        },
      },
      {
        root,
        test: {
          name: 'unit',
          env: { ...env, ...compiled },
          maxWorkers,
          environment: 'node',
          // Whatever no other project claims, so that no test file is left out of every run.
          include: ['**/*.test.ts'],
          exclude: [...ignored, ...rules, ...journeys, ...faults],
          testTimeout: 20_000,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'components',
          env,
          maxWorkers,
          environment: 'happy-dom',
          include: ['**/*.test.tsx'],
          setupFiles: ['test/components-setup.ts'],
          exclude: ignored,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          env,
          environment: 'node',
          include: journeys,
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 10_000 } },
          // Two cores: a second Chromium beside the host would make each journey's waits unreliable.
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'faults',
          env,
          environment: 'node',
          include: faults,
          exclude: ignored,
          testTimeout: 600_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
