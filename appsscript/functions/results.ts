import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { languageOf } from '../../src/kernel/text.ts';

type SheetsCell = string | number | boolean;

/**
 * What a custom function gives back to Sheets. A blank is an empty text. Sheets can show an error only by
 * throwing, for the whole array at once, and then shows its message; hence the first error is thrown.
 */
export function toSheets(result: Cell | Matrix, locale: () => string | undefined): SheetsCell | SheetsCell[][] {
  const shown = (cell: Cell): SheetsCell => {
    if (cell instanceof CellError) throw new Error(messageOf(cell, locale()));
    return cell ?? '';
  };
  return isMatrix(result) ? result.map(row => row.map(shown)) : shown(result);
}

function messageOf({ code, message }: CellError, locale: string | undefined): string {
  return `${code} ${locale === undefined ? `${message.en} / ${message.zh}` : message[languageOf(locale)]}`;
}
