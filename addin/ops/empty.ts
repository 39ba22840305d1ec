import type { Spot } from '../../src/grid/grid.ts';

/** After formulas, in the same batch: cells of a table's column that Excel fills with them are blank again. */
export function empty(workbook: Excel.Workbook, spots: readonly Spot[]): void {
  for (const { sheetId, row, column } of spots)
    workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1).values = [['']];
}
