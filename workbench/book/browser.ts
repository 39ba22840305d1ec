import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import { createUniver } from '@univerjs/presets';
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

/** Half a megabyte each, most of it about functions. */
const LOCALES = {
  en: () => import('./localeEnUs.ts'),
  zh: () => import('./localeZhCn.ts'),
} as const satisfies Record<Language, unknown>;

/** The book on the screen. Scripts reach it as `window.univerAPI`. */
export async function createBrowserBook(options: BrowserBookOptions): Promise<Book> {
  const { container, language, dark, firstSheet, kept } = options;
  const { locale } = await LOCALES[language]();
  const { univer, univerAPI } = createUniver({
    locale: UNIVER_LOCALES[language],
    locales: { [UNIVER_LOCALES[language]]: locale },
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
