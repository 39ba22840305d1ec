import type { NameGrid } from '../../src/grid/grid.ts';
import { CellError } from '../../src/kernel/cell.ts';
import { standardFormula } from '../../src/plan/localFormula.ts';
import { cellReader } from '../functions/arguments.ts';
import { marksOf, type SentCell } from '../server/inspect.ts';
import { KEPT_MARK } from '../server/keptText.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet's cells on their way to the sidebar. */
export interface SentSheet {
  readonly sheetId: string;
  readonly sheet: string;
  readonly locked: boolean;
  readonly marks: Readonly<Record<string, string>>;
  readonly values: SentCell[][];
  readonly formulas: string[][];
}

export interface SentBook {
  readonly sheets: readonly SentSheet[];
  readonly names: readonly NameGrid[];
}

/** Every sheet but the hidden one of ours; the number of calls does not depend on the rows. */
export function readBook(spreadsheet: Spreadsheet): SentBook {
  const read = sheetReader(spreadsheet);
  const sheets = spreadsheet
    .getSheets()
    .map(sheet => ({ sheet, marks: marksOf(sheet) }))
    .filter(({ marks }) => marks[KEPT_MARK] === undefined)
    .map(({ sheet, marks }) => ({
      sheetId: String(sheet.getSheetId()),
      sheet: sheet.getName(),
      locked: isLocked(sheet),
      marks,
      ...read(sheet),
    }));
  return { sheets, names: spreadsheet.getNamedRanges().flatMap(nameOf) };
}

/** Somebody else has protected the sheet. */
export function isLocked(sheet: Sheet): boolean {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some(protection => !protection.canEdit());
}

/** Reads values and formulas, in English notation. */
export function sheetReader(spreadsheet: Spreadsheet): (sheet: Sheet) => Pick<SentSheet, 'values' | 'formulas'> {
  const locale = spreadsheet.getSpreadsheetLocale();
  const toCell = cellReader(() => spreadsheet.getSpreadsheetTimeZone());
  const sent = (value: unknown): SentCell => {
    const cell = toCell(value);
    return cell instanceof CellError ? [cell.code] : cell;
  };
  return sheet => {
    const range = sheet.getDataRange();
    return {
      values: range.getValues().map(line => line.map(sent)),
      formulas: range.getFormulas().map(line => line.map(formula => standardFormula(formula, locale))),
    };
  };
}

function nameOf(named: GoogleAppsScript.Spreadsheet.NamedRange): NameGrid[] {
  try {
    const range = named.getRange();
    const sheet = range.getSheet().getName().replace(/'/g, "''");
    return [{ name: named.getName(), formula: `='${sheet}'!${range.getA1Notation()}` }];
  } catch {
    // Its cells are gone.
    return [];
  }
}
