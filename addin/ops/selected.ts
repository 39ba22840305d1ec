import type { Cell } from '../../src/kernel/cell.ts';
import { PortError, type SelectedCells } from '../../src/panel/port.ts';
import { synced } from './apply.ts';
import { cellsOf } from './read.ts';

/** Excel on the web answers with 5 MB at most. https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization */
const CELLS_A_TRIP = 40_000;

/** The selected cells as far as the sheet is used: whoever selects whole columns means what is in them. */
export async function selectedCells(most: number): Promise<SelectedCells> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getActiveWorksheet();
  const selected = workbook.getSelectedRange();
  const used = sheet.getUsedRangeOrNullObject(true);
  sheet.load('id,name');
  selected.load('address,rowIndex,columnIndex,rowCount,columnCount');
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await synced(workbook);
  const address = selected.address;
  const row = Math.max(selected.rowIndex, used.isNullObject ? 0 : used.rowIndex);
  const column = Math.max(selected.columnIndex, used.isNullObject ? 0 : used.columnIndex);
  const rows = used.isNullObject ? 0 : lastOf(selected.rowIndex, selected.rowCount, used.rowIndex, used.rowCount) - row;
  const columns = used.isNullObject
    ? 0
    : lastOf(selected.columnIndex, selected.columnCount, used.columnIndex, used.columnCount) - column;
  if (rows < 1 || columns < 1) return { address, cells: [], hidden: [] };
  if (rows * columns > most) throw new PortError('tooLarge', `${rows} × ${columns}`);
  const cells: (readonly Cell[])[] = [];
  const atOnce = Math.max(1, Math.floor(CELLS_A_TRIP / columns));
  for (let from = 0; from < rows; from += atOnce) {
    const part = workbook.worksheets
      .getItem(sheet.id)
      .getRangeByIndexes(row + from, column, Math.min(atOnce, rows - from), columns);
    part.load('values,valueTypes');
    await synced(workbook);
    for (const line of cellsOf(part)) cells.push(line);
  }
  const hidden = await hiddenRows(workbook, sheet.id, row, rows);
  return { address, cells, hidden: hidden.map(each => each - row) };
}

/** So many parts a range of rows is cut into where some of them are hidden and some are not. */
const PARTS = 100;

/** Rows that are hidden, by hand or by a filter: Excel tells of a range whether all of its rows are, none, or some. */
async function hiddenRows(workbook: Excel.Workbook, sheetId: string, row: number, rows: number): Promise<number[]> {
  const sheet = workbook.worksheets.getItem(sheetId);
  const hidden: number[] = [];
  let parts = [{ row, rows }];
  while (parts.length > 0) {
    const asked = parts.map(part => ({ ...part, range: sheet.getRangeByIndexes(part.row, 0, part.rows, 1) }));
    for (const { range } of asked) range.load('rowHidden');
    await synced(workbook);
    parts = asked.flatMap(part => {
      const { rowHidden }: { rowHidden: boolean | null } = part.range;
      if (rowHidden === true) hidden.push(...Array.from({ length: part.rows }, (_, index) => part.row + index));
      return rowHidden === null ? cut(part) : [];
    });
  }
  return hidden.sort((a, b) => a - b);
}

function cut({ row, rows }: { readonly row: number; readonly rows: number }): { row: number; rows: number }[] {
  const size = Math.ceil(rows / PARTS);
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    row: row + index * size,
    rows: Math.min(size, rows - index * size),
  }));
}

function lastOf(start: number, count: number, otherStart: number, otherCount: number): number {
  return Math.min(start + count, otherStart + otherCount);
}
