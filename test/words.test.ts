import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { glossaryIn, retiredIn, textsIn } from './support/retired.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${ROOT}/${file}`, 'utf8');
const glossary = glossaryIn(read('docs/glossary.md'));

/** Files whose texts are not held to the glossary, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'docs/glossary.md': 'names the retired words',
};

const within = (folder: string): string[] =>
  readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`);
const sources = ['src', 'addin', 'appsscript', 'workbench/page', 'scripts']
  .flatMap(within)
  .filter(file => /\.tsx?$/.test(file) && !file.endsWith('.gen.ts'));
const documents = ['README.md', 'README.zh-CN.md', ...within('docs').filter(file => /^docs\/[^/]+\.md$/.test(file))];

describe('the words of the glossary', () => {
  it.each([
    ['text', sources, (file: string) => textsIn(read(file))],
    ['line', documents, (file: string) => read(file).split('\n')],
  ] as const)('are kept to: no %s of the product holds a retired one', (_, files, texts) => {
    expect(files.length).toBeGreaterThan(5);
    const found = files
      .filter(file => !(file in EXCEPTIONS))
      .flatMap(file =>
        texts(file).flatMap(text => retiredIn(text, glossary).map(({ word, use }) => ({ file, text, word, use }))),
      );
    expect(found).toEqual([]);
  });

  it('are found where they stand, but not within a term that is used', () => {
    const sample = "const a = say('The Month at hand', `撤回 3 行`); const b = { en: 'Still owed', zh: '历史台账' };";
    const words = textsIn(sample).flatMap(text => retiredIn(text, glossary).map(({ word }) => word));
    expect(words).toEqual(['month at hand', '撤回', 'still owed']);
    expect(retiredIn('导入台账', glossary).map(({ use }) => use)).toEqual(['历史台账']);
    expect(retiredIn('A headline', glossary)).toEqual([]);
  });
});
