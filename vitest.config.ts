import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex(name => moduleId.includes(`/test/${name}`));
      return index < 0 ? LONGEST.length : index;
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/setup/prepare.ts'],
    // Univer's packages import named exports of CommonJS modules, which Node alone refuses.
    server: { deps: { inline: [/@univerjs\//] } },
    sequence: { sequencer: LongestFirst },
    // Spreadsheets and browsers are waited for: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
    // No budget: only what hangs ends so.
    testTimeout: 400_000,
    hookTimeout: 400_000,
  },
});
