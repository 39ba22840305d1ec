/**
 * Runs Microsoft's own samples, unchanged, over the played Excel behind the unmodified Office.js: npx tsx
 * scripts/samples/excel.ts FOLDER, where FOLDER holds https://github.com/OfficeDev/office-js-snippets. Prints which
 * buttons passed, which were refused since they ask for something that is not played, and which came out
 * differently; of those there may be none. With --said it prints what they say, too.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBundled } from '../build/loadBundled.ts';
import { readSnippet, type Snippet } from './snippet.ts';
import { SAYS } from './snippetsExpected.ts';

const [folder = '', ...options] = process.argv.slice(2);
const samples = join(folder, 'samples', 'excel');
if (!existsSync(samples)) {
  console.log(`No samples in "${folder}": a folder with OfficeDev/office-js-snippets is needed. Nothing was checked.`);
  process.exit(0);
}

const { buttonsOf, play }: typeof import('./playSnippet.ts') = await loadBundled(
  new URL('playSnippet.ts', import.meta.url),
);
const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.yaml'))
  .sort();

const tally = { passed: 0, refused: 0, different: 0 };
for (const file of files) {
  const snippet = await readSnippet(readFileSync(join(samples, file), 'utf8'));
  if (!snippet?.code.includes('Excel.run(')) continue;
  for (const button of withOne(buttonsOf(snippet))) {
    const { is, why, said } = await pressed(snippet, button, SAYS[`${file} ${button}`]);
    tally[is]++;
    console.log(`${is.padEnd(9)} ${file} ${button}${why && `: ${why}`}`);
    if (options.includes('--said') && is === 'passed') for (const line of said) console.log(`  ${line}`);
  }
}
console.log(`\n${tally.passed} passed, ${tally.refused} refused, ${tally.different} different`);
if (tally.different > 0) process.exitCode = 1;

/** A script without a button is run as it is. */
function withOne(buttons: readonly string[]): readonly string[] {
  return buttons.length > 0 ? buttons : [''];
}

/** After the setup alone, and if it needs what the buttons above it make, after those. */
async function pressed(snippet: Snippet, button: string, says: readonly string[] | undefined) {
  const all = buttonsOf(snippet);
  const setup = all.filter(id => id === 'setup' && id !== button);
  const alone = await play({ ...snippet, press: [...setup, button], says });
  const above = all.slice(0, all.indexOf(button)).filter(id => !setup.includes(id));
  if (alone.is !== 'different' || above.length === 0) return alone;
  return play({ ...snippet, press: [...setup, ...above, button], says });
}
