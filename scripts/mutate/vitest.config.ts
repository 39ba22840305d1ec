import { defineConfig } from 'vitest/config';

const folders = (process.env.MUTATE_TESTS ?? 'test').split(',');

/** The unit tests alone: no browser, no spreadsheet, and no long run of generated files. */
export default defineConfig({
  test: {
    include: folders.map(folder => `${folder}/**/*.test.ts`),
    exclude: ['**/generated.test.ts', '**/realFiles.test.ts', '**/node_modules/**'],
    testTimeout: 60_000,
  },
});
