import type { Book } from '../../workbench/book/book.ts';
import { sparklineIn } from '../../workbench/book/sparkline.ts';

/** What the cells of a sheet show; of one that draws a bar by its formula the figure. */
export function shownCells(sheet: ReturnType<Book['workbook']['getActiveSheet']>): unknown[][] {
  const figureIn = (row: number, column: number) => sparklineIn(sheet.getSheet().getCellRaw(row, column)?.v)?.figure;
  const shown: unknown[][] = sheet.getDataRange().getValues();
  return shown.map((line, row) => line.map((cell, column) => figureIn(row, column) ?? cell));
}
