import type { IRange } from '@univerjs/core';
import type { Area } from '../../src/plan/op.ts';

export function univerRange({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}

export function areaOf({ startRow, startColumn, endRow, endColumn }: IRange): Area {
  return { row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}

export function parseA1(a1: string): Area {
  const found = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(a1);
  if (!found) throw new Error(`Range not found: ${a1}`);
  const [, left = '', top = '', right = left, bottom = top] = found;
  const [row, column] = [Number(top) - 1, columnOf(left)];
  return { row, column, rows: Number(bottom) - row, columns: columnOf(right) + 1 - column };
}

export function printA1({ row, column, rows, columns }: Area, fixed = false): string {
  const sign = fixed ? '$' : '';
  const cell = (r: number, c: number): string => `${sign}${lettersOf(c)}${sign}${r + 1}`;
  const first = cell(row, column);
  return rows * columns === 1 ? first : `${first}:${cell(row + rows - 1, column + columns - 1)}`;
}

function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
