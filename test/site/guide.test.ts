import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { CellError } from '../../src/kernel/cell.ts';
import { languages, say } from '../../src/kernel/text.ts';
import { HOSTS, type Played } from '../support/allTemplates.ts';

const FOLDERS = say('docs/guide', 'docs/guide.zh-CN');
const pagesOf = (folder: string) => readdirSync(folder).sort();
const texts = languages.flatMap(language =>
  pagesOf(FOLDERS[language]).map(file => {
    const path = join(FOLDERS[language], file);
    return [path, readFileSync(path, 'utf8'), language] as const;
  }),
);

/** Formulas on lines of their own, and what they show; those within a sentence show no error. */
const shown = texts.flatMap(([path, text, language]) =>
  [...text.matchAll(/^(=.+)\n→ (.+)$/gm)].map(([, formula = '', wanted = '']) => ({ path, formula, wanted, language })),
);
const said = [
  ...new Set(texts.flatMap(([, text]) => [...text.matchAll(/`(=KPI[._][^`]+)`/g)].map(([, formula = '']) => formula))),
];

describe('the guide', () => {
  it('says the same in both languages, heading by heading', () => {
    expect(pagesOf(FOLDERS.zh)).toEqual(pagesOf(FOLDERS.en));
    for (const file of pagesOf(FOLDERS.en)) {
      const [english, chinese] = languages.map(language => {
        const text = readFileSync(join(FOLDERS[language], file), 'utf8');
        return {
          headings: [...text.matchAll(/^#+ /gm)].map(([level]) => level),
          lines: [...text.matchAll(/^(?:\d+\.|-|\|)/gm)].length,
          pictures: [...text.matchAll(/!\[/g)].length,
        };
      });
      expect(chinese, file).toEqual(english);
    }
  });

  it('is reached page by page from its first one', () => {
    for (const language of languages) {
      const first = readFileSync(join(FOLDERS[language], 'index.md'), 'utf8');
      const linked = [...first.matchAll(/\]\((\w+\.md)\)/g)].map(([, file]) => file);
      expect(pagesOf(FOLDERS[language]).filter(file => file !== 'index.md' && !linked.includes(file))).toEqual([]);
    }
  });
});

describe.each(Object.entries(HOSTS))('its formulas in %s', (host, start) => {
  const mark = host === 'Excel' ? 'KPI.' : 'KPI_';
  const here = (formula: string) => formula.replace(/KPI[._]/g, mark);
  let played: Played;
  beforeAll(async () => {
    played = await start();
  });
  afterAll(() => played.book.dispose());

  /** What a formula shows, and the cells below it. */
  async function resultsOf(formula: string, rows: number): Promise<unknown[]> {
    const sheet = played.book.workbook.getActiveSheet();
    const range = sheet.getRange(0, 0, rows, 1);
    range.clearContent();
    sheet.getRange(0, 0).setValue({ f: here(formula) });
    await played.book.calculated();
    return range.getValues().map(([value]) => value);
  }

  it('there are formulas', () => expect(shown.length + said.length).toBeGreaterThan(15));

  it.each(shown)('$path: $formula', async ({ formula, wanted, language }) => {
    const parts = wanted.split('; ');
    const values = await resultsOf(formula, parts.length);
    if (!wanted.startsWith('#')) return expect(values.map(String)).toEqual(parts);
    // The sentence is that of the sheet's language; Google Sheets has one code for all that a script throws.
    const [, name = '', args = ''] = /^=KPI.(\w+)\((.*)\)$/.exec(formula) ?? [];
    const error = catalogue.find(fn => fn.name === name)?.call(JSON.parse(`[${args}]`));
    if (!(error instanceof CellError)) throw new Error(`${formula} is no error`);
    expect(wanted).toBe(`${error.code} ${error.message?.[language]}`);
    return expect(values).toEqual([host === 'Excel' ? error.code : '#ERROR!']);
  });

  it.each(said)('%s', async formula => {
    const [value] = await resultsOf(formula, 1);
    expect(String(value)).not.toMatch(/^(?:#|$)/);
  });
});
