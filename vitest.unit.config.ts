import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ENGINE_TESTS } from './test/setup/engineTests.ts';

/** What runs without a played host and without a browser, for those who change the engine: `npm run test:unit`. */
export default defineConfig({
  test: {
    projects: ENGINE_TESTS.map(test => ({ test: { testTimeout: 60_000, ...test } })),
    // Nothing but the processor is waited for; Vitest would leave one core alone.
    maxWorkers: availableParallelism(),
  },
});
