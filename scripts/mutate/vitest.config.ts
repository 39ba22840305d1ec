import { defineConfig } from 'vitest/config';

/** The unit tests of the folders in MUTATE_TESTS, without what the whole suite waits for: hosts, browsers, great numbers. */
export default defineConfig({
  test: {
    include: [
      'scripts/mutate/loads.ts',
      ...(process.env.MUTATE_TESTS ?? '').split(' ').map(folder => `${folder}/**/*.test.ts`),
    ],
    exclude: ['**/fuzz.test.ts', '**/length.test.ts'],
    testTimeout: 60_000,
    // One worker a mutant, not one a file: what is evaluated when a module is loaded is so once, with the mutant in it.
    isolate: false,
  },
});
