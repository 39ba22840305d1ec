import type { Area } from '../../src/plan/op.ts';
import { invalidArgument } from './hostObject.ts';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function a1(area: Area): string {
  const first = `${columnLetters(area.column)}${area.row + 1}`;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows}`;
}

export function intersection(one: Area, other: Area): Area | undefined {
  const [row, column] = [Math.max(one.row, other.row), Math.max(one.column, other.column)];
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows < 1 || columns < 1 ? undefined : { row, column, rows, columns };
}

/** As Excel writes a sheet's name in front of an address: in quotes unless it is a plain word. */
export function sheetPrefix(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[Rr]?\d*[Cc]?\d*$/.test(name);
  return plain ? `${name}!` : `'${name.replaceAll("'", "''")}'!`;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** Reads "B2:C5", with or without a sheet in front. */
export function parseAddress(address: string): { readonly sheet: string | undefined; readonly area: Area } {
  const bang = address.lastIndexOf('!');
  const sheet = bang < 0 ? undefined : unquoted(address.slice(0, bang));
  const cells = CELLS.exec(address.slice(bang + 1));
  if (!cells) throw invalidArgument();
  const [, left = '', top = '', right = left, bottom = top] = cells;
  const columns = [columnNumber(left), columnNumber(right)].sort((a, b) => a - b) as [number, number];
  const rows = [Number(top) - 1, Number(bottom) - 1].sort((a, b) => a - b) as [number, number];
  if (rows[0] < 0 || rows[1] >= LAST_ROW || columns[1] >= LAST_COLUMN) throw invalidArgument();
  return {
    sheet,
    area: { row: rows[0], column: columns[0], rows: rows[1] - rows[0] + 1, columns: columns[1] - columns[0] + 1 },
  };
}

function unquoted(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
