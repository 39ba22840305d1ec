import type { FWorksheet } from '@univerjs/sheets/facade';
import type { Area } from '../../src/plan/op.ts';
import { parseA1 } from './address.ts';
import { insertChart, newChart } from './chart.ts';
import { setConditionalFormatRules } from './conditionalFormat.ts';
import type { Desk } from './desk.ts';
import { metadataOf } from './metadata.ts';
import { protectionOf, protectionsOf } from './protection.ts';
import { rangeListOf, rangeOf } from './range.ts';
import { checkSheetName } from './sheetName.ts';
import { strict } from './strict.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

export function sheetOf(desk: Desk, sheet: FWorksheet): Sheet {
  const range = (area: Area): Range => rangeOf(desk, sheet, area, () => service);
  const service: Sheet = strict<Sheet>('Sheet', desk.ledger, {
    getName: () => sheet.getSheetName(),
    setName: (name: string) => {
      checkSheetName(name);
      const named = desk.book.workbook.getSheetByName(name);
      if (named && !named.equalTo(sheet)) throw new Error(`A sheet with the name "${name}" already exists.`);
      sheet.setName(name);
      return service;
    },
    getSheetId: () => desk.sheetId(sheet),
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
    getActiveCell: () => range(activeArea(desk)),
    getFrozenRows: () => sheet.getFrozenRows(),
    getFrozenColumns: () => sheet.getFrozenColumns(),
    getRangeList: (addresses: readonly string[]) =>
      rangeListOf(
        desk,
        addresses.map(address => range(parseA1(address))),
      ),
    insertRowsAfter: (after: number, count: number) => {
      // Univer goes to rows that it inserts; of rows that are added at the end it only takes note.
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
      sheet.insertColumnsAfter(after - 1, count);
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
    copyTo: () => copyOf(desk, sheet),
    newChart: () => newChart(desk, sheet),
    insertChart: (chart: GoogleAppsScript.Spreadsheet.EmbeddedChart) => insertChart(desk, sheet, chart),
    protect: () => protectionOf(desk, sheet),
    getProtections: () => protectionsOf(desk, sheet),
    getDeveloperMetadata: () => metadataOf(desk, sheet, () => service),
    addDeveloperMetadata: (...[key, value = '', visibility = 'DOCUMENT']: readonly unknown[]) => {
      const kept = desk.metadata.get(sheet.getSheetId()) ?? [];
      kept.push({ key: String(key), value: String(value), visibility: String(visibility) });
      desk.metadata.set(sheet.getSheetId(), kept);
      return service;
    },
  });
  desk.rememberSheet(service, sheet);
  return service;
}

/** From the first cell to the last that holds something. */
function usedOf(sheet: FWorksheet): Area {
  const [rows, columns] = [sheet.getLastRow() + 1, sheet.getLastColumn() + 1];
  const isEmpty = rows <= 1 && columns <= 1 && (sheet.getRange(0, 0).getValue() ?? '') === '';
  return { row: 0, column: 0, rows: isEmpty ? 0 : rows, columns: isEmpty ? 0 : columns };
}

function activeArea({ book }: Desk): Area {
  const cell = book.workbook.getActiveCell()?.getRange();
  return { row: cell?.startRow ?? 0, column: cell?.startColumn ?? 0, rows: 1, columns: 1 };
}

function atLeastOne(area: Area): Area {
  return { ...area, rows: Math.max(1, area.rows), columns: Math.max(1, area.columns) };
}

/** "Copy of Tracker", with everything that the sheet has; the document's language decides how it is called. */
function copyOf(desk: Desk, sheet: FWorksheet): Sheet {
  const { workbook } = desk.book;
  const active = workbook.getActiveSheet();
  const before = new Set(workbook.getSheets().map(other => other.getSheetId()));
  workbook.duplicateSheet(sheet);
  const copy = workbook.getSheets().find(other => !before.has(other.getSheetId()));
  if (!copy) throw new Error('Service Spreadsheets failed');
  let name = `Copy of ${sheet.getSheetName()}`;
  // Univer's formulas go on finding a sheet that was deleted by its name, so no name is used twice.
  for (let number = 2; desk.copyNames.has(name); number++) name = `Copy of ${sheet.getSheetName()} ${number}`;
  desk.copyNames.add(name);
  copy.setName(name);
  workbook.moveSheet(copy, workbook.getNumSheets() - 1);
  workbook.setActiveSheet(active);
  desk.metadata.set(copy.getSheetId(), [...(desk.metadata.get(sheet.getSheetId()) ?? [])]);
  desk.charts.set(copy.getSheetId(), [...(desk.charts.get(sheet.getSheetId()) ?? [])]);
  return sheetOf(desk, copy);
}

function areaIn(args: readonly (string | number)[], sheet: FWorksheet): Area {
  const [first = '', column = 1, rows = 1, columns = 1] = args;
  const [, left, right] = (typeof first === 'string' && /^([A-Z]+):([A-Z]+)$/.exec(first)) || [];
  if (left && right) return parseA1(`${left}1:${right}${sheet.getMaxRows()}`);
  if (typeof first === 'string') return parseA1(first);
  return { row: first - 1, column: Number(column) - 1, rows: Number(rows), columns: Number(columns) };
}
