import type { ICellData, Nullable } from '@univerjs/core';
import { BaseReferenceObject, StringValueObject } from '@univerjs/engine-formula';

/**
 * A formula that gives "" gives an empty text, in Excel and in Google Sheets: no number is more, a sum passes over it,
 * arithmetic refuses it, and a custom function gets a text. Univer reads it back as a blank cell, which is 0.
 */
const { getCellData, getCellValueObject } = BaseReferenceObject.prototype;

/** Univer takes a cell with a formula for filled. What it has computed, it keeps apart from the formula. */
const COMPUTED = '=""';

BaseReferenceObject.prototype.getCellData = function (row: number, column: number) {
  const cell: Nullable<ICellData> = getCellData.call(this, row, column);
  if (cell?.v !== '' || cell === this.getCurrentActiveSheetData()?.cellData.getValue(row, column)) return cell;
  return { ...cell, f: COMPUTED };
};

BaseReferenceObject.prototype.getCellValueObject = function (cell: ICellData) {
  return cell.v === '' && !cell.p ? StringValueObject.create('') : getCellValueObject.call(this, cell);
};
