import { isNullCell, ObjectMatrix } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import type { ExcelContext } from './context.ts';

/** The smallest rectangle around what is used; what formulas spill is used, too. */
export function usedArea({ book }: ExcelContext, sheet: FWorksheet, valuesOnly: boolean): Area | undefined {
  const found = { top: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, bottom: -1, right: -1 };
  const take = (top: number, left: number, bottom = top, right = left): void => {
    found.top = Math.min(found.top, top);
    found.left = Math.min(found.left, left);
    found.bottom = Math.max(found.bottom, bottom);
    found.right = Math.max(found.right, right);
  };
  sheet
    .getSheet()
    .getCellMatrix()
    .forValue((row, column, cell) => {
      if (!isNullCell(cell) || cell?.f || (!valuesOnly && cell?.s)) take(row, column);
    });
  const arrays = book.univer.__getInjector().get(FormulaDataModel).getArrayFormulaRange();
  new ObjectMatrix(arrays[book.workbook.getId()]?.[sheet.getSheetId()]).forValue((_row, _column, filled) => {
    if (filled) take(filled.startRow, filled.startColumn, filled.endRow, filled.endColumn);
  });
  if (found.bottom < 0) return undefined;
  const { top, left, bottom, right } = found;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
