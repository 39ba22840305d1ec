import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { missingIn, saidIn, saidInProduct, strayIn } from '../scripts/words/said.ts';
import { addLanguage, type Language } from '../src/kernel/text.ts';
import { translator } from '../src/kernel/translator.ts';

const product = saidInProduct(fileURLToPath(new URL('..', import.meta.url)));
const english = Object.fromEntries(product.texts.map(text => [text, text]));

/** A language whose words are the English ones, and what it was asked for beside them. */
const unlisted = new Set<string>();
const translate = translator(english);
addLanguage('qq' as Language, { tag: 'en', comma: ', ', space: ' ', colon: ': ' }, text => {
  if (translate(text) !== text) unlisted.add(text);
  return text;
});
// Texts are made when the modules are loaded.
const { catalogue } = await import('../src/functions/catalogue.gen.ts');
const { gallery } = await import('../src/templates/gallery.gen.ts');
const { figuresOf, specOf } = await import('./support/planning.ts');
await import('../src/panel/app.tsx');

const SOURCE = `
  /** say('in a comment', '注释') */
  const label = say('Target', '目标');
  const found = (rows: number) =>
    say(rows === 1 ? '1 row (Ann’s)' : \`\${rows} rows\${isAll ? '' : \` of \${all.join(', ')}\`}\`, \`\${rows} 行\`);
  return invalid("it isn\\u2019t " + name, '不' + name);
  const [read, code, held] = [fixedWords('off', '休'), say(code, code), at(error, say(\`\${a.en}: \${b.en}\`, '：'))];
`;
const WORDS = {
  Target: 'Objectif',
  '1 row (Ann’s)': '1 ligne (Ann)',
  '{1} rows': '{1} lignes',
  '{1} rows of {2}': '{1} lignes de {2}',
  'it isn’t {1}': 'ce n’est pas {1}',
  '{1}: {2}': '{1} : {2}',
};

/** What is called alike in every language: arguments, and languages by their codes. */
const NAMES = new Set(['qq', ...catalogue.flatMap(({ parameters }) => parameters.map(({ name }) => name))]);
/** What RAG writes stays English. */
const LIGHTS = /^ (green|amber|red)/;

describe('what a language lacks', () => {
  const { texts, computed } = saidIn(SOURCE);

  it('is nothing where it has a word for all that is said', () => {
    expect(missingIn(WORDS, texts)).toEqual([]);
    expect(strayIn(WORDS, texts)).toEqual([]);
  });

  it.each(Object.keys(WORDS))('is what it has no word for, or a blank one: %s', text => {
    const { [text as keyof typeof WORDS]: _, ...rest } = WORDS;
    expect(missingIn(rest, texts)).toEqual([text]);
    expect(missingIn({ ...WORDS, [text]: '' }, texts)).toEqual([text]);
  });

  it('is not what nobody says; that is found as well', () => {
    expect(strayIn({ ...WORDS, Goal: 'But' }, texts)).toEqual(['Goal']);
    expect(computed).toEqual(['code']);
  });
});

describe('the texts of the product', () => {
  it('are listed once each, in English', () => {
    expect(product.texts.length).toBeGreaterThan(2000);
    expect(missingIn(english, product.texts)).toEqual([]);
    const { Target: _, ...rest } = english;
    expect(missingIn(rest, product.texts)).toEqual(['Target']);
  });

  it('hold all that functions and templates say, and that views have when they are loaded', () => {
    for (const fn of catalogue) {
      for (const { given } of fn.examples) fn.call(fn.parameters.map(({ name }) => given[name as never]));
      // Whatever does not fit is refused with a reason.
      for (const wrong of ['?', -1e9, true, null, [[1, 'x'], [null]], [['?']]])
        fn.call(fn.parameters.map(() => wrong as never));
    }
    for (const template of gallery)
      for (const language of ['en', 'zh', 'qq' as Language] as const) figuresOf(specOf(template, language), language);
    expect([...unlisted].filter(text => /\p{L}/u.test(text) && !NAMES.has(text) && !LIGHTS.test(text))).toEqual([]);
  });
});
