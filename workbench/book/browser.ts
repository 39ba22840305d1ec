import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEnUs from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormattingZhCn from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEnUs from '@univerjs/preset-sheets-core/locales/en-US';
import coreZhCn from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationEnUs from '@univerjs/preset-sheets-data-validation/locales/en-US';
import dataValidationZhCn from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEnUs from '@univerjs/preset-sheets-filter/locales/en-US';
import filterZhCn from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEnUs from '@univerjs/preset-sheets-note/locales/en-US';
import noteZhCn from '@univerjs/preset-sheets-note/locales/zh-CN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEnUs from '@univerjs/preset-sheets-sort/locales/en-US';
import sortZhCn from '@univerjs/preset-sheets-sort/locales/zh-CN';
import { createUniver, mergeLocales } from '@univerjs/presets';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import '@univerjs/sheets-table/facade';
import './goneSheets.ts';
import type { Language } from '../../src/kernel/text.ts';
import { Book, type KeptBook, UNIVER_LOCALES } from './book.ts';
import { keepFormatsUnderText } from './plainPaste.ts';

/** Changes come from keys and clicks, too, and Univer takes its time to answer them. */
const QUIET = 130;

export interface BrowserBookOptions {
  readonly container: HTMLElement;
  readonly language: Language;
  readonly dark: boolean;
  readonly firstSheet: string;
  /** What was kept of an earlier visit; its formulas wait for `recalculate`. */
  readonly kept: KeptBook | undefined;
}

/** The book on the screen. Scripts reach it as `window.univerAPI`. */
export function createBrowserBook({ container, language, dark, firstSheet, kept }: BrowserBookOptions): Book {
  const { univer, univerAPI } = createUniver({
    locale: UNIVER_LOCALES[language],
    locales: {
      [UNIVER_LOCALES.en]: mergeLocales(
        coreEnUs,
        conditionalFormattingEnUs,
        dataValidationEnUs,
        noteEnUs,
        sortEnUs,
        filterEnUs,
      ),
      [UNIVER_LOCALES.zh]: mergeLocales(
        coreZhCn,
        conditionalFormattingZhCn,
        dataValidationZhCn,
        noteZhCn,
        sortZhCn,
        filterZhCn,
      ),
    },
    darkMode: dark,
    presets: [
      UniverSheetsCorePreset({ container, disableTextFormatAlert: true, disableTextFormatMark: true }),
      UniverSheetsConditionalFormattingPreset(),
      UniverSheetsDataValidationPreset(),
      UniverSheetsNotePreset(),
      UniverSheetsSortPreset(),
      UniverSheetsFilterPreset(),
    ],
    // Without its screen part, which draws filter buttons and a tag over cells, asked for or not.
    plugins: [UniverSheetsTablePlugin],
  });
  univerAPI.createWorkbook(
    kept?.content ?? { sheetOrder: ['first'], sheets: { first: { id: 'first', name: firstSheet } } },
  );
  keepFormatsUnderText(univer);
  Object.assign(globalThis, { univerAPI });
  return new Book(univer, univerAPI, kept?.facts, QUIET);
}
