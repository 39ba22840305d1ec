import { type ICellData, ICommandService } from '@univerjs/core';
import { SetSuperTableMutation } from '@univerjs/engine-formula';
import { type ISetRangeValuesMutationParams, SetRangeValuesMutation } from '@univerjs/sheets';
import { TableManager } from '@univerjs/sheets-table';
import type { ExcelContext } from './context.ts';
import { uniqueHeadings, writeHeading } from './headingTexts.ts';
import { nameFormula, setNameFormula } from './names.ts';
import { renamed } from './structured.ts';

interface Renaming {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Headings are the names of a table's columns: where one is written over, formulas go on to mean the same column.
 * Excel makes each of them a text of its own; of a formula its value stays, once it is calculated.
 */
export function followHeadings(context: ExcelContext): void {
  const injector = context.book.univer.__getInjector();
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (id !== SetRangeValuesMutation.id) return;
    // The command of this id has these parameters.
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    if (!cellValue) return;
    const changed = tablesOn(context, subUnitId).flatMap(table =>
      changedHeadings(context, table, subUnitId, cellValue),
    );
    if (changed.length === 0) return;
    rename(context, changed);
    const sheet = context.sheetById(subUnitId);
    for (const { row, column, to, isCorrected } of changed)
      if (sheet && isCorrected) writeHeading(sheet, row, column, to);
  });
}

type Table = ReturnType<TableManager['getTablesBySubunitId']>[number];
type Cells = NonNullable<ISetRangeValuesMutationParams['cellValue']>;

function tablesOn({ book }: ExcelContext, sheetId: string): Table[] {
  const manager = book.univer.__getInjector().get(TableManager);
  return manager.getTablesBySubunitId(book.workbook.getId(), sheetId);
}

interface Changed extends Renaming {
  readonly row: number;
  readonly column: number;
  /** The cell says something else yet. */
  readonly isCorrected: boolean;
}

function changedHeadings(context: ExcelContext, table: Table, sheetId: string, cells: Cells): Changed[] {
  const { startRow: row, startColumn, endColumn } = table.getRange();
  const columns = Array.from({ length: endColumn - startColumn + 1 }, (_, index) => {
    const cell = cells[row]?.[startColumn + index];
    const known = table.getTableColumnByIndex(index);
    if (cell?.f) context.headingFormulas.add(`${sheetId} ${row} ${startColumn + index}`);
    // A format alone says nothing.
    const isWritten = known !== undefined && cell?.v !== undefined && !cell.f;
    return { known, cell, isWritten, text: isWritten ? String(cell?.v ?? '') : (known?.displayName ?? '') };
  });
  if (!columns.some(({ isWritten }) => isWritten)) return [];
  const unique = uniqueHeadings(columns.map(({ text, isWritten }) => ({ text, isKnown: !isWritten })));
  const changed = columns.flatMap(({ known, cell, isWritten }, index): Changed[] => {
    const to = unique[index] ?? '';
    const isCorrected = isWritten && cell?.v !== to;
    if (!known || !isWritten || (to === known.displayName && !isCorrected)) return [];
    const from = known.displayName;
    known.displayName = to;
    return [{ table: table.getDisplayName(), from, to, row, column: startColumn + index, isCorrected }];
  });
  if (changed.length > 0) tellFormulas(context.book, table.getId());
  return changed;
}

/** Once they are calculated. */
export function freezeHeadings(context: ExcelContext): void {
  for (const key of context.headingFormulas) {
    const [sheetId = '', row, column] = key.split(' ');
    const range = context.sheetById(sheetId)?.getRange(Number(row), Number(column));
    const sheet = context.sheetById(sheetId);
    if (sheet && range) writeHeading(sheet, Number(row), Number(column), String(range.getValue() ?? ''));
  }
  context.headingFormulas.clear();
}

/** Where a table's columns are. */
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
    const formula = `=${nameFormula(context, name)}`;
    const next = formula.includes('[') ? after(formula, undefined) : formula;
    if (next !== formula) setNameFormula(context, name, next);
  }
}
