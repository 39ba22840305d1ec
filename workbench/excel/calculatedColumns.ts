import { type ICellData, isNullCell } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { filledTo, relative } from '../../src/grid/relative.ts';
import type { Area } from '../../src/plan/op.ts';
import type { ExcelContext } from './context.ts';

/** A formula that was written into a cell, as Excel writes it. */
export interface WrittenFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

type Cells = Record<number, Record<number, ICellData>>;

/**
 * Excel makes calculated columns of what is written through the API, too: the last formula that was written into a
 * column of a table stands in every row afterwards, but for those that hold a constant.
 * https://github.com/OfficeDev/office-js/issues/2093 (by design), /5909, /6745
 */
export function fillColumns(context: ExcelContext, sheet: FWorksheet, written: readonly WrittenFormula[]): void {
  if (written.length === 0) return;
  const cells: Cells = {};
  for (const { range } of sheet.getSubTableInfos() ?? []) {
    const body = {
      row: range.startRow + 1,
      column: range.startColumn,
      rows: range.endRow - range.startRow,
      columns: range.endColumn - range.startColumn + 1,
    };
    for (const [column, formulas] of byColumn(written, body)) {
      const last = formulas[formulas.length - 1];
      if (last) fill(context, sheet, { ...body, column, columns: 1 }, last, cells);
    }
  }
  write(sheet, cells);
}

/** Rows that come to a table compute what all its other rows compute, even where a blank was given for it. */
export function fillRows(
  context: ExcelContext,
  sheet: FWorksheet,
  body: Area,
  added: { readonly row: number; readonly rows: number },
): void {
  const cells: Cells = {};
  const others = Array.from({ length: body.rows }, (_, index) => body.row + index).filter(
    row => row < added.row || row >= added.row + added.rows,
  );
  const [first] = others;
  if (first === undefined) return;
  for (let column = body.column; column < body.column + body.columns; column++) {
    const formula = formulaAt(context, sheet, first, column);
    if (formula === undefined) continue;
    // As Univer has them: of rows that have moved it is not known how they were written.
    const meaning = (row: number) => relative(sheet.getSheet().getCellRaw(row, column)?.f ?? '', row, column);
    const meant = meaning(first);
    const isCalculated = others.every(row => meaning(row) === meant);
    if (isCalculated) fill(context, sheet, { ...added, column, columns: 1 }, { row: first, column, formula }, cells);
  }
  write(sheet, cells);
}

function byColumn(written: readonly WrittenFormula[], body: Area): Map<number, WrittenFormula[]> {
  const columns = new Map<number, WrittenFormula[]>();
  for (const cell of written) {
    const { row, column } = cell;
    const isInside =
      row >= body.row && row < body.row + body.rows && column >= body.column && column < body.column + body.columns;
    if (!isInside) continue;
    const known = columns.get(column);
    if (known) known.push(cell);
    else columns.set(column, [cell]);
  }
  return columns;
}

function fill(
  context: ExcelContext,
  sheet: FWorksheet,
  { row: top, rows, column }: Area,
  source: WrittenFormula,
  cells: Cells,
): void {
  for (let row = top; row < top + rows; row++) {
    const cell = sheet.getSheet().getCellRaw(row, column);
    if (!cell?.f && !isNullCell(cell) && cell?.v !== '') continue;
    const formula = filledTo(source.formula, source.row, column, row);
    if (formula === formulaAt(context, sheet, row, column)) continue;
    const line = cells[row] ?? {};
    cells[row] = line;
    line[column] = formulaCell(context.translate(sheet, row, column, formula));
  }
}

function formulaAt(context: ExcelContext, sheet: FWorksheet, row: number, column: number): string | undefined {
  const formula = sheet.getSheet().getCellRaw(row, column)?.f;
  return formula ? context.asWritten(sheet, row, column, formula) : undefined;
}

export function formulaCell(formula: string): ICellData {
  return { f: formula, v: null, t: null, p: null, si: null };
}

function write(sheet: FWorksheet, cells: Cells): void {
  const rows = Object.keys(cells).map(Number);
  if (rows.length > 0) sheet.getRange(0, 0, Math.max(...rows) + 1, sheet.getMaxColumns()).setValues(cells);
}
