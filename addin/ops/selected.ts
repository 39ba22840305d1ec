import { PortError, type SelectedCells } from '../../src/port/port.ts';
import { synced } from './apply.ts';
import { readAreas } from './pieces.ts';
import { portError } from './portError.ts';
import { cellsOf } from './read.ts';

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
  const wanted = [{ sheet: sheet.id, area: { row, column, rows, columns } }];
  const [cells] = await readAreas(wanted, 'values', 'valueTypes').catch(reason => {
    throw portError(reason);
  });
  const hidden = await hiddenRows(workbook, sheet.id, row, rows);
  return { address, cells: cells ? cellsOf(cells) : [], hidden: hidden.map(each => each - row) };
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
      if (rowHidden === true) for (let index = 0; index < part.rows; index++) hidden.push(part.row + index);
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
