import type { IRange, IWorkbookData } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { type NamedRange, type SheetChart, type TableDefinition, writeXlsx } from 'hucre';
import { withPlainBars } from '../../export/fileBars.ts';
import { withFileTexts } from '../../export/fileText.ts';
import { rgb } from '../../export/sheetWriter.ts';
import type { Language } from '../../src/kernel/text.ts';
import { address } from '../../src/plan/address.ts';
import type { Area } from '../../src/plan/op.ts';
import type { Book } from '../book/book.ts';
import type { DrawnChart } from '../book/charts.ts';
import { addressOf } from './rules.ts';
import { fileSheet, type Resources, type Spilled } from './sheet.ts';

const FONTS = { en: 'Calibri', zh: 'Microsoft YaHei' } as const satisfies Record<Language, string>;

/**
 * The book as an .xlsx file: cells, formats, formulas with their figures (ours as Excel stores them), tables, names,
 * validations, conditional formats, notes, charts, widths, panes and the page's orientation. Pictures, threaded
 * comments, filters and protection are not carried: nothing here makes them.
 */
export async function bookFile(book: Book, language: Language): Promise<Uint8Array> {
  const data = book.workbook.save();
  const font = FONTS[language];
  const resources = resourcesOf(data);
  const charts = book.charts;
  const sheets = data.sheetOrder.flatMap(id => {
    const sheet = data.sheets[id];
    if (!sheet) return [];
    const made = fileSheet(data, sheet, resources, spilledOn(book, id), tablesOn(book, id), font);
    const own = charts.filter(({ sheetId }) => sheetId === id).map(chart => fileChart(chart, sheet.name ?? ''));
    return [{ ...made, ...(own.length > 0 && { charts: own }) }];
  });
  const active = book.workbook.getActiveSheet().getSheetId();
  const file = await writeXlsx({
    sheets: sheets.map(withFileTexts),
    namedRanges: namesOf(book),
    activeSheet: Math.max(0, data.sheetOrder.indexOf(active)),
    defaultFont: { name: font, size: 11 },
  });
  return withPlainBars(file);
}

function resourcesOf({ resources = [] }: IWorkbookData): Resources {
  const read = <Value>(name: string): Readonly<Record<string, Value>> => {
    const text = resources.find(resource => resource.name === name)?.data;
    // Univer's own snapshot, written a moment ago.
    return text ? (JSON.parse(text) as Record<string, Value>) : {};
  };
  return {
    lights: read('SHEET_CONDITIONAL_FORMATTING_PLUGIN'),
    inputs: read('SHEET_DATA_VALIDATION_PLUGIN'),
    notes: read('SHEET_NOTE_PLUGIN'),
  };
}

function spilledOn({ univer, workbook }: Book, sheetId: string): Spilled {
  const model = univer.__getInjector().get(FormulaDataModel);
  const ranges = model.getArrayFormulaRange()?.[workbook.getId()]?.[sheetId] ?? {};
  const filled = model.getArrayFormulaCellData()?.[workbook.getId()]?.[sheetId] ?? {};
  const areas = new Map<string, Area>();
  for (const [row, line] of Object.entries(ranges)) {
    for (const [column, range] of Object.entries<IRange>(line ?? {})) {
      const { startRow, startColumn, endRow, endColumn } = range;
      const [rows, columns] = [endRow - startRow + 1, endColumn - startColumn + 1];
      if (rows * columns > 1) areas.set(`${row},${column}`, { row: startRow, column: startColumn, rows, columns });
    }
  }
  const cells = Object.entries(filled).flatMap(([row, line]) =>
    Object.entries(line ?? {}).flatMap(([column, cell]) => (cell ? [[`${row},${column}`, cell] as const] : [])),
  );
  return { areas, cells: new Map(cells) };
}

function tablesOn({ workbook }: Book, sheetId: string): TableDefinition[] {
  return workbook
    .getTableList()
    .filter(({ subUnitId }) => subUnitId === sheetId)
    .map(({ name, range, columns }) => ({
      name,
      displayName: name,
      range: addressOf(range),
      columns: columns.map(({ displayName }) => ({ name: displayName })),
      style: 'TableStyleLight1',
      showRowStripes: false,
      showAutoFilter: false,
    }));
}

function namesOf({ workbook }: Book): NamedRange[] {
  return workbook
    .getDefinedNames()
    .map(name => ({ name: name.getName(), range: name.getFormulaOrRefString().replace(/^=/, '') }));
}

function fileChart({ kind, title, legend, categories, series, corner, size }: DrawnChart, sheet: string): SheetChart {
  const reference = (area: Area): string => `'${sheet.replaceAll("'", "''")}'!${address(area, 'all')}`;
  const to =
    'row' in size
      ? { row: size.row + 1, col: size.column + 1 }
      : {
          row: corner.row + Math.ceil(size.height / ROW_HEIGHT),
          col: corner.column + Math.ceil(size.width / COLUMN_WIDTH),
        };
  return {
    type: kind,
    title,
    // Days are names of periods here: on an axis of time their columns would be a day wide.
    axes: { x: { auto: false, minorTickMark: 'none' }, y: { minorTickMark: 'none' } },
    legend: legend ? 'bottom' : false,
    series: series.map(({ name, area, color }) => ({
      name,
      values: reference(area),
      ...(categories && { categories: reference(categories) }),
      ...(color && { color: rgb(color).rgb }),
    })),
    anchor: { from: { row: corner.row, col: corner.column }, to },
  };
}

/** Pixels, where a host gives a chart's size in those. */
const ROW_HEIGHT = 24;
const COLUMN_WIDTH = 110;
