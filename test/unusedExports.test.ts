import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['src', 'addin', 'appsscript', 'export', 'workbench', 'scripts', 'bench', 'test'];

/** What the generator finds in the files of functions, and tools in files that they load by their path. */
const BY_PATH = new Set(['native', 'row', 'sql', 'strykerPlugins']);
/** What the library offers to others. */
const LIBRARY = 'src/index.ts';
const VALUE = /^export (?:async )?(?:abstract )?(?:const|let|class|function\*?) (\w+)/gm;

it('exports no value that no other file names', () => {
  const inFolders = FOLDERS.flatMap(folder =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`),
  );
  // Beside the folders stands what sets the tests up.
  const texts = [...inFolders, ...readdirSync(root)]
    .filter(file => /\.tsx?$/.test(file))
    .map(file => ({ file, text: readFileSync(`${root}/${file}`, 'utf8') }));
  const files = new Map<string, number>();
  for (const { text } of texts)
    for (const word of new Set(text.match(/\w+/g))) files.set(word, (files.get(word) ?? 0) + 1);
  const unused = texts.flatMap(({ file, text }) =>
    [...text.matchAll(VALUE)]
      .map(([, name = '']) => name)
      .filter(name => file !== LIBRARY && !BY_PATH.has(name) && (files.get(name) ?? 0) < 2)
      .map(name => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});
