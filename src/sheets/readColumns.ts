import type { Cell, Matrix } from '../kernel/cell.ts';

/** The cells of a name from its first row, and which of them are formulas. */
export interface ReadCells {
  readonly cells: readonly Cell[];
  readonly formulas: readonly boolean[];
}

/** By their names, with the sheet's prefix; a name that is gone has none. */
export type ReadColumns = Readonly<Record<string, ReadCells>>;

/** Columns side by side, as long as the longest. */
export function rowsOf(names: readonly string[], columns: ReadColumns): Matrix {
  const lists = names.map(name => columns[name]?.cells ?? []);
  const length = lists.reduce((most, list) => Math.max(most, list.length), 0);
  return Array.from({ length }, (_, row) => lists.map(list => list[row] ?? null));
}
