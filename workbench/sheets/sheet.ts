import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import { parseA1 } from './address.ts';
import { insertChart, newChart } from './chart.ts';
import { setConditionalFormatRules } from './conditionalFormat.ts';
import { metadataOf } from './metadata.ts';
import { protectionOf, protectionsOf } from './protection.ts';
import { rangeListOf, rangeOf } from './range.ts';
import { checkSheetName } from './sheetName.ts';
import type { SheetState } from './sheetState.ts';
import { strict } from './strict.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export function sheetOf(state: SheetState, sheet: FWorksheet): Sheet {
  const range = (area: Area): Range => rangeOf(state, sheet, area, () => service);
  const service: Sheet = strict<Sheet>('Sheet', state.ledger, {
    getName: () => sheet.getSheetName(),
    setName: (name: string) => {
      checkSheetName(name);
      const named = state.book.workbook.getSheetByName(name);
      if (named && !named.equalTo(sheet)) throw new Error(`A sheet with the name "${name}" already exists.`);
      sheet.setName(name);
      return service;
    },
    getSheetId: () => state.sheetId(sheet),
    getLastRow: () => usedOf(sheet).rows,
    getLastColumn: () => usedOf(sheet).columns,
    getMaxRows: () => sheet.getMaxRows(),
    getMaxColumns: () => sheet.getMaxColumns(),
    getRange: (...args: readonly (string | number)[]) => range(areaIn(args, sheet)),
    getDataRange: () => range(atLeastOne(usedOf(sheet))),
    clearContents: () => {
      range(atLeastOne(usedOf(sheet))).clearContent();
      return service;
    },
    activate: () => {
      sheet.activate();
      return service;
    },
    setActiveSelection: (address: string) => range(parseA1(address)).activate(),
    // How wide a text is only a screen knows.
    autoResizeColumns: () => service,
    getActiveCell: () => range(activeArea(state)),
    getFrozenRows: () => sheet.getFrozenRows(),
    getFrozenColumns: () => sheet.getFrozenColumns(),
    getRangeList: (addresses: readonly string[]) =>
      rangeListOf(
        state,
        addresses.map(address => range(parseA1(address))),
      ),
    insertRowsAfter: (after: number, count: number) => {
      // Univer goes to what it inserts; of rows and columns that are added at the end it only takes note.
      if (after === sheet.getMaxRows()) sheet.setRowCount(after + count);
      else sheet.insertRowsAfter(after - 1, count);
      return service;
    },
    insertRowsBefore: (before: number, count: number) => {
      sheet.insertRowsBefore(before - 1, count);
      return service;
    },
    // Univer tells the two apart, and counts rows from 0.
    isRowHiddenByUser: (row: number) => !sheet.getSheet().getRowRawVisible(row - 1),
    isRowHiddenByFilter: (row: number) => sheet.getSheet().isRowFiltered(row - 1),
    deleteRows: (first: number, count: number) => {
      sheet.deleteRows(first - 1, count);
    },
    hideSheet: () => {
      sheet.hideSheet();
      return service;
    },
    insertColumnsAfter: (after: number, count: number) => {
      if (after === sheet.getMaxColumns()) sheet.setColumnCount(after + count);
      else sheet.insertColumnsAfter(after - 1, count);
      return service;
    },
    setColumnWidths: (start: number, count: number, width: number) => {
      sheet.setColumnWidths(start - 1, count, width);
      return service;
    },
    setRowHeightsForced: (start: number, count: number, height: number) => {
      sheet.setRowHeightsForced(start - 1, count, height);
      return service;
    },
    setTabColor: (color: string | null) => {
      sheet.setTabColor(color ?? '');
      return service;
    },
    setHiddenGridlines: (hidden: boolean) => {
      sheet.setHiddenGridlines(hidden);
      return service;
    },
    setFrozenRows: (rows: number) => {
      sheet.setFrozenRows(rows);
    },
    setFrozenColumns: (columns: number) => {
      sheet.setFrozenColumns(columns);
    },
    setConditionalFormatRules: (rules: GoogleAppsScript.Spreadsheet.ConditionalFormatRule[]) =>
      setConditionalFormatRules(sheet, rules),
    copyTo: () => copyOf(state, sheet),
    newChart: () => newChart(state, sheet),
    insertChart: (chart: GoogleAppsScript.Spreadsheet.EmbeddedChart) => insertChart(state, sheet, chart),
    protect: () => protectionOf(state, sheet),
    getProtections: () => protectionsOf(state, sheet),
    getDeveloperMetadata: () => metadataOf(state, sheet, () => service),
    addDeveloperMetadata: (...[key, value = '', visibility = 'DOCUMENT']: readonly unknown[]) => {
      const kept = state.metadata.get(sheet.getSheetId()) ?? [];
      kept.push({ key: String(key), value: String(value), visibility: String(visibility) });
      state.metadata.set(sheet.getSheetId(), kept);
      return service;
    },
  });
  state.rememberSheet(service, sheet);
  return service;
}

/** From the first cell to the last that holds something. */
function usedOf(sheet: FWorksheet): Area {
  const [rows, columns] = [sheet.getLastRow() + 1, sheet.getLastColumn() + 1];
  const isEmpty = rows <= 1 && columns <= 1 && (sheet.getRange(0, 0).getValue() ?? '') === '';
  return { row: 0, column: 0, rows: isEmpty ? 0 : rows, columns: isEmpty ? 0 : columns };
}

function activeArea({ book }: SheetState): Area {
  const cell = book.workbook.getActiveCell()?.getRange();
  return { row: cell?.startRow ?? 0, column: cell?.startColumn ?? 0, rows: 1, columns: 1 };
}

function atLeastOne(area: Area): Area {
  return { ...area, rows: Math.max(1, area.rows), columns: Math.max(1, area.columns) };
}

/** "Copy of Tracker", with everything that the sheet has; the document's language decides how it is called. */
function copyOf(state: SheetState, sheet: FWorksheet): Sheet {
  const { workbook } = state.book;
  const active = workbook.getActiveSheet();
  const before = new Set(workbook.getSheets().map(other => other.getSheetId()));
  workbook.duplicateSheet(sheet);
  const copy = workbook.getSheets().find(other => !before.has(other.getSheetId()));
  if (!copy) throw new Error('Service Spreadsheets failed');
  let name = `Copy of ${sheet.getSheetName()}`;
  // Univer's formulas go on finding a sheet that was deleted by its name, so no name is used twice.
  for (let number = 2; state.copyNames.has(name); number++) name = `Copy of ${sheet.getSheetName()} ${number}`;
  state.copyNames.add(name);
  copy.setName(name);
  workbook.moveSheet(copy, workbook.getNumSheets() - 1);
  workbook.setActiveSheet(active);
  state.metadata.set(copy.getSheetId(), [...(state.metadata.get(sheet.getSheetId()) ?? [])]);
  state.charts.set(copy.getSheetId(), [...(state.charts.get(sheet.getSheetId()) ?? [])]);
  return sheetOf(state, copy);
}

function areaIn(args: readonly (string | number)[], sheet: FWorksheet): Area {
  const [first = '', column = 1, rows = 1, columns = 1] = args;
  const [, left, right] = (typeof first === 'string' && /^([A-Z]+):([A-Z]+)$/.exec(first)) || [];
  if (left && right) return parseA1(`${left}1:${right}${sheet.getMaxRows()}`);
  if (typeof first === 'string') return parseA1(first);
  return { row: first - 1, column: Number(column) - 1, rows: Number(rows), columns: Number(columns) };
}
