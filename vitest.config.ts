import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/setup/generate.ts'],
    // Univer's packages import named exports of CommonJS modules, which Node alone refuses.
    server: { deps: { inline: [/@univerjs\//] } },
    // One core fewer than there are is one file at a time where there are two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
