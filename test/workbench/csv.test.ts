import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../workbench/book/book.ts';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import { cellFromCsv, decode, openCsv } from '../../workbench/page/csv.ts';

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;

describe('decode()', () => {
  it('reads UTF-8, and GB18030 where it is none', () => {
    expect(decode(bytes(0xe9, 0x94, 0x80, 0xe5, 0x94, 0xae))).toBe('销售');
    expect(decode(bytes(0xcf, 0xfa, 0xca, 0xdb))).toBe('销售');
  });
});

describe('cellFromCsv()', () => {
  it.each([
    ['12', 12],
    ['-1,234.5', -1234.5],
    ['.5', 0.5],
    ['45%', 0.45],
    ['2026-02-28', 46081],
    ['2026/2/28', 46081],
  ])('%s is a number', (text, value) => {
    expect(cellFromCsv(text)).toMatchObject({ v: value, t: 2 });
  });

  it.each(['007', '=1+1', '1-2', '2026-02-30', '2026-2/3', '1,23', '12345678901234567890', 'East', '+'])(
    '%s is a text',
    text => {
      expect(cellFromCsv(text).v).toBe(text);
      expect(cellFromCsv(text).t).not.toBe(2);
    },
  );

  it('nothing is nothing', () => {
    expect(cellFromCsv(' ')).toEqual({});
  });
});

describe('openCsv()', () => {
  let book: Book;
  beforeAll(() => {
    book = createHeadlessBook();
  });
  afterAll(() => book.dispose());

  it('opens more rows and columns than a sheet begins with, quoted line breaks too', async () => {
    const heading = Array.from({ length: 30 }, (_, index) => `c${index}`).join(',');
    const rows = Array.from({ length: 2500 }, (_, index) => `"${index}\nx",${index}`);
    const name = await openCsv(
      book,
      'a/b: long name that goes on and on and on.csv',
      `\uFEFF${heading}\n${rows.join('\n')}\n`,
    );
    expect(name).toBe('a b  long name that goes on and');
    const sheet = book.workbook.getSheetByName(name);
    expect(sheet?.getRange('AD1').getValue()).toBe('c29');
    expect(sheet?.getRange('A2501:B2501').getValues()).toEqual([['2499\nx', 2499]]);
  });

  it('numbers a name that is taken', async () => {
    expect(await openCsv(book, 'Sheet1.csv', 'a\n1\n')).toBe('Sheet1 2');
  });
});
