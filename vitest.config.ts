import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
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
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex(name => moduleId.includes(`/test/${name}`));
      return index < 0 ? LONGEST.length : index;
    };
    return [...(await super.sort(files))].sort((a, b) => rank(a) - rank(b));
  }
}

const univer = fileURLToPath(new URL(UNIVER, import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^@univerjs\/(.+)$/, replacement: `${univer}/$1.mjs` }] },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/setup/prepare.ts'],
    // Loaded by Node as they are.
    server: { deps: { external: [/\.cache\/univer\//] } },
    // A spreadsheet's objects live for one calculation: clearing them away takes half of the time so.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // Spreadsheets and browsers are waited for: one file more than there are cores.
    maxWorkers: availableParallelism() + 1,
    // No budget: only what hangs ends so.
    testTimeout: 400_000,
    hookTimeout: 400_000,
  },
});
