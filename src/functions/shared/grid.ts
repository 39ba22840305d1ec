import type { Cell } from '../../kernel/cell.ts';

/** A table of the same rows and columns as a range, filled in reading order. */
export function gridOf(
  { rows, columns }: { readonly rows: number; readonly columns: number },
  cell: (index: number) => Cell,
): Cell[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cell(row * columns + column)),
  );
}
