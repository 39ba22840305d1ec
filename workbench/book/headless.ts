import type { IWorkbookData } from '@univerjs/core';
import { UniverSheetsNodeCorePreset } from '@univerjs/preset-sheets-node-core';
import { createUniver } from '@univerjs/presets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import '@univerjs/sheets-conditional-formatting/facade';
import '@univerjs/sheets-note/facade';
import '@univerjs/sheets-table/facade';
import type { Language } from '../../src/kernel/text.ts';
import { Book, type Facts, UNIVER_LOCALES } from './book.ts';

/** A book without a screen, for tests in Node. */
export function createHeadlessBook(language: Language = 'en', firstSheet = 'Sheet1'): Book {
  return openHeadlessBook({ sheetOrder: ['first'], sheets: { first: { id: 'first', name: firstSheet } } }, language);
}

/** A book with everything in it from the start; its formulas wait for `recalculate`. */
export function openHeadlessBook(content: Partial<IWorkbookData>, language: Language = 'en', facts?: Facts): Book {
  const { univer, univerAPI } = createUniver({
    locale: UNIVER_LOCALES[language],
    locales: {},
    presets: [UniverSheetsNodeCorePreset()],
    plugins: [UniverSheetsConditionalFormattingPlugin, UniverSheetsNotePlugin, UniverSheetsTablePlugin],
  });
  univerAPI.createWorkbook(content);
  return new Book(univer, univerAPI, facts);
}
