import { ICommandService, RedoCommand, UndoCommand } from '@univerjs/core';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { fillRows } from './calculatedColumns.ts';
import type { ExcelContext } from './context.ts';
import { formatGrown } from './grownFormats.ts';
import { followTables } from './names.ts';

type Cells = NonNullable<ISetRangeValuesMutationParams['cellValue']>;
type Info = NonNullable<ReturnType<FWorksheet['getSubTableInfos']>>[number];

/**
 * What a user types or pastes right below a table belongs to it: "Include new rows and columns in table" is on unless
 * somebody has switched it off. What an add-in writes there does not.
 * https://support.microsoft.com/office/resize-a-table-by-adding-or-removing-rows-and-columns-e65ae4bb-e44b-43f4-ad8b-7d68784f1165
 */
export function growTables(context: ExcelContext): void {
  let redoing = false;
  const commands = context.book.univer.__getInjector().get(ICommandService);
  commands.beforeCommandExecuted(({ id }) => {
    if (id === UndoCommand.id || id === RedoCommand.id) redoing = true;
  });
  commands.onCommandExecuted(({ id, params }, options) => {
    if (id === UndoCommand.id || id === RedoCommand.id) redoing = false;
    if (id !== SetRangeValuesMutation.id || redoing || context.answering) return;
    if (options?.fromFormula || options?.onlyLocal) return;
    // The command of this id has these parameters.
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const sheet = context.sheetById(subUnitId);
    if (!sheet || !cellValue) return;
    for (const table of sheet.getSubTableInfos() ?? []) {
      const rows = rowsBelow(table, cellValue);
      // Once the edit is done, as a step of its own.
      if (rows > 0 && isFree(sheet, table, rows, cellValue))
        void Promise.resolve().then(() => grow(context, sheet, table, rows));
    }
  });
}

/** How many rows below a table are written without a gap. */
function rowsBelow({ range }: Info, cells: Cells): number {
  let rows = 0;
  while (written(cells[range.endRow + 1 + rows], range).length > 0) rows++;
  return rows;
}

function written(line: Cells[number] | undefined, { startColumn, endColumn }: Info['range']): number[] {
  return Object.entries(line ?? {}).flatMap(([key, cell]) => {
    const column = Number(key);
    const isFilled = cell && ((cell.v ?? '') !== '' || cell.f || cell.p);
    return isFilled && column >= startColumn && column <= endColumn ? [column] : [];
  });
}

/** Nothing else stands there, and the table stays apart from what comes below. */
function isFree(sheet: FWorksheet, { id, range }: Info, rows: number, cells: Cells): boolean {
  const last = range.endRow + rows;
  const meets = sheet.getSubTableInfos()?.some(other => {
    const { startRow, endRow, startColumn, endColumn } = other.range;
    const isBeside = endColumn < range.startColumn || startColumn > range.endColumn;
    return other.id !== id && !isBeside && startRow <= last + 1 && endRow > range.endRow;
  });
  if (meets) return false;
  for (let row = range.endRow + 1; row <= last; row++) {
    const own = new Set(written(cells[row], range));
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const cell = sheet.getSheet().getCellRaw(row, column);
      if (!own.has(column) && ((cell?.v ?? '') !== '' || cell?.f)) return false;
    }
  }
  return true;
}

async function grow(context: ExcelContext, sheet: FWorksheet, { id, range }: Info, rows: number): Promise<void> {
  if (!(await sheet.setTableRange(id, { ...range, endRow: range.endRow + rows }))) return;
  followTables(context);
  formatGrown(sheet, range, rows);
  const body = {
    row: range.startRow + 1,
    column: range.startColumn,
    rows: range.endRow - range.startRow + rows,
    columns: range.endColumn - range.startColumn + 1,
  };
  fillRows(context, sheet, body, { row: range.endRow + 1, rows });
}
