import type { Cell } from '../../kernel/cell.ts';
import { tableOf } from '../../kernel/function.ts';

/** A table of the same rows and columns as a range, filled in reading order. */
export function gridOf(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  cell: (index: number) => Cell,
): Cell[][] {
  return tableOf(rows, columns, (row, column) => cell(row * columns + column));
}
