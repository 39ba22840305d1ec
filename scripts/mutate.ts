/**
 * Changes the code of a folder, one place at a time, and tells which changes no test notices:
 * npm run mutate -- src/month [--sample 150] [--seed 1]
 *
 * Outside of CI: a mutant takes seconds. A sample draws that many lines with code of the folder; its mark is that of
 * the whole within a few percent. Ends with 1 where the mark is below the folder's.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What has to be noticed, in percent, and the tests that look at it. */
const FOLDERS: Readonly<Record<string, { readonly mark: number; readonly tests: readonly string[] }>> = {
  'src/functions': { mark: 92, tests: ['test/functions', 'test/kernel'] },
  'src/kernel': { mark: 92, tests: ['test/kernel', 'test/functions'] },
  'src/month': { mark: 85, tests: ['test/month', 'test/panel/imports'] },
};

async function filesIn(path: string): Promise<string[]> {
  if (path.endsWith('.ts')) return [path];
  const names = await readdir(join(root, path), { recursive: true });
  return names.filter(name => /\.ts$/.test(name) && !/\.gen\.ts$/.test(name)).map(name => `${path}/${name}`);
}

/** Lines that hold code: no comment, no import, more than a bracket. */
async function linesOf(file: string): Promise<string[]> {
  const lines = (await readFile(join(root, file), 'utf8')).split('\n');
  return lines.flatMap((line, index) =>
    /\w/.test(line) && !/^\s*(?:\*|\/[/*]|import |export type|readonly |type |interface )/.test(line)
      ? [`${file}:${index + 1}-${index + 1}`]
      : [],
  );
}

function drawn<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return items
    .map(item => ({ item, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const [path = ''] = positionals;
  const folder = Object.keys(FOLDERS).find(known => path.startsWith(known)) ?? '';
  const known = FOLDERS[folder];
  if (!known)
    throw new RangeError(`npm run mutate -- FOLDER, one of ${Object.keys(FOLDERS).join(', ')}, or a file of it`);
  const files = await filesIn(path);
  const mutate = values.sample
    ? drawn((await Promise.all(files.map(linesOf))).flat(), Number(values.sample), Number(values.seed))
    : files;
  const place = await mkdtemp(join(tmpdir(), 'mutate-'));
  const config = join(place, 'stryker.config.json');
  await writeFile(
    config,
    JSON.stringify({
      mutate,
      testRunner: 'vitest',
      vitest: { configFile: 'scripts/mutate/vitest.config.ts', related: true },
      plugins: ['@stryker-mutator/vitest-runner'],
      coverageAnalysis: 'perTest',
      concurrency: Math.max(1, availableParallelism() - 1),
      // Stryker would read it with a compiler older than the project's.
      tsconfigFile: 'none.json',
      ignorePatterns: ['dist', 'docs', 'bench', '.cache'],
      reporters: ['clear-text'],
      clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
      tempDirName: join(place, 'sandbox'),
      thresholds: { high: known.mark, low: known.mark, break: known.mark },
    }),
  );
  const child = spawn('npx', ['stryker', 'run', config], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATE_TESTS: known.tests.join(',') },
  });
  const code = await new Promise<number>(resolve => child.on('close', ended => resolve(ended ?? 1)));
  await rm(place, { recursive: true, force: true });
  return code;
}

process.exitCode = await main();
