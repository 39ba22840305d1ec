import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import type { ExcelContext } from './context.ts';
import { isFreeName, namesOn } from './names.ts';
import { Range } from './range.ts';
import { withTables } from './structured.ts';
import { TableCollection } from './tables.ts';

/** Copies a sheet as Excel does: its tables get names of their own, which the formulas of the copy use, and so do its cells. */
export function copyOf(context: ExcelContext, sheet: FWorksheet): FWorksheet {
  const { workbook } = context.book;
  context.flush();
  const active = workbook.getActiveSheet();
  const name = freeName(context, sheet.getSheetName());
  const before = new Set(context.sheets().map(other => other.getSheetId()));
  workbook.duplicateSheet(sheet);
  const copy = context.sheets().find(other => !before.has(other.getSheetId()));
  if (!copy) throw new Error('Univer made no copy.');
  copy.setName(name);
  workbook.moveSheet(copy, workbook.getNumSheets() - 1);
  workbook.setActiveSheet(active);
  const renamed = new Map<string, string>();
  const tables = new TableCollection(context, copy).items();
  for (const { name: table, range } of sheet.getSubTableInfos() ?? []) {
    const { startRow, startColumn } = range;
    const own = tables.find(item => startsAt(item.GetRange().area, startRow, startColumn));
    if (!own) continue;
    // Univer gives a table and its copy the same name.
    own.Name = freeTableName(context, table);
    renamed.set(table.toLowerCase(), own.Name);
  }
  const names = namesOn(context, sheet.getSheetId());
  context.sheetNames.set(copy.getSheetId(), new Map(names.map(named => [named.name.toLowerCase(), named])));
  rewrite(context, sheet, copy, renamed);
  return copy;
}

/** Formulas as Excel writes them are kept beside Univer's own, by place: the copy needs them too. */
function rewrite(
  context: ExcelContext,
  sheet: FWorksheet,
  copy: FWorksheet,
  renamed: ReadonlyMap<string, string>,
): void {
  const [rows, columns] = [sheet.getLastRow() + 1, sheet.getLastColumn() + 1];
  if (rows < 1 || columns < 1) return;
  const { Formulas: formulas } = new Range(context, sheet, { row: 0, column: 0, rows, columns });
  const names = [...(context.sheetNames.get(copy.getSheetId())?.keys() ?? [])];
  for (const [row, line] of formulas.entries()) {
    for (const [column, formula] of line.entries()) {
      if (typeof formula !== 'string' || !formula.startsWith('=')) continue;
      const text = formula.toLowerCase();
      if (!text.includes('[') && !names.some(name => text.includes(name))) continue;
      const own = withTables(formula, table => renamed.get(table.toLowerCase()) ?? table);
      new Range(context, copy, { row, column, rows: 1, columns: 1 }).Formulas = [[own]];
    }
  }
}

function startsAt({ row, column }: Area, startRow: number, startColumn: number): boolean {
  return row === startRow && column === startColumn;
}

function freeTableName(context: ExcelContext, table: string): string {
  let number = 2;
  while (!isFreeName(context, `${table}${number}`)) number++;
  return `${table}${number}`;
}

/** "Tracker (2)", as Excel calls it. */
function freeName(context: ExcelContext, name: string): string {
  const taken = new Set(context.sheets().map(sheet => sheet.getSheetName().toLowerCase()));
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const candidate = `${name.slice(0, 31 - ending.length)}${ending}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
