import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { languageOf } from '../../src/kernel/text.ts';

type SheetsCell = string | number | boolean;

/**
 * What a custom function gives back to Sheets. A blank is an empty text. Sheets can show an error only by throwing,
 * for the whole array at once. Where some cells of an array are in order, those that are not hold the error's
 * sentence as a text, which the functions read as the error that it is.
 */
export function toSheets(result: Cell | Matrix, locale: () => string | undefined): SheetsCell | SheetsCell[][] {
  const isWrong = (cell: Cell): cell is CellError => cell instanceof CellError;
  const cells = isMatrix(result) ? result : [[result]];
  const wrong = cells.flat().find(isWrong);
  if (wrong && cells.every(row => row.every(isWrong))) throw new Error(messageOf(wrong, locale()));
  const known = wrong && locale();
  const shown = (cell: Cell): SheetsCell => (isWrong(cell) ? messageOf(cell, known) : (cell ?? ''));
  return isMatrix(result) ? result.map(row => row.map(shown)) : shown(result);
}

function messageOf({ code, message }: CellError, locale: string | undefined): string {
  return `${code} ${locale === undefined ? `${message.en} / ${message.zh}` : message[languageOf(locale)]}`;
}
