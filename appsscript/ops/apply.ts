import { INSERTION, MADE, nameAtFirst } from '../../src/month/sheetChanges.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { Draft } from './draft.ts';
import { draw } from './handlers.ts';
import { write } from './write.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Does all the ops or none: what was made is taken out again when anything after it fails. With a mark, the sheet says
 * from its first moment which change made it, and at the end that it is whole.
 */
export function apply(ops: readonly Op[], spreadsheet: Spreadsheet, mark?: string): Receipt {
  const draft = new Draft();
  draw(ops, draft);
  const before = spreadsheet.getActiveSheet();
  const sheet = spreadsheet.insertSheet(mark === undefined ? draft.sheet.sheet : nameAtFirst(mark));
  const names = draft.names.map(({ name }) => name);
  const note = (key: string): void => {
    if (mark === undefined) return;
    sheet.addDeveloperMetadata(key, mark, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  };
  try {
    note(INSERTION);
    if (mark !== undefined) sheet.setName(draft.sheet.sheet);
    write(draft, sheet, spreadsheet);
    note(MADE);
    const sheetId = String(sheet.getSheetId());
    // Apps Script queues writes; what the server refuses among them shows up here at the latest.
    SpreadsheetApp.flush();
    return { sheet: draft.sheet.sheet, sheetId, names };
  } catch (problem) {
    throw takenBack(problem, () => {
      takeOut(spreadsheet, sheet, names);
      spreadsheet.setActiveSheet(before);
    });
  }
}

/** What went wrong first is what the user should hear of, and that it left something behind, if it did. */
function takenBack(problem: unknown, work: () => void): unknown {
  try {
    work();
    return problem;
  } catch (second) {
    return new Error(`${String(problem)}; the new sheet could not be taken out again: ${String(second)}`);
  }
}

/** Takes out what `apply` put in, wherever its sheet is now and whatever it is called. */
export function undo({ sheetId, names }: Receipt, spreadsheet: Spreadsheet): void {
  const sheet = spreadsheet.getSheets().find(candidate => String(candidate.getSheetId()) === sheetId);
  if (!sheet) return;
  takeOut(spreadsheet, sheet, names);
  SpreadsheetApp.flush();
}

function takeOut(spreadsheet: Spreadsheet, sheet: GoogleAppsScript.Spreadsheet.Sheet, names: readonly string[]): void {
  const id = sheet.getSheetId();
  for (const range of spreadsheet.getNamedRanges()) {
    // The user may have given one of the names to cells of another sheet since.
    if (names.includes(range.getName()) && range.getRange().getSheet().getSheetId() === id) range.remove();
  }
  spreadsheet.deleteSheet(sheet);
}
