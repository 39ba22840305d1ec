import type { Conflict } from '../../src/month/change/fitToWorkbook.ts';
import { cannotFollow, type FormulaBlock, repointedBlocks } from '../../src/month/change/repointing.ts';
import {
  type BookNow,
  isFree,
  plannedNames,
  type SheetAction,
  type SheetNow,
  taken,
} from '../../src/month/change/sheetChanges.ts';
import { userEdits, wouldLose } from '../../src/month/change/userEdits.ts';
import { apply } from '../ops/apply.ts';
import { marksOf, ownerOf, sheetOf } from '../server/inspect.ts';
import { plainReader } from './columns.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function bookOf(spreadsheet: Spreadsheet): BookNow {
  return {
    sheets: spreadsheet.getSheets().map(sheet => {
      const marks = marksOf(sheet);
      // Only sheets of ours are written to; every question is a round trip.
      const isProtected = marks.prefix !== undefined && protectionsOf(sheet).length > 0;
      return { sheetId: String(sheet.getSheetId()), sheet: sheet.getName(), marks, isProtected };
    }),
    names: spreadsheet.getNamedRanges().map(range => range.getName()),
  };
}

/** What has to be known of the cells before sheets are changed. */
export interface SheetsCloser {
  /** By sheet. */
  readonly blocks: ReadonlyMap<string, readonly FormulaBlock[]>;
  readonly conflicts: readonly Conflict[];
}

export function lookCloser(
  actions: readonly SheetAction[],
  { names }: BookNow,
  spreadsheet: Spreadsheet,
): SheetsCloser {
  const blocks = new Map<string, readonly FormulaBlock[]>();
  const conflicts: Conflict[] = [];
  for (const action of actions) {
    if (action.is === 'repoint') {
      const renaming = { from: action.from, to: action.to, names: [...names, ...plannedNames(actions)] };
      for (const sheet of action.sheets) {
        const formulas = sheetOf(sheet.sheetId, spreadsheet).getDataRange().getFormulas();
        const found = repointedBlocks({ row: 0, column: 0, formulas }, renaming);
        if (found.length > 0 && sheet.isProtected) conflicts.push(cannotFollow(sheet));
        blocks.set(sheet.sheetId, found);
      }
    } else if (action.is === 'make' && action.half) {
      const { sheet, prefix } = action.half;
      const doomed = namesOf(sheet, prefix, spreadsheet).map(range => range.getName());
      if (!isFree(action.ops, names, doomed)) conflicts.push(taken(prefix));
    } else if (action.is === 'remove' && action.sheet && action.expected) {
      const range = sheetOf(action.sheet.sheetId, spreadsheet).getDataRange();
      const plain = plainReader(spreadsheet);
      const values = range.getValues().map(line => line.map(plain));
      const typed = userEdits(action.expected, { row: 0, column: 0, values, formulas: range.getFormulas() });
      if (typed.length > 0) conflicts.push(wouldLose(action.sheet.sheet, typed));
    }
  }
  return { blocks, conflicts };
}

/** What a protected month says to whoever wants to write in it. */
const CLOSED = 'Closed month · 已关账月份';

export function doActions(actions: readonly SheetAction[], { blocks }: SheetsCloser, spreadsheet: Spreadsheet): void {
  const find = ({ sheetId }: SheetNow): Sheet => sheetOf(sheetId, spreadsheet);
  for (const action of actions) {
    switch (action.is) {
      case 'free':
        for (const protection of protectionsOf(find(action.sheet))) protection.remove();
        break;
      case 'make':
        if (action.half) remove(action.half.sheet, action.half.prefix, spreadsheet);
        apply(action.ops, spreadsheet, action.mark);
        break;
      case 'repoint':
        for (const sheet of action.sheets) repoint(blocks.get(sheet.sheetId) ?? [], find(sheet));
        break;
      case 'mark':
        mark(find(action.sheet), action.key, action.after);
        break;
      case 'protect':
        // Who may edit the document may take the protection off, as in Excel without a password: so a warning is
        // what everybody gets, and anybody can undo it.
        find(action.sheet).protect().setDescription(CLOSED).setWarningOnly(true);
        break;
      case 'remove':
        remove(action.sheet, action.prefix, spreadsheet);
    }
  }
}

function protectionsOf(sheet: Sheet): GoogleAppsScript.Spreadsheet.Protection[] {
  return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
}

function repoint(blocks: readonly FormulaBlock[], sheet: Sheet): void {
  for (const { row, column, formulas } of blocks) {
    const range = sheet.getRange(row + 1, column + 1, formulas.length, formulas[0]?.length ?? 1);
    range.setFormulas(formulas.map(line => [...line]));
  }
}

function mark(sheet: Sheet, key: string, value: string | null): void {
  for (const fact of sheet.getDeveloperMetadata()) if (fact.getKey() === key) fact.remove();
  if (value !== null) sheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
}

/** The sheet first: as long as it stands with its names, everything can be taken back. */
function remove(sheet: SheetNow | undefined, prefix: string, spreadsheet: Spreadsheet): void {
  const doomed = namesOf(sheet, prefix, spreadsheet);
  if (sheet) spreadsheet.deleteSheet(sheetOf(sheet.sheetId, spreadsheet));
  for (const range of doomed) range.remove();
}

/** The user may have given one of the names to cells of another sheet; cells that are gone belong to nobody. */
function namesOf(
  sheet: SheetNow | undefined,
  prefix: string,
  spreadsheet: Spreadsheet,
): GoogleAppsScript.Spreadsheet.NamedRange[] {
  const start = `${prefix}_`.toLowerCase();
  return spreadsheet
    .getNamedRanges()
    .filter(range => range.getName().toLowerCase().startsWith(start))
    .filter(range => {
      const owner = ownerOf(range);
      return owner === undefined || owner === sheet?.sheetId;
    });
}
