import type { Matrix } from '../../kernel/cell.ts';
import { matchColumns } from '../../month/matchColumns.ts';
import type { FileTable } from '../files/readFile.ts';

/** The sheet of a workbook that looks most like an export, the first of several. */
export function likeliestSheet({ sheets }: FileTable): number {
  const scores = sheets.map(({ cells }) => Object.keys(matchColumns(cells).columns).length);
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

export function cellsOf({ sheets }: FileTable, sheet: number): Matrix {
  return sheets[sheet]?.cells ?? [];
}
