import type { Spot } from '../../src/grid/grid.ts';
import { spilledAreas } from '../../src/grid/spilled.ts';
import { addTo } from '../../src/kernel/lists.ts';
import { INSERTION, MADE } from '../../src/month/change/sheetMarks.ts';
import { INSERTED } from '../../src/plan/inserted.ts';
import type { Area } from '../../src/plan/op.ts';
import type { SheetArea } from '../../src/port/bookPort.ts';
import type { Copied } from '../../src/share/copies.ts';
import { a1 } from '../ops/a1.ts';
import { sheetOf, sheetsById } from '../server/inspect.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What tells that a sheet was inserted by us; a copy is the user's own. */
const MARKS = ['template', 'prefix', INSERTED, INSERTION, MADE];

/** What failed half-way is taken out again. */
export function copy(sheetIds: readonly string[], spreadsheet: Spreadsheet): Copied[] {
  const made: Sheet[] = [];
  try {
    const copied = sheetIds.map(from => {
      const sheet = sheetOf(from, spreadsheet).copyTo(spreadsheet);
      made.push(sheet);
      for (const mark of sheet.getDeveloperMetadata()) if (MARKS.includes(mark.getKey() ?? '')) mark.remove();
      return { from, sheetId: String(sheet.getSheetId()), sheet: sheet.getName() };
    });
    SpreadsheetApp.flush();
    return copied;
  } catch (problem) {
    for (const sheet of made) spreadsheet.deleteSheet(sheet);
    throw problem;
  }
}

export function remove(sheetIds: readonly string[], spreadsheet: Spreadsheet): void {
  for (const sheet of sheetsById(sheetIds, spreadsheet).values()) spreadsheet.deleteSheet(sheet);
  SpreadsheetApp.flush();
}

/**
 * Google Sheets does not say how far an array formula reaches. In a copy without its formulas, what is left was
 * written by somebody; the rest is what formulas fill.
 */
export function spills(spots: readonly Spot[], spreadsheet: Spreadsheet): SheetArea[] {
  const bySheet = new Map<string, Spot[]>();
  for (const spot of spots) addTo(bySheet, spot.sheetId, spot);
  const sheets = sheetsById([...bySheet.keys()], spreadsheet);
  return [...bySheet].flatMap(([sheetId, wanted]) => {
    const sheet = sheets.get(sheetId);
    if (!sheet) return [];
    return areasOn(sheet, wanted, spreadsheet)
      .filter(({ rows, columns }) => rows * columns > 1)
      .map(area => ({ sheetId, ...area }));
  });
}

function areasOn(sheet: Sheet, wanted: readonly Spot[], spreadsheet: Spreadsheet): Area[] {
  const range = sheet.getDataRange();
  const formulas = range.getFormulas();
  const values = range.getValues();
  const cells = formulas.flatMap((line, row) =>
    line.flatMap((formula, column) => (formula === '' ? [] : [{ row, column, rows: 1, columns: 1 }])),
  );
  const written = writtenCells(sheet, range, cells, spreadsheet);
  const isTaken = (row: number, column: number): boolean =>
    formulas[row]?.[column] !== '' || (written[row]?.[column] ?? '') !== '';
  const taken = values.map((line, row) => line.map((_, column) => isTaken(row, column)));
  const spilled = values.map((line, row) => line.map((value, column) => value !== '' && !isTaken(row, column)));
  return spilledAreas(wanted, spilled, taken);
}

function writtenCells(
  sheet: Sheet,
  range: GoogleAppsScript.Spreadsheet.Range,
  formulas: readonly Area[],
  spreadsheet: Spreadsheet,
): unknown[][] {
  const bare = sheet.copyTo(spreadsheet);
  try {
    bare.getRangeList(formulas.map(a1)).clearContent();
    SpreadsheetApp.flush();
    return bare.getRange(1, 1, range.getNumRows(), range.getNumColumns()).getValues();
  } finally {
    spreadsheet.deleteSheet(bare);
  }
}
