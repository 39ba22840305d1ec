import type { ICellData } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Book } from './book.ts';

/** What a formula of another cell shows in this one: Univer keeps it apart from what was written into the cell. */
export function spilledCell(
  { univer, workbook }: Book,
  sheetId: string,
  row: number,
  column: number,
): ICellData | undefined {
  const spilled = univer.__getInjector().get(FormulaDataModel).getArrayFormulaCellData();
  return spilled?.[workbook.getId()]?.[sheetId]?.[row]?.[column] ?? undefined;
}
