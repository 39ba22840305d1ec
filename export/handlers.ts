import { address } from '../src/plan/address.ts';
import { betweenFormula } from '../src/plan/condition.ts';
import type { Area, Condition, Handlers, Light, Op, Rule } from '../src/plan/op.ts';
import { barRule } from './fileBars.ts';
import { eachCell, rgb, type SheetWriter, solid } from './sheetWriter.ts';

const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** Files count widths in characters of the default font and heights in points. */
const POINTS_PER_PIXEL = 0.75;
const characters = (pixels: number): number => Math.max(1, (pixels - 5) / 7);

export const handlers: Handlers<SheetWriter> = {
  addSheet({ tab }, { sheet }) {
    sheet.view = { tabColor: rgb(tab), showGridLines: false };
  },
  values({ area, values }, writer) {
    for (const [r, line] of values.entries()) {
      for (const [c, value] of line.entries()) {
        if (value !== null) writer.cell(area.row + r, area.column + c, { value });
      }
    }
  },
  formulas({ area, formulas }, writer) {
    for (const [r, line] of formulas.entries()) {
      for (const [c, formula] of line.entries()) writeFormula(writer, cell(area.row + r, area.column + c), formula);
    }
  },
  spill({ area, formula }, writer) {
    writeFormula(writer, area, formula);
  },
  numberFormat({ areas, format }, writer) {
    for (const area of areas) writer.format(area, format);
  },
  style({ areas, style }, writer) {
    for (const area of areas) writer.style(area, style);
  },
  widths({ column, widths }, { sheet }) {
    const columns = [...(sheet.columns ?? [])];
    for (const [index, width] of widths.entries()) columns[column + index] = { width: characters(width) };
    sheet.columns = Array.from(columns, definition => definition ?? {});
  },
  heights({ row, heights }, { sheet }) {
    const rows = new Map(sheet.rowDefs);
    for (const [index, height] of heights.entries()) rows.set(row + index, { height: height * POINTS_PER_PIXEL });
    sheet.rowDefs = rows;
  },
  validate({ areas, rule, message }, { sheet }) {
    const added = areas.map(area => ({
      ...fileRule(rule),
      range: address(area),
      allowBlank: true,
      showErrorMessage: true,
      errorMessage: message,
      errorStyle: 'stop' as const,
    }));
    sheet.dataValidations = [...(sheet.dataValidations ?? []), ...added];
  },
  lights({ areas, lights }, { sheet }) {
    const rules = sheet.conditionalRules ?? [];
    const added = areas.flatMap(area =>
      lights.map((light, index) => conditionalRule(area, light, rules.length + index + 1)),
    );
    sheet.conditionalRules = [...rules, ...added];
  },
  bars({ areas, longest, color }, { sheet }) {
    const rules = sheet.conditionalRules ?? [];
    const added = areas.map((area, index) => barRule(address(area), longest, color, rules.length + index + 1));
    sheet.conditionalRules = [...rules, ...added];
  },
  table({ area, name }, writer) {
    writer.tables.push({ area, name });
    const table = {
      name,
      displayName: name,
      range: address(area),
      columns: writer.headings(area),
      style: 'TableStyleLight1',
      showRowStripes: false,
      showAutoFilter: false,
    };
    writer.sheet.tables = [...(writer.sheet.tables ?? []), table];
  },
  name({ name, area, structured }, writer) {
    writer.names.push({ name, range: structured?.replace(/^=/, '') ?? writer.reference(area) });
  },
  chart({ kind, title, categories, series, place }, writer) {
    const chart = {
      type: kind,
      title,
      // Days are names of periods here: on an axis of time their columns would be a day wide.
      axes: { x: { auto: false, minorTickMark: 'none' as const }, y: { minorTickMark: 'none' as const } },
      legend: series.length > 1 ? ('bottom' as const) : (false as const),
      series: series.map(({ name, area, color }) => ({
        name,
        values: writer.reference(area),
        categories: writer.reference(categories),
        color: rgb(color).rgb,
      })),
      anchor: {
        from: { row: place.row, col: place.column },
        to: { row: place.row + place.rows, col: place.column + place.columns },
      },
    };
    writer.sheet.charts = [...(writer.sheet.charts ?? []), chart];
  },
  note({ row, column, text }, writer) {
    writer.cell(row, column, { comment: { text } });
  },
  freeze({ rows, columns }, { sheet }) {
    if (rows > 0 || columns > 0) sheet.freezePane = { rows, columns };
  },
  print({ orientation, onePage, titleRows: [from, count] }, writer) {
    const fitToHeight = onePage ? 1 : 0;
    writer.sheet.pageSetup = { orientation, paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight };
    const scope = writer.sheet.name;
    const quoted = `'${scope.replaceAll("'", "''")}'`;
    writer.names.push({ name: '_xlnm.Print_Area', range: writer.reference(writer.filledSheet()), scope });
    if (count === 0) return;
    writer.names.push({ name: '_xlnm.Print_Titles', range: `${quoted}!$${from + 1}:$${from + count}`, scope });
  },
  mark({ key, value }, { marks }) {
    marks[key] = value;
  },
  // A new file opens at the top of its last sheet; where the cursor stands the library does not write.
  activate() {},
};

/** Carries out one op; the record of handlers has one for every kind. */
export function handle(op: Op, writer: SheetWriter): void {
  const handler = handlers[op.op] as (op: Op, writer: SheetWriter) => void;
  handler(op, writer);
}

/** The formula with the figures that it gives, or the figures alone. */
function writeFormula(writer: SheetWriter, area: Area, formula: string): void {
  const written = writer.write(formula, writer.tableAt(area));
  eachCell(area, (row, column) => {
    const isAnchor = row === area.row && column === area.column;
    const figure = writer.figure(row, column);
    if (written.is === 'value' || !isAnchor) {
      if (figure !== '') writer.cell(row, column, { value: figure });
      return;
    }
    const isArray = written.array || area.rows * area.columns > 1;
    const formulaRef = address(writer.filled(area));
    writer.cell(row, column, {
      formula: written.formula,
      formulaResult: figure,
      ...(isArray ? { formulaType: 'array' as const, formulaRef, formulaDynamic: true } : {}),
    });
  });
}

function fileRule(rule: Rule) {
  if (rule.kind === 'list') return { type: 'list' as const, values: [...rule.values] };
  if (rule.kind === 'date') return { type: 'date' as const, operator: 'greaterThan' as const, formula1: '1' };
  const { minimum = -1e15, maximum = 1e15, whole } = rule;
  const bounds = { operator: 'between' as const, formula1: `${minimum}`, formula2: `${maximum}` };
  return { type: whole ? ('whole' as const) : ('decimal' as const), ...bounds };
}

function conditionalRule(area: Area, { condition, fill, color }: Light, priority: number) {
  return {
    type: 'expression' as const,
    priority,
    range: address(area),
    formula: test(condition, address(cell(area.row, area.column))),
    style: { fill: solid(fill), font: { color: rgb(color) } },
  };
}

function test(condition: Condition, first: string): string {
  if (condition.when === 'textIs') return `${first}="${condition.value.replaceAll('"', '""')}"`;
  return betweenFormula(first, condition);
}
