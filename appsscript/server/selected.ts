import { CellError } from '../../src/kernel/cell.ts';
import { cellReader } from '../functions/arguments.ts';
import { Refusal } from './answer.ts';
import { type SentCell, sheetOf } from './inspect.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The selected cells as far as the sheet is used; rows and columns count from 1. */
export interface SelectedArea {
  readonly address: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function selectedArea(spreadsheet: Spreadsheet): SelectedArea {
  const range = spreadsheet.getActiveRange();
  if (!range) throw new Refusal('failed', 'nothing is selected');
  const sheet = range.getSheet();
  const used = sheet.getDataRange();
  const [row, column] = [range.getRow(), range.getColumn()];
  return {
    address: range.getA1Notation(),
    sheetId: String(sheet.getSheetId()),
    row,
    column,
    rows: Math.min(row + range.getNumRows() - 1, used.getNumRows()) - row + 1,
    columns: Math.min(column + range.getNumColumns() - 1, used.getNumColumns()) - column + 1,
  };
}

export function cellsIn(area: SelectedArea, spreadsheet: Spreadsheet): SentCell[][] {
  const { sheetId, row, column, rows, columns } = area;
  const toCell = cellReader(() => spreadsheet.getSpreadsheetTimeZone());
  return sheetOf(sheetId, spreadsheet)
    .getRange(row, column, rows, columns)
    .getValues()
    .map(line =>
      line.map((value): SentCell => {
        const cell = toCell(value);
        return cell instanceof CellError ? [cell.code] : cell;
      }),
    );
}

/** Which of the rows are hidden, by hand or by a filter, from 0: two calls a row, so that not too many are asked. */
export function hiddenIn({ sheetId, row, rows }: SelectedArea, spreadsheet: Spreadsheet): number[] {
  const sheet = sheetOf(sheetId, spreadsheet);
  return Array.from({ length: rows }, (_, index) => index).filter(
    index => sheet.isRowHiddenByUser(row + index) || sheet.isRowHiddenByFilter(row + index),
  );
}
