import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ENGINE_TESTS, OTHER_TESTS } from './test/setup/engineTests.ts';
import { UNIVER } from './test/setup/univer.ts';

/** The longest first: what begins last must not be what everything waits for. */
const LONGEST = [
  'addin/templates',
  'appsscript/templates',
  'addin/edits',
  'share/workbook',
  'addin/care',
  'appsscript/edits',
  'workbench/day',
  'appsscript/care',
  'panel/accessibility',
  'addin/limits',
  'workbench/month',
  'workbench/excel/page',
  'native/agreement',
  'addin/badCell',
  'workbench/kept',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const index = LONGEST.findIndex(name => moduleId.includes(`/test/${name}`));
      if (index >= 0) return index;
      // What shares its modules comes in one go, and at the end: it is short.
      return LONGEST.length + Number(!project.config.isolate);
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}

const univer = fileURLToPath(new URL(UNIVER, import.meta.url));

/** For each test; what is not here is for all of them together. */
const project = {
  resolve: { alias: [{ find: /^@univerjs\/(.+)$/, replacement: `${univer}/$1.mjs` }] },
  test: {
    // Loaded by Node as they are.
    server: { deps: { external: [/\.cache\/univer\//] } },
    // A spreadsheet's objects live for one calculation: they are cleared away while they are young.
    execArgv: ['--max-semi-space-size=64'],
    // No budget: only what hangs ends so.
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
  },
};

export default defineConfig({
  test: {
    projects: [OTHER_TESTS, ...ENGINE_TESTS].map(test => ({ ...project, test: { ...project.test, ...test } })),
    // Not for each project: those would prepare the same again.
    globalSetup: ['test/setup/prepare.ts'],
    sequence: { sequencer: LongestFirst },
    // Spreadsheets and browsers are waited for: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
  },
});
