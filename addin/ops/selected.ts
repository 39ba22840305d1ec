import { PortError, type SelectedCells } from '../../src/panel/port.ts';
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
  if (rows < 1 || columns < 1) return { address, cells: [] };
  if (rows * columns > most) throw new PortError('tooLarge', `${rows} × ${columns}`);
  const wanted = [{ sheet: sheet.id, area: { row, column, rows, columns } }];
  const [cells] = await readAreas(wanted, 'values', 'valueTypes').catch(reason => {
    throw portError(reason);
  });
  return { address, cells: cells ? cellsOf(cells) : [] };
}

function lastOf(start: number, count: number, otherStart: number, otherCount: number): number {
  return Math.min(start + count, otherStart + otherCount);
}
