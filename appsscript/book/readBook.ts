import type { NameGrid } from '../../src/grid/grid.ts';
import { CellError } from '../../src/kernel/cell.ts';
import { standardFormula } from '../../src/plan/localFormula.ts';
import { cellReader } from '../functions/arguments.ts';
import { Refusal } from '../server/answer.ts';
import { marksOf, type SentCell, sheetsById } from '../server/inspect.ts';
import { KEPT_MARK } from '../server/keptText.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A sheet without its cells, and how far it is used. */
export interface SentSheet {
  readonly sheetId: string;
  readonly sheet: string;
  readonly locked: boolean;
  readonly marks: Readonly<Record<string, string>>;
  readonly rows: number;
  readonly columns: number;
}

export interface SentBook {
  readonly sheets: readonly SentSheet[];
  readonly names: readonly NameGrid[];
}

/** Rows of a sheet; the first counts from 0. */
export interface SheetRows {
  readonly sheetId: string;
  readonly row: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells on their way to the sidebar. */
export interface SentCells {
  readonly values: SentCell[][];
  readonly formulas: string[][];
}

/** Every sheet but the hidden one of ours; the cells are asked for piece by piece. */
export function readBook(spreadsheet: Spreadsheet): SentBook {
  const sheets = spreadsheet
    .getSheets()
    .map(sheet => ({ sheet, marks: marksOf(sheet) }))
    .filter(({ marks }) => marks[KEPT_MARK] === undefined)
    .map(({ sheet, marks }): SentSheet => {
      const used = sheet.getDataRange();
      return {
        sheetId: String(sheet.getSheetId()),
        sheet: sheet.getName(),
        locked: isLocked(sheet),
        marks,
        rows: used.getNumRows(),
        columns: used.getNumColumns(),
      };
    });
  return { sheets, names: spreadsheet.getNamedRanges().flatMap(nameOf) };
}

/** The characters of an answer, at most: an answer of a few megabytes is what google.script.run carries in good time. */
const LARGEST_ANSWER = 1_000_000;

/**
 * The cells of these rows, in their order. Where they are long texts, the answer ends before the last of them: what
 * is missing is asked for again.
 */
export function readRows(parts: readonly SheetRows[], spreadsheet: Spreadsheet): SentCells[] {
  const read = rangeReader(spreadsheet);
  const sheets = sheetsById(
    parts.map(({ sheetId }) => sheetId),
    spreadsheet,
  );
  const answer: SentCells[] = [];
  let length = 0;
  for (const { sheetId, row, rows, columns } of parts) {
    const sheet = sheets.get(sheetId);
    if (!sheet) throw new Refusal('gone', sheetId);
    const { values, formulas } = read(sheet.getRange(row + 1, 1, rows, columns));
    const fits = values.findIndex((line, index) => {
      length += lengthOf(line) + lengthOf(formulas[index] ?? []);
      return length > LARGEST_ANSWER;
    });
    if (fits < 0) {
      answer.push({ values, formulas });
      continue;
    }
    // One row at least, or it would be asked for without end.
    const end = answer.length === 0 ? Math.max(1, fits) : fits;
    answer.push({ values: values.slice(0, end), formulas: formulas.slice(0, end) });
    break;
  }
  return answer;
}

function lengthOf(line: readonly SentCell[]): number {
  return line.reduce<number>((length, cell) => length + (typeof cell === 'string' ? cell.length + 3 : 8), 0);
}

/** Somebody else has protected the sheet. */
export function isLocked(sheet: Sheet): boolean {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some(protection => !protection.canEdit());
}

/** Reads values and formulas, in English notation. */
export function rangeReader(spreadsheet: Spreadsheet): (range: Range) => SentCells {
  const locale = spreadsheet.getSpreadsheetLocale();
  const toCell = cellReader(() => spreadsheet.getSpreadsheetTimeZone());
  const sent = (value: unknown): SentCell => {
    const cell = toCell(value);
    return cell instanceof CellError ? [cell.code] : cell;
  };
  return range => ({
    values: range.getValues().map(line => line.map(sent)),
    formulas: range.getFormulas().map(line => line.map(formula => standardFormula(formula, locale))),
  });
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
