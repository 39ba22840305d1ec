import { defineConfig } from 'vitest/config';

/** What runs without a played host and without a browser, for those who change the engine: `npm run test:unit`. */
export default defineConfig({
  test: {
    include: [
      'test/{kernel,functions,plan,templates,sheets,month,files,tables,grid,health,doctor,export}/**/*.test.ts',
    ],
    exclude: [
      'test/templates/{heat,relabelling,criterionNames,sortedPlans,blankCustomer}.test.ts',
      'test/export/libreOffice.test.ts',
      'test/tables/generated.test.ts',
    ],
    testTimeout: 60_000,
  },
});
