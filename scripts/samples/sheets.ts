/**
 * Runs Google's own samples, unchanged, over the played Google Sheets: npx tsx scripts/samples/sheets.ts FOLDER, where
 * FOLDER holds https://github.com/googleworkspace/apps-script-samples. Prints which passed, which were refused since
 * they ask for something that is not played, and which came out differently; of those there may be none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadBundled } from '../build/loadBundled.ts';
import { EXPECTED } from './sheetsExpected.ts';

const [folder = ''] = process.argv.slice(2);
if (!existsSync(join(folder, 'sheets'))) {
  console.log(
    `No samples in "${folder}": a folder with googleworkspace/apps-script-samples is needed. Nothing was checked.`,
  );
  process.exit(0);
}

const { play }: typeof import('./playSheet.ts') = await loadBundled(new URL('playSheet.ts', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.(gs|js)$/.test(file) && !file.includes('node_modules/'))
  .sort();

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
/** A project's files see one another's functions. */
const projectOf = (file: string): string => {
  const isProject = files.some(other => dirname(other) === dirname(file) && other !== file);
  return isProject && file.startsWith('solutions/')
    ? files
        .filter(other => dirname(other) === dirname(file))
        .map(read)
        .join('\n')
    : read(file);
};

const tally = { passed: 0, refused: 0, different: 0 };
for (const file of files) {
  if (!/\bSpreadsheetApp\b|@customfunction/i.test(read(file))) continue;
  for (const call of functionsIn(file)) {
    const { is, why } = await play({ code: projectOf(file), call, ...EXPECTED[`${file} ${call}`] });
    tally[is]++;
    console.log(`${is.padEnd(9)} ${file} ${call}${why && `: ${why}`}`);
  }
}
console.log(`\n${tally.passed} passed, ${tally.refused} refused, ${tally.different} different`);
if (tally.different > 0) process.exitCode = 1;

/** Functions that can be called as they are, and those of which it is known with what; others are called by them. */
function functionsIn(file: string): string[] {
  const code = read(file);
  const isCalled = (name: string): boolean => new RegExp(`(?<!function\\s+)\\b${name}\\(`).test(code);
  return [...code.matchAll(/^function\s+([A-Za-z]\w*)\s*\(([^)]*)\)/gm)]
    .map(([, name = '', parameters = '']) => ({ name, isPlain: parameters.trim() === '' }))
    .filter(
      ({ name, isPlain }) =>
        EXPECTED[`${file} ${name}`] || /^on(?:Open|Install)$/.test(name) || (isPlain && !isCalled(name)),
    )
    .map(({ name }) => name);
}
