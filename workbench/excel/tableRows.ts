import { type ICellData, ICommandService, type IRange } from '@univerjs/core';
import { IFormulaCurrentConfigService, ISuperTableService, SetSuperTableMutation } from '@univerjs/engine-formula';
import { InsertRowByRangeCommand, InsertRowCommand, RemoveRowByRangeCommand, RemoveRowCommand } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { filledTo, relative } from '../../src/grid/relative.ts';
import { formulaCell } from './calculatedColumns.ts';
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
  readTablesAnew(injector.get(IFormulaCurrentConfigService));
  nameColumns(injector.get(ISuperTableService), context.book.workbook.getId());
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (REMOVES.includes(id)) followTables(context);
    if (!INSERTS.includes(id)) return;
    followTables(context);
    // The commands of these ids have these parameters.
    const { subUnitId, range } = params as Inserted;
    const sheet = context.sheetById(subUnitId);
    if (sheet) fill(sheet, range);
  });

  /** Univer keeps a formula as it has read it first, and so would sum over the place that its table had then. */
  function readTablesAnew(config: IFormulaCurrentConfigService): void {
    const { workbook } = context.book;
    config.getDirtySuperTableMap = () => ({
      [workbook.getId()]: Object.fromEntries(workbook.getTableList().map(({ name }) => [name, '1'])),
    });
  }
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

/** Where a table's columns are. */
export function tellFormulas({ univer, workbook }: ExcelContext['book'], tableId: string): void {
  const info = workbook.getTableInfo(tableId);
  if (!info) return;
  univer
    .__getInjector()
    .get(ICommandService)
    .syncExecuteCommand(SetSuperTableMutation.id, {
      unitId: workbook.getId(),
      tableName: info.name,
      reference: {
        range: info.range,
        sheetId: info.subUnitId,
        titleMap: new Map(info.columns.map(({ displayName }, index) => [displayName, index])),
      },
    });
}

function fill(sheet: FWorksheet, { startRow, endRow }: IRange): void {
  const cells: Record<number, Record<number, ICellData>> = {};
  for (const { range } of sheet.getSubTableInfos() ?? []) {
    if (startRow <= range.startRow || endRow > range.endRow) continue;
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const formula = calculatedBy(sheet, range, column, startRow, endRow);
      if (formula === undefined) continue;
      for (let row = startRow; row <= endRow; row++) {
        const line = cells[row] ?? {};
        cells[row] = line;
        line[column] = formulaCell(filledTo(formula.text, formula.row, column, row));
      }
    }
  }
  const rows = Object.keys(cells).map(Number);
  if (rows.length > 0) sheet.getRange(0, 0, Math.max(...rows) + 1, sheet.getMaxColumns()).setValues(cells);
}

/** The one formula of all other rows of a column. */
function calculatedBy(
  sheet: FWorksheet,
  range: IRange,
  column: number,
  from: number,
  to: number,
): { readonly row: number; readonly text: string } | undefined {
  let found: { row: number; text: string; meant: string } | undefined;
  for (let row = range.startRow + 1; row <= range.endRow; row++) {
    if (row >= from && row <= to) continue;
    const text = sheet.getSheet().getCellRaw(row, column)?.f;
    if (!text) return undefined;
    const meant = relative(text, row, column);
    if (found && found.meant !== meant) return undefined;
    found ??= { row, text, meant };
  }
  return found;
}
