import { type ICellData, ICommandService } from '@univerjs/core';
import { SetSuperTableMutation } from '@univerjs/engine-formula';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import { TableManager } from '@univerjs/sheets-table';
import type { ExcelContext } from './context.ts';
import { renamed } from './structured.ts';

interface Renaming {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Headings are the names of a table's columns: where one is written over, formulas go on to mean the same column. */
export function followHeadings(context: ExcelContext): void {
  const injector = context.book.univer.__getInjector();
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (id !== SetRangeValuesMutation.id) return;
    // The command of this id has these parameters.
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const renamings = cellValue ? renamingsIn(context, subUnitId, cellValue) : [];
    if (renamings.length > 0) rename(context, renamings);
  });
}

function renamingsIn(
  { book }: ExcelContext,
  sheetId: string,
  cells: NonNullable<ISetRangeValuesMutationParams['cellValue']>,
): Renaming[] {
  const manager = book.univer.__getInjector().get(TableManager);
  const unitId = book.workbook.getId();
  return manager.getTablesBySubunitId(unitId, sheetId).flatMap(table => {
    const { startRow, startColumn, endColumn } = table.getRange();
    const found: Renaming[] = [];
    for (let column = startColumn; column <= endColumn; column++) {
      const value = cells[startRow]?.[column]?.v;
      const known = table.getTableColumnByIndex(column - startColumn);
      if (!known || typeof value !== 'string' || value === '' || value === known.displayName) continue;
      found.push({ table: table.getDisplayName(), from: known.displayName, to: value });
      known.displayName = value;
    }
    if (found.length > 0) tellFormulas(book, table.getId());
    return found;
  });
}

function tellFormulas({ univer, workbook }: ExcelContext['book'], tableId: string): void {
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

function rename(context: ExcelContext, renamings: readonly Renaming[]): void {
  const after = (formula: string, ownTable: string | undefined): string =>
    renamings.reduce((text, renaming) => renamed(text, ownTable, renaming), formula);
  for (const sheet of context.sheets()) {
    const cells: Record<number, Record<number, ICellData>> = {};
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const formula = cell?.f ? context.asWritten(sheet, row, column, cell.f) : '';
        if (!formula.includes('[')) return;
        const next = after(formula, sheet.getTableByCell(row, column)?.name);
        if (next === formula) return;
        const line = cells[row] ?? {};
        cells[row] = line;
        line[column] = { f: context.translate(sheet, row, column, next) };
      });
    if (Object.keys(cells).length > 0) sheet.getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns()).setValues(cells);
  }
  for (const name of context.book.workbook.getDefinedNames()) {
    const formula = name.getFormulaOrRefString();
    const next = formula.includes('[') ? after(formula, undefined) : formula;
    // Univer puts the equals sign before it.
    if (next !== formula) name.setFormula(context.forUniver(next, undefined, 0).replace(/^=/, ''));
  }
}
