import { addTo } from '../../src/kernel/lists.ts';
import { address } from '../../src/plan/address.ts';
import { betweenFormula } from '../../src/plan/condition.ts';
import type { Area, Condition, Handlers, Op, Rule, Style } from '../../src/plan/op.ts';
import { hasNotes } from './notes.ts';
import { plainText } from './text.ts';

/** What the handlers work on; nothing is sent before the batch is synced. */
export interface Batch {
  readonly workbook: Excel.Workbook;
  readonly sheet: Excel.Worksheet;
}

type AddSheet = Extract<Op, { op: 'addSheet' }>;

/** A new sheet of this name. */
export function openBatch(workbook: Excel.Workbook, name: AddSheet['sheet']): Batch {
  return { workbook, sheet: workbook.worksheets.add(name) };
}

/** Excel counts widths and heights in points. */
const POINTS_PER_PIXEL = 0.75;

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;
export function rangeOf({ sheet }: Batch, { row, column, rows, columns }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-multiple-ranges */
const LONGEST_ADDRESSES = 8000;

const CHART_TYPES = { column: 'ColumnClustered', bar: 'BarClustered', line: 'Line' } as const;

const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** Excel takes one value for all cells of a range, though its types do not say so. */
const forAll = (value: string): string[][] => value as unknown as string[][];

export const handlers: Handlers<Batch> = {
  addSheet({ tab }, { sheet }) {
    sheet.tabColor = tab;
    // Cells that mean something have lines of their own.
    sheet.showGridlines = false;
  },
  values({ area, values }, batch) {
    rangeOf(batch, area).values = values.map(row =>
      row.map(value => (typeof value === 'string' ? plainText(value) : value)),
    );
  },
  formulas({ area, formulas }, batch) {
    const [first = []] = formulas;
    const isForAll = formulas.length === 1 && area.rows > 1;
    rangeOf(batch, area).formulas = isForAll ? forAll(first[0] ?? '') : formulas.map(row => [...row]);
  },
  spill({ area, formula }, batch) {
    rangeOf(batch, cell(area.row, area.column)).formulas = [[formula]];
  },
  numberFormat({ areas, format }, batch) {
    for (const area of areas) rangeOf(batch, area).numberFormat = forAll(format);
  },
  style({ areas, style }, batch) {
    for (const { ranges, area } of together(areas, batch)) applyStyle(ranges, area, style);
  },
  widths({ column, widths }, batch) {
    for (const [index, width] of widths.entries()) {
      rangeOf(batch, cell(0, column + index)).format.columnWidth = width * POINTS_PER_PIXEL;
    }
  },
  heights({ row, heights }, batch) {
    for (const [index, height] of heights.entries()) {
      rangeOf(batch, cell(row + index, 0)).format.rowHeight = height * POINTS_PER_PIXEL;
    }
  },
  validate({ areas, rule, message }, batch) {
    for (const area of areas) {
      const validation = rangeOf(batch, area).dataValidation;
      validation.rule = excelRule(rule);
      validation.ignoreBlanks = true;
      validation.errorAlert = { message, title: '', style: 'Stop', showAlert: true };
    }
  },
  lights({ areas, lights }, batch) {
    for (const area of areas) {
      for (const light of lights) {
        const format = conditionalFormat(rangeOf(batch, area), area, light.condition);
        format.fill.color = light.fill;
        format.font.color = light.color;
      }
    }
  },
  bars({ areas, longest, color }, batch) {
    for (const area of areas) {
      const { dataBar } = rangeOf(batch, area).conditionalFormats.add('DataBar');
      dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
      dataBar.upperBoundRule = { type: 'Number', formula: String(longest) };
      dataBar.positiveFormat.fillColor = color;
      dataBar.positiveFormat.gradientFill = false;
      // The figure stands beside it.
      dataBar.showDataBarOnly = true;
    }
  },
  table({ area, name }, batch) {
    const table = batch.sheet.tables.add(rangeOf(batch, area), true);
    table.name = name;
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;
    table.showFilterButton = false;
  },
  name({ name, area, structured }, batch) {
    // Of a table's column `add` would store the address that it has now. https://github.com/OfficeDev/office-js/issues/740
    if (structured === undefined) batch.workbook.names.add(name, rangeOf(batch, area));
    else batch.workbook.names.addFormulaLocal(name, structured);
  },
  chart({ kind, title, categories, series, place }, batch) {
    const [first, ...others] = series;
    if (!first) return;
    const chart = batch.sheet.charts.add(CHART_TYPES[kind], rangeOf(batch, first.area), 'Columns');
    chart.title.text = title;
    chart.legend.visible = others.length > 0;
    chart.setPosition(
      rangeOf(batch, cell(place.row, place.column)),
      rangeOf(batch, cell(place.row + place.rows - 1, place.column + place.columns - 1)),
    );
    for (const [index, { name, area, color }] of series.entries()) {
      const line = index === 0 ? chart.series.getItemAt(0) : chart.series.add(name);
      line.name = name;
      // Excel takes the texts that the first series begins with as its name, unless its values are set by themselves.
      line.setValues(rangeOf(batch, area));
      line.setXAxisValues(rangeOf(batch, categories));
      if (kind === 'line') line.format.line.color = color;
      else line.format.fill.setSolidColor(color);
    }
  },
  note({ row, column, text }, batch) {
    const range = rangeOf(batch, cell(row, column));
    if (hasNotes(batch.sheet)) batch.sheet.notes.add(range, text);
    else batch.workbook.comments.add(range, text);
  },
  freeze({ rows, columns }, batch) {
    if (rows > 0 && columns > 0) batch.sheet.freezePanes.freezeAt(rangeOf(batch, { row: 0, column: 0, rows, columns }));
    else if (rows > 0) batch.sheet.freezePanes.freezeRows(rows);
    else if (columns > 0) batch.sheet.freezePanes.freezeColumns(columns);
  },
  print({ orientation, onePage, titleRows: [from, count] }, batch) {
    const layout = batch.sheet.pageLayout;
    layout.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
    layout.zoom = { horizontalFitToPages: 1, ...(onePage && { verticalFitToPages: 1 }) };
    if (count > 0) layout.setPrintTitleRows(`$${from + 1}:$${from + count}`);
  },
  mark({ key, value }, batch) {
    batch.sheet.customProperties.add(key, value);
  },
  activate({ row, column }, batch) {
    batch.sheet.activate();
    rangeOf(batch, cell(row, column)).select();
  },
};

/** Queues one op; the record of handlers has one for every kind. */
export function handle(op: Op, batch: Batch): void {
  const handler = handlers[op.op] as (op: Op, batch: Batch) => void;
  handler(op, batch);
}

/**
 * Areas that take the same lines between their cells, as ranges that are formatted together: a call for each of
 * thousands of rows would not fit a request.
 */
function together(areas: readonly Area[], { sheet }: Batch): { ranges: Excel.RangeAreas; area: Area }[] {
  const alike = new Map<string, Area[]>();
  for (const area of areas) addTo(alike, `${area.rows > 1} ${area.columns > 1}`, area);
  return [...alike.values()].flatMap(list => {
    const [area] = list;
    return area ? addressLists(list).map(addresses => ({ ranges: sheet.getRanges(addresses), area })) : [];
  });
}

/** As many addresses as Excel takes in one text. */
function addressLists(areas: readonly Area[]): string[] {
  const lists: string[][] = [];
  let length = LONGEST_ADDRESSES;
  for (const text of areas.map(area => address(area))) {
    if (length + text.length + 1 > LONGEST_ADDRESSES) {
      lists.push([]);
      length = 0;
    }
    lists.at(-1)?.push(text);
    length += text.length + 1;
  }
  return lists.map(list => list.join());
}

function applyStyle(range: Excel.RangeAreas, area: Area, style: Style): void {
  const { format } = range;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.color !== undefined) format.font.color = style.color;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.size !== undefined) format.font.size = style.size;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.line === undefined) return;
  for (const edge of ['EdgeBottom', 'InsideHorizontal'] as const) {
    // Excel refuses a line between rows where there is only one.
    if (edge === 'InsideHorizontal' && area.rows === 1) continue;
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = style.line;
  }
}

function excelRule(rule: Rule): Excel.DataValidationRule {
  if (rule.kind === 'list') return { list: { inCellDropDown: true, source: rule.values.join(',') } };
  if (rule.kind === 'date') return { date: { formula1: '1900-01-01', operator: 'GreaterThan' } };
  const { minimum = -1e15, maximum = 1e15 } = rule;
  const bounds = { formula1: minimum, formula2: maximum, operator: 'Between' } as const;
  return rule.whole ? { wholeNumber: bounds } : { decimal: bounds };
}

/**
 * A text is compared as a cell's value. For Excel a blank cell is less than 1 and a text greater than any number,
 * so numbers are compared by a formula that looks for one first.
 */
function conditionalFormat(range: Excel.Range, area: Area, condition: Condition): Excel.ConditionalRangeFormat {
  if (condition.when === 'textIs') {
    const { cellValue } = range.conditionalFormats.add('CellValue');
    cellValue.rule = { formula1: `="${condition.value.replaceAll('"', '""')}"`, operator: 'EqualTo' };
    return cellValue.format;
  }
  const { custom } = range.conditionalFormats.add('Custom');
  custom.rule.formula = `=${betweenFormula(address({ ...area, rows: 1, columns: 1 }), condition)}`;
  return custom.format;
}
