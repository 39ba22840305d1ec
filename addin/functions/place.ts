import type { WantedCells } from '../ops/pieces.ts';

/** Rows and columns that a sheet has. */
const [ROWS, COLUMNS] = [1_048_576, 16_384];

const CORNER = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?$/i;

/** Reads an address such as "Sheet1!A1:B2", "'My sheet'!A:A" or "Sheet1!3:5"; cells of another workbook are none. */
export function placeIn(address: string | null | undefined): WantedCells | undefined {
  if (typeof address !== 'string' || address.includes('[')) return undefined;
  const bang = address.lastIndexOf('!');
  const [first, last = first] = address.slice(bang + 1).split(':');
  const [from, to] = [cornerIn(first), cornerIn(last)];
  if (bang < 0 || !from || !to) return undefined;
  const { row = 0, column = 0 } = from;
  const { row: bottom = ROWS - 1, column: right = COLUMNS - 1 } = to;
  return {
    sheet: unquoted(address.slice(0, bang)),
    area: { row, column, rows: bottom - row + 1, columns: right - column + 1 },
  };
}

function cornerIn(text: string | undefined): { row: number | undefined; column: number | undefined } | undefined {
  const [all, letters, digits] = CORNER.exec(text ?? '') ?? [];
  if (!all) return undefined;
  return {
    row: digits === undefined ? undefined : Number(digits) - 1,
    column: letters === undefined ? undefined : numberOf(letters),
  };
}

function numberOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function unquoted(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}
