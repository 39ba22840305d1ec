const FOLDERS = 'kernel,functions,plan,templates,sheets,month,files,tables,grid,health,doctor,export';

/** In the engine's folders, but over a played host, LibreOffice or thousands of files. */
const MORE_THAN_ENGINE = [
  'test/templates/{heat,relabelling,criterionNames,sortedPlans,blankCustomer,badWeight}.test.ts',
  'test/health/alike.test.ts',
  'test/export/libreOffice.test.ts',
  'test/tables/generated.test.ts',
];

/** They add a language, which stays in the modules that they load. */
const LANGUAGES = ['test/kernel/text.test.ts', 'test/templates/language.test.ts'];

/**
 * The engine's tests, without a played host and without a browser. They leave nothing behind in the modules that they
 * load, but for languages: one file after the other runs over the same ones, which are loaded once.
 */
export const ENGINE_TESTS = [
  {
    name: 'engine',
    include: [`test/{${FOLDERS}}/**/*.test.ts`],
    exclude: [...MORE_THAN_ENGINE, ...LANGUAGES],
    isolate: false,
  },
  { name: 'languages', include: LANGUAGES },
];

/** All others. */
export const OTHER_TESTS = {
  name: 'hosts',
  include: ['test/*.test.ts', `test/!(${FOLDERS.replaceAll(',', '|')})/**/*.test.{ts,tsx}`, ...MORE_THAN_ENGINE],
};
