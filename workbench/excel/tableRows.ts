import { ICommandService, type IRange } from '@univerjs/core';
import { IFormulaCurrentConfigService, ISuperTableService } from '@univerjs/engine-formula';
import { InsertRowByRangeCommand, InsertRowCommand, RemoveRowByRangeCommand, RemoveRowCommand } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { fillRows } from './calculatedColumns.ts';
import type { ExcelContext } from './context.ts';
import { followTables } from './names.ts';
import { univerHeading } from './structured.ts';

interface Inserted {
  readonly subUnitId: string;
  readonly range: IRange;
}

const INSERTS: readonly string[] = [InsertRowCommand.id, InsertRowByRangeCommand.id];
const REMOVES: readonly string[] = [RemoveRowCommand.id, RemoveRowByRangeCommand.id];

/**
 * A row that is put into a table computes what the others of its columns compute.
 * https://support.microsoft.com/office/use-calculated-columns-in-an-excel-table-873fbac6-7110-4300-8f6f-aafa2ea11ce8
 */
export function followTableRows(context: ExcelContext): void {
  const injector = context.book.univer.__getInjector();
  const tables = injector.get(ISuperTableService);
  const unitId = context.book.workbook.getId();
  readTablesAnew(injector.get(IFormulaCurrentConfigService), tables, unitId);
  nameColumns(tables, unitId);
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (REMOVES.includes(id)) followTables(context);
    if (!INSERTS.includes(id)) return;
    followTables(context);
    // The commands of these ids have these parameters.
    const { subUnitId, range } = params as Inserted;
    const sheet = context.sheetById(subUnitId);
    if (sheet) fill(context, sheet, range);
  });
}

/** Univer keeps a formula as it has read it first, and so would sum over the place that its table had then. */
function readTablesAnew(config: IFormulaCurrentConfigService, tables: ISuperTableService, unitId: string): void {
  config.getDirtySuperTableMap = () => ({
    [unitId]: Object.fromEntries([...(tables.getTableMap(unitId)?.keys() ?? [])].map(name => [name, '1'])),
  });
}

/** Columns whose headings have signs that Univer does not read are known by other names, too. */
function nameColumns(tables: ISuperTableService, unitId: string): void {
  const addNames = ({ titleMap }: { titleMap: Map<string, number> }) => {
    for (const [heading, index] of [...titleMap]) titleMap.set(univerHeading(heading), index);
  };
  const register = tables.registerTable.bind(tables);
  tables.registerTable = (unit, table, reference) => {
    addNames(reference);
    register(unit, table, reference);
  };
  for (const reference of tables.getTableMap(unitId)?.values() ?? []) addNames(reference);
}

function fill(context: ExcelContext, sheet: FWorksheet, { startRow, endRow }: IRange): void {
  for (const { range } of sheet.getSubTableInfos() ?? []) {
    if (startRow <= range.startRow || endRow > range.endRow) continue;
    const { startColumn: column, endColumn } = range;
    const body = {
      row: range.startRow + 1,
      column,
      rows: range.endRow - range.startRow,
      columns: endColumn - column + 1,
    };
    fillRows(context, sheet, body, { row: startRow, rows: endRow - startRow + 1 });
  }
}
