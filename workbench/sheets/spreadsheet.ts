import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import type { Book } from '../book/book.ts';
import { areaOf, parseA1, printA1 } from './address.ts';
import { metadataFinder } from './metadata.ts';
import { rangeOf } from './range.ts';
import type { Menu } from './services.ts';
import { sheetOf } from './sheet.ts';
import { checkSheetName } from './sheetName.ts';
import type { SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

type FDefinedName = ReturnType<FWorkbook['getDefinedNames']>[number];

/** Where the cursor is in a sheet in which nobody has been yet. */
const FIRST_CELL = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };

/** What Sheets demands of a named range's name. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u;
const CELL = /^(?:[A-Z]{1,3}\d+|R\d*C\d*|true|false)$/i;

export function spreadsheetOf(state: SheetState, onMenu: (menu: Menu) => void): Spreadsheet {
  const { book, ledger, settings } = state;
  const find = (sheet: Sheet): FWorksheet => {
    // What the service's own bookkeeping asks is no call of the script.
    const found = state.sheetBehind(sheet);
    if (!found || !book.workbook.getSheetBySheetId(found.getSheetId())) throw new Error('The sheet does not exist');
    return found;
  };
  const service = (sheet: FWorksheet): Sheet => sheetOf(state, sheet);
  const spreadsheet: Spreadsheet = strict<Spreadsheet>('Spreadsheet', ledger, {
    getSpreadsheetLocale: () => settings.locale,
    getSpreadsheetTimeZone: () => settings.timeZone,
    getActiveSheet: () => service(book.workbook.getActiveSheet()),
    getSheetByName: (name: string) => {
      const sheet = book.workbook.getSheetByName(name);
      if (!sheet) ledger.missing.add(`the sheet "${name}"`);
      return sheet && service(sheet);
    },
    addMenu: (title: string, items: readonly ({ readonly name: string; readonly functionName: string } | null)[]) => {
      const entries = items.flatMap(item => (item ? [{ label: item.name, functionName: item.functionName }] : []));
      onMenu({ title, isAddOn: false, items: entries });
    },
    getSheets: () => book.workbook.getSheets().map(service),
    setActiveSheet: (sheet: Sheet) => {
      book.workbook.setActiveSheet(find(sheet));
      return sheet;
    },
    insertSheet: (...[name]: readonly unknown[]) => service(insertSheet(book, name)),
    deleteSheet: (sheet: Sheet) => deleteSheet(state, find(sheet)),
    getRangeByName: (name: string) => {
      const defined = book.workbook.getDefinedName(name);
      if (!defined) ledger.missing.add(`the name "${name}"`);
      return defined ? rangeOfName(state, defined, service) : null;
    },
    createDeveloperMetadataFinder: () => metadataFinder(state, service),
    getNamedRanges: () => book.workbook.getDefinedNames().map(name => namedRange(state, name, service)),
    setNamedRange: (name: string, range: Range) => {
      if (!NAME.test(name) || CELL.test(name)) throw new Error(`Invalid name for a named range: ${name}`);
      const { sheet, area } = state.placeOf(range);
      if (book.workbook.getDefinedName(name)) book.workbook.deleteDefinedName(name);
      book.workbook.insertDefinedName(name, `${quoted(sheet.getSheetName())}!${printA1(area, true)}`);
    },
    getActiveRange: () => selected(book.workbook.getActiveRange()?.getRange() ?? FIRST_CELL),
    getCurrentCell: () => selected(book.workbook.getActiveCell()?.getRange() ?? FIRST_CELL),
  });
  const selected = (range: Parameters<typeof areaOf>[0]): Range => {
    const sheet = book.workbook.getActiveSheet();
    return rangeOf(state, sheet, areaOf(range), () => service(sheet));
  };
  return spreadsheet;
}

function insertSheet({ workbook }: Book, wanted: unknown): FWorksheet {
  const names = workbook.getSheets().map(sheet => sheet.getSheetName());
  let free = names.length + 1;
  while (names.includes(`Sheet${free}`)) free++;
  const name = wanted === undefined ? `Sheet${free}` : String(wanted);
  checkSheetName(name);
  if (workbook.getSheets().some(sheet => sheet.getSheetName().toLowerCase() === name.toLowerCase())) {
    throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  const made = workbook.insertSheet(name, {
    index: workbook.getActiveSheet().getIndex() + 1,
    sheet: {
      rowCount: 1000,
      columnCount: 26,
      defaultRowHeight: 21,
      defaultColumnWidth: 100,
      defaultStyle: { ff: 'Arial', fs: 10 },
    },
  });
  workbook.setActiveSheet(made);
  return made;
}

function deleteSheet({ book, metadata, charts, protections }: SheetState, target: FWorksheet): void {
  const next = book.workbook.getSheets().find(other => !other.equalTo(target));
  if (!next) throw new Error('You can’t remove all the sheets in a document.');
  // Univer's screen has nothing to draw while the sheet that it shows is being taken out.
  if (book.workbook.getActiveSheet().equalTo(target)) book.workbook.setActiveSheet(next);
  book.workbook.deleteSheet(target);
  metadata.delete(target.getSheetId());
  charts.delete(target.getSheetId());
  protections.delete(target.getSheetId());
}

function namedRange(state: SheetState, name: FDefinedName, service: (sheet: FWorksheet) => Sheet): NamedRange {
  return strict<NamedRange>('NamedRange', state.ledger, {
    getName: () => name.getName(),
    getRange: () => rangeOfName(state, name, service),
    remove: () => {
      name.delete();
    },
  });
}

function rangeOfName(state: SheetState, name: FDefinedName, service: (sheet: FWorksheet) => Sheet): Range {
  const [, sheetName = '', address = ''] = /^(.*)!([^!]+)$/.exec(name.getFormulaOrRefString()) ?? [];
  const sheet = state.book.workbook.getSheetByName(unquoted(sheetName));
  if (!sheet) throw new Error('The range of this name is gone: #REF!');
  return rangeOf(state, sheet, parseA1(address), () => service(sheet));
}

function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
