import { CellError } from '../../src/kernel/cell.ts';
import { isHalf } from '../../src/month/change/sheetMarks.ts';
import type { Inventory, OurSheet } from '../../src/port/port.ts';
import { cellReader } from '../functions/arguments.ts';
import { Refusal } from './answer.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A cell on its way to the sidebar, which only plain data can go: an error is put in a list. */
export type SentCell = number | string | boolean | null | readonly [error: string];

export function inspect(spreadsheet: Spreadsheet): Inventory {
  const sheets = spreadsheet
    .getSheets()
    .map(sheet => ({ sheetId: String(sheet.getSheetId()), sheet: sheet.getName(), marks: marksOf(sheet) }));
  const halves = sheets
    .filter(({ sheet, marks }) => isHalf(sheet, marks))
    .map(({ sheetId, sheet }) => ({ sheetId, sheet }));
  return {
    sheets: sheets.map(({ sheet }) => sheet),
    names: spreadsheet.getNamedRanges().map(range => range.getName()),
    tables: [],
    ...(halves.length > 0 && { halves }),
    ours: sheets.flatMap((found): OurSheet[] => {
      const { template, prefix } = found.marks;
      return !isHalf(found.sheet, found.marks) && template !== undefined && prefix !== undefined
        ? [{ ...found, template, prefix }]
        : [];
    }),
  };
}

/** Asked sheet by sheet: a search through the document has to be asked for every mark's sheet again. */
export function marksOf(sheet: Sheet): Record<string, string> {
  return Object.fromEntries(sheet.getDeveloperMetadata().map(mark => [mark.getKey(), mark.getValue() ?? '']));
}

export function read(names: readonly string[], spreadsheet: Spreadsheet): Record<string, SentCell[][]> {
  const toCell = cellReader(() => spreadsheet.getSpreadsheetTimeZone());
  const found = names.flatMap(name => {
    const values = rangeNamed(name, spreadsheet)?.getValues();
    return values ? [[name, values.map(row => row.map(value => sent(toCell(value))))] as const] : [];
  });
  return Object.fromEntries(found);
}

function sent(cell: ReturnType<ReturnType<typeof cellReader>>): SentCell {
  return cell instanceof CellError ? [cell.code] : cell;
}

export function sheetOf(sheetId: string, spreadsheet: Spreadsheet): Sheet {
  const sheet = spreadsheet.getSheets().find(candidate => String(candidate.getSheetId()) === sheetId);
  if (!sheet) throw new Refusal('gone', sheetId);
  return sheet;
}

/** Those that there are, found in one go. */
export function sheetsById(sheetIds: readonly string[], spreadsheet: Spreadsheet): Map<string, Sheet> {
  const wanted = new Set(sheetIds);
  return new Map(
    spreadsheet
      .getSheets()
      .map(sheet => [String(sheet.getSheetId()), sheet] as const)
      .filter(([id]) => wanted.has(id)),
  );
}

/** The cells of a name; none where they have been deleted, of which Google Sheets says only that something failed. */
export function rangeNamed(name: string, spreadsheet: Spreadsheet): GoogleAppsScript.Spreadsheet.Range | undefined {
  try {
    return spreadsheet.getRangeByName(name) ?? undefined;
  } catch (problem) {
    const named = spreadsheet.getNamedRanges().find(range => range.getName() === name);
    if (named && ownerOf(named) === undefined) return undefined;
    throw problem;
  }
}

/** The sheet that a name points to; none where its cells are gone. */
export function ownerOf(range: GoogleAppsScript.Spreadsheet.NamedRange): string | undefined {
  try {
    return String(range.getRange().getSheet().getSheetId());
  } catch {
    return undefined;
  }
}
