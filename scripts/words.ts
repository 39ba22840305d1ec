/**
 * What a further language has to say, and what it lacks.
 * npm run -s words               all English texts as JSON, to be filled in
 * npm run words -- FILE          the texts for which the file has no word, and its words that nobody says
 *
 * The file is a record by the English texts, as JSON or as a module's default export.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Words } from '../src/kernel/translator.ts';
import { missingIn, saidInProduct, strayIn } from './words/said.ts';

async function wordsIn(file: string): Promise<Words> {
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
  const { default: words } = await import(pathToFileURL(resolve(file)).href);
  return words;
}

async function main(): Promise<void> {
  const { texts, computed } = saidInProduct(fileURLToPath(new URL('..', import.meta.url)));
  const [file] = process.argv.slice(2);
  if (file === undefined) {
    console.log(JSON.stringify(Object.fromEntries(texts.map(text => [text, ''])), null, 2));
    return;
  }
  const words = await wordsIn(file);
  const missing = missingIn(words, texts);
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0)
      console.log([`${title} (${lines.length}):`, ...lines.map(line => `  ${line}`), ''].join('\n'));
  };
  list('No word for', missing);
  list('Said no longer', strayIn(words, texts));
  list('Put together of other texts, names or figures', computed);
  if (missing.length > 0) process.exitCode = 1;
}

await main();
