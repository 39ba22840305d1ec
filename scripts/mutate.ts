/**
 * What the unit tests notice: Stryker changes the code of a folder in small ways and runs the tests of each change.
 * npm run mutate -- src/month [--every 20] [--from 0]
 *
 * --every 20 tries one in twenty, spread over all files; --from 1 the ones after those. What survived is printed as
 * soon as it is known, and stands in .cache/mutation.json.
 */
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/** Where the tests of a folder are: beside it, in the folder above, or with those that it is made for. */
function testsOf(path: string): string[] {
  if (path.startsWith('src/kernel')) return ['test/kernel', 'test/functions'];
  const tests = path.replace(/^src/, 'test');
  return existsSync(tests) && statSync(tests).isDirectory() ? [tests] : testsOf(dirname(path));
}

const fileBeside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: 'string', default: '1' }, from: { type: 'string', default: '0' } },
  });
  const [path] = positionals;
  const numbers = /^[1-9]\d*$/.test(values.every) && /^\d+$/.test(values.from);
  if (path === undefined || !/^src\//.test(path) || !existsSync(path) || !numbers) {
    throw new RangeError('npm run mutate -- src/FOLDER [--every 20] [--from 0]');
  }
  process.env.MUTATE_PATH = path;
  process.env.MUTATE_TESTS = testsOf(path).join(' ');
  process.env.MUTATE_EVERY = values.every;
  process.env.MUTATE_FROM = values.from;
  const nodeArgs = ['--import', 'tsx'];
  await new Stryker({
    mutate: [statSync(path).isDirectory() ? join(path, '*.ts') : path, '!src/**/*.gen.ts'],
    testRunner: 'vitest',
    vitest: { configFile: 'scripts/mutate/vitest.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner', ...['mutate/sample.ts', 'mutate/survivors.ts'].map(fileBeside)],
    checkers: values.every === '1' ? [] : ['sample'],
    checkerNodeArgs: nodeArgs,
    testRunnerNodeArgs: nodeArgs,
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // A change counts as noticed when it runs into its time limit: on a busy machine others would, too.
    timeoutMS: 20_000,
    // Stryker asks the compiler for more than TypeScript 7 offers; there is nothing in it that it needs.
    tsconfigFile: 'none.json',
    tempDirName: join(tmpdir(), 'sales-kpi-mutation'),
    cleanTempDir: 'always',
    ignorePatterns: ['dist', '.cache'],
    reporters: ['progress-append-only', 'survivors', 'clear-text', 'json'],
    clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
    jsonReporter: { fileName: '.cache/mutation.json' },
  }).runMutationTest();
}

await main();
