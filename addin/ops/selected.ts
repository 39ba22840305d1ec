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
  if (rows < 1 || columns < 1) return { address, cells: [] };
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
  return { address, cells };
}

function lastOf(start: number, count: number, otherStart: number, otherCount: number): number {
  return Math.min(start + count, otherStart + otherCount);
}
