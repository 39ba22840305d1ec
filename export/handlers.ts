import { address } from '../src/plan/address.ts';
import { betweenFormula } from '../src/plan/condition.ts';
import type { Area, Condition, Handlers, Light, Op, Rule } from '../src/plan/op.ts';
import { type Draft, eachCell, rgb, solid } from './draft.ts';
import { barRule } from './fileBars.ts';

const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

/** Files count widths in characters of the default font and heights in points. */
const POINTS_PER_PIXEL = 0.75;
const characters = (pixels: number): number => Math.max(1, (pixels - 5) / 7);

export const handlers: Handlers<Draft> = {
  addSheet({ tab }, { sheet }) {
    sheet.view = { tabColor: rgb(tab), showGridLines: false };
  },
  values({ area, values }, draft) {
    for (const [r, line] of values.entries()) {
      for (const [c, value] of line.entries()) {
        if (value !== null) draft.cell(area.row + r, area.column + c, { value });
      }
    }
  },
  formulas({ area, formulas }, draft) {
    for (const [r, line] of formulas.entries()) {
      for (const [c, formula] of line.entries()) writeFormula(draft, cell(area.row + r, area.column + c), formula);
    }
  },
  spill({ area, formula }, draft) {
    writeFormula(draft, area, formula);
  },
  numberFormat({ areas, format }, draft) {
    for (const area of areas) draft.format(area, format);
  },
  style({ areas, style }, draft) {
    for (const area of areas) draft.style(area, style);
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
  table({ area, name }, draft) {
    draft.tables.push({ area, name });
    const table = {
      name,
      displayName: name,
      range: address(area),
      columns: draft.headings(area),
      style: 'TableStyleLight1',
      showRowStripes: false,
      showAutoFilter: false,
    };
    draft.sheet.tables = [...(draft.sheet.tables ?? []), table];
  },
  name({ name, area, structured }, draft) {
    draft.names.push({ name, range: structured?.replace(/^=/, '') ?? draft.reference(area) });
  },
  chart({ kind, title, categories, series, place }, draft) {
    const chart = {
      type: kind,
      title,
      // Days are names of periods here: on an axis of time their columns would be a day wide.
      axes: { x: { auto: false, minorTickMark: 'none' as const }, y: { minorTickMark: 'none' as const } },
      legend: series.length > 1 ? ('bottom' as const) : (false as const),
      series: series.map(({ name, area, color }) => ({
        name,
        values: draft.reference(area),
        categories: draft.reference(categories),
        color: rgb(color).rgb,
      })),
      anchor: {
        from: { row: place.row, col: place.column },
        to: { row: place.row + place.rows, col: place.column + place.columns },
      },
    };
    draft.sheet.charts = [...(draft.sheet.charts ?? []), chart];
  },
  note({ row, column, text }, draft) {
    draft.cell(row, column, { comment: { text } });
  },
  freeze({ rows, columns }, { sheet }) {
    if (rows > 0 || columns > 0) sheet.freezePane = { rows, columns };
  },
  print({ orientation, titleRows: [from, count] }, draft) {
    draft.sheet.pageSetup = { orientation, paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
    const scope = draft.sheet.name;
    const quoted = `'${scope.replaceAll("'", "''")}'`;
    draft.names.push({ name: '_xlnm.Print_Area', range: draft.reference(draft.filledSheet()), scope });
    if (count === 0) return;
    draft.names.push({ name: '_xlnm.Print_Titles', range: `${quoted}!$${from + 1}:$${from + count}`, scope });
  },
  mark({ key, value }, { marks }) {
    marks[key] = value;
  },
  // A new file opens at the top of its last sheet; where the cursor stands the library does not write.
  activate() {},
};

/** Carries out one op; the record of handlers has one for every kind. */
export function handle(op: Op, draft: Draft): void {
  const handler = handlers[op.op] as (op: Op, draft: Draft) => void;
  handler(op, draft);
}

/** The formula with the figures that it gives, or the figures alone. */
function writeFormula(draft: Draft, area: Area, formula: string): void {
  const written = draft.write(formula, draft.tableAt(area));
  eachCell(area, (row, column) => {
    const isAnchor = row === area.row && column === area.column;
    const figure = draft.figure(row, column);
    if (written.is === 'value' || !isAnchor) {
      if (figure !== '') draft.cell(row, column, { value: figure });
      return;
    }
    const isArray = written.array || area.rows * area.columns > 1;
    const formulaRef = address(draft.filled(area));
    draft.cell(row, column, {
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
