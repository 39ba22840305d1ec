import type { Cell } from '../src/kernel/cell.ts';
import { evaluate } from '../src/plan/evaluate.ts';
import { bodyArea, columnIndex, type Layout } from '../src/plan/layout.ts';

/** What every cell of a sheet holds, row by row, formulas computed: what a viewer that cannot compute shows. */
export function figuresOf(layout: Layout): Cell[][] {
  const figures = evaluate(layout);
  const grid = Array.from({ length: layout.rows }, () => new Array<Cell>(layout.columns).fill(null));
  const put = (row: number, column: number, cell: Cell): void => {
    const line = grid[row];
    if (line && column < line.length) line[column] = cell;
  };
  for (const [column, { key }] of layout.spec.parameters.entries()) {
    if (layout.parameterRow !== undefined) put(layout.parameterRow + 1, column, figures.parameter(key));
  }
  for (const table of layout.tables) {
    for (const [index, line] of table.spec.above.entries()) {
      for (const key of Object.keys(line.cells)) {
        put(table.aboveRow + index, columnIndex(table, key), figures.above(table.spec.key, line.key, key));
      }
    }
    for (const { key } of table.spec.columns) {
      const { row, column, rows } = bodyArea(table, key);
      for (const [index, cell] of figures.column(table.spec.key, key).slice(0, rows).entries()) {
        put(row + index, column, cell);
      }
    }
  }
  return grid;
}
