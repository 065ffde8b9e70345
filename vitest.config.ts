import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const ignored = ['**/node_modules/**', '**/dist/**', 'test/lint-fixtures/**'];

/** The tiers that `test/run.ts` runs one after the other, each a vitest project. */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'headquarters/**/*.test.ts',
            'renderer/**/*.test.ts',
            'test/scenarios/**/*.test.ts',
            'test/tooling/**/*.test.ts',
          ],
          exclude: ignored,
          testTimeout: 20_000,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['test/components-setup.ts'],
          exclude: ignored,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/journeys/**/*.test.ts', 'test/browser/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 240_000,
          // Two cores: a second Chromium beside the host would make each journey's waits unreliable.
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
