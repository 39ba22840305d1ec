import { INSERTION, isHalf, MADE, nameAtFirst } from '../../src/month/change/sheetMarks.ts';
import { uniqueId } from '../../src/panel/uniqueId.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import { Refusal } from '../server/answer.ts';
import { marksOf, ownerOf } from '../server/inspect.ts';
import { draw } from './handlers.ts';
import { SheetLayers } from './layers.ts';
import { write } from './write.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Does all the ops or none: what was made is taken out again when anything after it fails. With a mark, the sheet says
 * from its first moment which change made it, and at the end that it is whole.
 */
export function apply(ops: readonly Op[], spreadsheet: Spreadsheet, mark?: string): Receipt {
  const layers = new SheetLayers();
  draw(ops, layers);
  const before = spreadsheet.getActiveSheet();
  const wanted = layers.sheet.sheet;
  const names = layers.names.map(({ name }) => name);
  if (mark === undefined) refuseTaken(names, spreadsheet);
  // Until the sheet is whole, its name says that it is not.
  const sheet = spreadsheet.insertSheet(nameAtFirst(mark ?? uniqueId()));
  const note = (key: string, value: string): void => {
    sheet.addDeveloperMetadata(key, value, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  };
  try {
    if (mark !== undefined) note(INSERTION, mark);
    write(layers, sheet, spreadsheet);
    sheet.setName(wanted);
    if (mark !== undefined) note(MADE, mark);
    const sheetId = String(sheet.getSheetId());
    // Apps Script queues writes; what the server refuses among them shows up here at the latest.
    SpreadsheetApp.flush();
    return { sheet: wanted, sheetId, names };
  } catch (problem) {
    takenBack(problem, () => {
      takeOut(spreadsheet, sheet, names);
      spreadsheet.setActiveSheet(before);
    });
    throw problem;
  }
}

/** A name that is given once more would leave the sheet that it belonged to. All names of a sheet begin alike. */
function refuseTaken([first]: readonly string[], spreadsheet: Spreadsheet): void {
  if (first !== undefined && spreadsheet.getRangeByName(first)) throw new Refusal('failed', `${first} is taken`);
}

/** Where the sheet cannot be taken out either, it says by its mark that it is not whole. */
function takenBack(problem: unknown, work: () => void): void {
  try {
    work();
  } catch (second) {
    throw new Refusal('cutOff', `${String(problem)}; the new sheet could not be taken out again: ${String(second)}`);
  }
}

/** Takes out what `apply` put in, wherever its sheet is now and whatever it is called. */
export function undo({ sheetId, names, half }: Receipt & { readonly half?: boolean }, spreadsheet: Spreadsheet): void {
  const sheet = spreadsheet.getSheets().find(candidate => String(candidate.getSheetId()) === sheetId);
  if (!sheet || (half && !isHalf(sheet.getName(), marksOf(sheet)))) return;
  takeOut(spreadsheet, sheet, names);
  SpreadsheetApp.flush();
}

function takeOut(spreadsheet: Spreadsheet, sheet: GoogleAppsScript.Spreadsheet.Sheet, names: readonly string[]): void {
  const id = sheet.getSheetId();
  for (const range of spreadsheet.getNamedRanges()) {
    // The user may have given one of the names to cells of another sheet since.
    if (names.includes(range.getName()) && ownerOf(range) === String(id)) range.remove();
  }
  spreadsheet.deleteSheet(sheet);
}
