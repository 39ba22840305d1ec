import type { Expression } from './expression.ts';
import {
  bodyArea,
  CHART_ROWS,
  columnIndex,
  type Layout,
  layOut,
  type Naming,
  parameterName,
  type TableLayout,
  tableOf,
} from './layout.ts';
import type { Area, Light, Op, Style } from './op.ts';
import { formula, structuredReference } from './print.ts';
import {
  type ColumnSpec,
  type Format,
  formatOf,
  isComputed,
  isComputedCell,
  isExpression,
  type Literal,
  type SheetSpec,
} from './sheetSpec.ts';
import { ALIGNMENT, NUMBER_FORMATS, SERIES_COLORS, STYLES, TAB_COLOR } from './theme.ts';
import { columnWidths } from './widths.ts';

/**
 * A template's sheet as the list of what the host has to do:
 *
 *   SheetSpec ── layOut ──▶ Layout (names, geometry) ── assemble ──▶ Op[] ──▶ host
 */
export function assemble(spec: SheetSpec, naming: Naming): Op[] {
  const layout = layOut(spec, naming);
  const widths = columnWidths(layout);
  return [
    { op: 'addSheet', sheet: layout.sheet, rows: layout.rows, columns: layout.columns, tab: TAB_COLOR },
    { op: 'values', area: wholeArea(layout), values: literals(layout) },
    { op: 'widths', column: 0, widths },
    ...heights(layout),
    ...layout.tables.filter(({ native }) => native).map(table),
    ...names(layout),
    ...parameterFormulas(layout),
    ...layout.tables.flatMap(table => tableFormulas(table, layout)),
    ...numberFormats(layout),
    ...styles(layout),
    ...validations(layout),
    ...lights(layout),
    ...notes(layout),
    ...charts(layout, widths),
    ...pageAndPlace(layout),
  ];
}

/** Alike, so that one call sets both. */
const TITLE_HEIGHTS = [30, 30];
const HEADING_HEIGHT = 38;

/** Headings have room for two lines. */
function heights({ titleRow, tables }: Layout): Op[] {
  return [
    { op: 'heights', row: titleRow, heights: TITLE_HEIGHTS },
    ...tables.map((table): Op => ({ op: 'heights', row: headingRowOf(table), heights: [HEADING_HEIGHT] })),
  ];
}

function wholeArea({ rows, columns }: Layout): Area {
  return { row: 0, column: 0, rows, columns };
}

/** Every literal cell of the sheet in one block; `null` stays untouched. */
function literals(layout: Layout): Literal[][] {
  const { spec, language } = layout;
  const cells = Array.from({ length: layout.rows }, () => new Array<Literal>(layout.columns).fill(null));
  const put = (row: number, column: number, cell: Literal): void => {
    const line = cells[row];
    if (line) line[column] = cell;
  };
  put(layout.titleRow, 0, spec.title);
  put(layout.subtitleRow, 0, spec.subtitle[language]);
  for (const [index, { label, value }] of spec.parameters.entries()) {
    if (layout.parameterRow === undefined) break;
    put(layout.parameterRow, index, label[language]);
    if (!isExpression(value)) put(layout.parameterRow + 1, index, value);
  }
  for (const { spec: table, titleRow, aboveRow, headingRow, firstRow } of layout.tables) {
    if (titleRow !== undefined && table.title) put(titleRow, 0, table.title[language]);
    for (const [index, line] of table.above.entries()) {
      put(aboveRow + index, 0, line.label[language]);
      for (const [column, { key }] of table.columns.entries()) {
        const cell = line.cells[key];
        if (cell !== undefined && !isExpression(cell)) put(aboveRow + index, column, cell);
      }
    }
    for (const [column, { key, label }] of table.columns.entries()) {
      if (!table.headless) put(headingRow, column, label[language]);
      for (const [index, row] of table.rows.entries()) {
        const cell = row[key];
        if (!isExpression(cell)) put(firstRow + index, column, cell ?? null);
      }
    }
  }
  return cells;
}

function names(layout: Layout): Op[] {
  const { parameterRow, spec } = layout;
  const ofParameters = spec.parameters.map(({ key }, column): Op => {
    return { op: 'name', name: parameterName(layout, key), area: cell((parameterRow ?? 0) + 1, column) };
  });
  const ofTables = layout.tables.flatMap(table => [
    ...table.spec.columns.flatMap((column): Op[] =>
      column.named ? [columnName(column.named, column, table, layout)] : [],
    ),
    ...table.spec.above.flatMap((line, index) =>
      Object.entries(line.named ?? {}).map(([key, name]): Op => {
        const area = cell(table.aboveRow + index, columnIndex(table, key));
        return { op: 'name', name: parameterName(layout, name), area };
      }),
    ),
  ]);
  return [...ofParameters, ...ofTables];
}

function columnName(named: string, { key }: ColumnSpec, table: TableLayout, layout: Layout): Op {
  const name: Op = { op: 'name', name: parameterName(layout, named), area: bodyArea(table, key) };
  return table.native ? { ...name, structured: `=${structuredReference(table, key, layout)}` } : name;
}

function table({ name, headingRow, rows, spec }: TableLayout): Op {
  return { op: 'table', name, area: { row: headingRow, column: 0, rows: rows + 1, columns: spec.columns.length } };
}

function parameterFormulas(layout: Layout): Op[] {
  const { parameterRow, spec } = layout;
  if (parameterRow === undefined) return [];
  return spec.parameters.flatMap(({ value }, column) =>
    isExpression(value) ? [oneFormula(parameterRow + 1, column, formula(value, layout, {}))] : [],
  );
}

function tableFormulas(table: TableLayout, layout: Layout): Op[] {
  const above = table.spec.above.flatMap((line, index) =>
    lineFormulas(table.aboveRow + index, line.cells, table, layout),
  );
  const unlike = table.spec.rows.flatMap((line, row) =>
    Object.entries(line).flatMap(([key, content]) =>
      isExpression(content)
        ? [oneFormula(table.firstRow + row, columnIndex(table, key), formula(content, layout, { table, row }))]
        : [],
    ),
  );
  return [...table.spec.columns.flatMap(column => columnFormulas(column, table, layout)), ...unlike, ...above];
}

/** The formulas of a row above the headings: what stands side by side is written at once. */
function lineFormulas(
  row: number,
  cells: Readonly<Record<string, Expression | Literal>>,
  table: TableLayout,
  layout: Layout,
): Op[] {
  const runs: { column: number; formulas: string[] }[] = [];
  for (const [column, { key }] of table.spec.columns.entries()) {
    const content = cells[key];
    if (!isExpression(content)) continue;
    const last = runs[runs.length - 1];
    const text = formula(content, layout, {});
    if (last && last.column + last.formulas.length === column) last.formulas.push(text);
    else runs.push({ column, formulas: [text] });
  }
  return runs.map(({ column, formulas }) => ({
    op: 'formulas',
    area: { row, column, rows: 1, columns: formulas.length },
    formulas: [formulas],
  }));
}

function columnFormulas(column: ColumnSpec, table: TableLayout, layout: Layout): Op[] {
  const area = bodyArea(table, column.key);
  if (column.spills) {
    const spilled = { ...area, columns: column.spills.columns };
    return [{ op: 'spill', area: spilled, formula: formula(column.spills.formula, layout, { table }) }];
  }
  if (!column.formula) return [];
  if (layout.dialect.computedColumns === 'array' && !column.eachRow) {
    return [{ op: 'spill', area, formula: formula(column.formula, layout, { table }) }];
  }
  const expression: Expression = column.formula;
  const formulas = Array.from({ length: table.rows }, (_, row) => [formula(expression, layout, { table, row })]);
  return [{ op: 'formulas', area, formulas }];
}

function oneFormula(row: number, column: number, text: string): Op {
  return { op: 'formulas', area: cell(row, column), formulas: [[text]] };
}

/** One op a format, over all areas that have it. */
function numberFormats(layout: Layout): Op[] {
  const areas = new Map<Format, Area[]>();
  const add = (format: Format, area: Area): void => {
    if (NUMBER_FORMATS[format] !== 'General') areas.set(format, [...(areas.get(format) ?? []), area]);
  };
  for (const [column, { format }] of layout.spec.parameters.entries()) {
    if (layout.parameterRow !== undefined) add(format, cell(layout.parameterRow + 1, column));
  }
  for (const table of layout.tables) {
    for (const [index, line] of table.spec.above.entries()) {
      for (const key of Object.keys(line.cells)) {
        const column = columnIndex(table, key);
        add(line.format ?? table.spec.columns[column]?.format ?? 'text', cell(table.aboveRow + index, column));
      }
    }
    for (const column of table.spec.columns) {
      for (const { format, area } of formatAreas(table, column)) add(format, area);
    }
  }
  return [...areas].map(([format, list]) => ({ op: 'numberFormat', areas: list, format: NUMBER_FORMATS[format] }));
}

/** A column's cells by their formats: one area, or one a row where the rows differ. */
function formatAreas(table: TableLayout, column: ColumnSpec): { format: Format; area: Area }[] {
  const body = figuresArea(table, column.key);
  if (!column.formattedByRow) return [{ format: column.format, area: body }];
  return Array.from({ length: table.rows }, (_, row) => ({
    format: formatOf(table.spec, column, row),
    area: { ...body, row: body.row + row, rows: 1 },
  }));
}

/** A column's cells by what they are: inputs or computed. */
function roleAreas(table: TableLayout, column: ColumnSpec): { computed: boolean; area: Area }[] {
  const body = figuresArea(table, column.key);
  const mixed = !isComputed(column) && table.spec.rows.some(row => isExpression(row[column.key]));
  if (!mixed) return [{ computed: isComputed(column) || column.fixed === true, area: body }];
  return Array.from({ length: table.rows }, (_, row) => ({
    computed: isComputedCell(table.spec, column, row),
    area: { ...body, row: body.row + row, rows: 1 },
  }));
}

function styles(layout: Layout): Op[] {
  const areas = new Map<Style, Area[]>();
  const add = (style: Style, area: Area): void => void areas.set(style, [...(areas.get(style) ?? []), area]);
  const { parameterRow, spec, columns } = layout;
  add(STYLES.title, { row: layout.titleRow, column: 0, rows: 1, columns });
  add(STYLES.subtitle, { row: layout.subtitleRow, column: 0, rows: 1, columns });
  if (parameterRow !== undefined) {
    add(STYLES.parameterLabel, { row: parameterRow, column: 0, rows: 1, columns: spec.parameters.length });
    for (const [column, { value }] of spec.parameters.entries()) {
      add(isExpression(value) ? STYLES.computed : STYLES.input, cell(parameterRow + 1, column));
    }
  }
  for (const table of layout.tables) {
    const width = table.spec.columns.length;
    if (table.titleRow !== undefined)
      add(STYLES.tableTitle, { row: table.titleRow, column: 0, rows: 1, columns: width });
    for (const [index, line] of table.spec.above.entries()) {
      const row = table.aboveRow + index;
      add(line.role === 'total' ? STYLES.total : STYLES.check, { row, column: 0, rows: 1, columns: width });
      if (line.role !== 'input') continue;
      for (const [key, content] of Object.entries(line.cells)) {
        if (!isExpression(content)) add(STYLES.input, cell(row, columnIndex(table, key)));
      }
    }
    add(STYLES.heading, { row: headingRowOf(table), column: 0, rows: 1, columns: width });
    for (const column of table.spec.columns) {
      for (const { computed, area } of roleAreas(table, column)) {
        add(computed ? STYLES.computed : STYLES.input, area);
      }
      if (column.format === 'bar') add(STYLES.bar, bodyArea(table, column.key));
      if (column.wrap) add(STYLES.wrapped, bodyArea(table, column.key));
    }
  }
  return [...areas]
    .map(([style, list]): Op => ({ op: 'style', areas: merged(list), style }))
    .concat(alignments(layout));
}

/** A spilled table brings its own headings, in its first row. */
function headingRowOf({ headingRow, spec }: TableLayout): number {
  return headingRow + (spec.headless ? 1 : 0);
}

/** A column's cells below the headings. */
function figuresArea(table: TableLayout, key: string): Area {
  const body = bodyArea(table, key);
  return table.spec.headless ? { ...body, row: body.row + 1, rows: body.rows - 1 } : body;
}

function alignments(layout: Layout): Op[] {
  const areas = new Map<NonNullable<Style['horizontal']>, Area[]>();
  const add = (format: Format, area: Area): void => {
    const side = ALIGNMENT[format];
    areas.set(side, [...(areas.get(side) ?? []), area]);
  };
  for (const table of layout.tables) {
    for (const { key, format, lights } of table.spec.columns) add(lights ? 'check' : format, figuresArea(table, key));
    for (const [index, line] of table.spec.above.entries()) {
      if (line.format !== 'check') continue;
      for (const key of Object.keys(line.cells)) add('check', cell(table.aboveRow + index, columnIndex(table, key)));
    }
  }
  const { parameterRow, spec } = layout;
  if (parameterRow !== undefined) {
    // A strip of labels over their values reads as a form: one edge for all of them.
    add('text', { row: parameterRow, column: 0, rows: 2, columns: spec.parameters.length });
  }
  return [...areas].map(([horizontal, list]) => ({ op: 'style', areas: merged(list), style: { horizontal } }));
}

/** Areas that touch side by side become one, so that a host has less to do. */
function merged(areas: readonly Area[]): Area[] {
  const result: Area[] = [];
  for (const area of areas) {
    const last = result[result.length - 1];
    if (last && last.row === area.row && last.rows === area.rows && last.column + last.columns === area.column) {
      result[result.length - 1] = { ...last, columns: last.columns + area.columns };
    } else {
      result.push(area);
    }
  }
  return result;
}

const RULE_MESSAGES = {
  number: { en: 'Enter a number.', zh: '请输入数字。' },
  date: { en: 'Enter a date.', zh: '请输入日期。' },
  list: { en: 'Choose from the list.', zh: '请从列表中选择。' },
} as const;

function validations(layout: Layout): Op[] {
  const { language, parameterRow, spec } = layout;
  const ops: Op[] = [];
  for (const [column, { rule }] of spec.parameters.entries()) {
    if (!rule || parameterRow === undefined) continue;
    ops.push({
      op: 'validate',
      areas: [cell(parameterRow + 1, column)],
      rule,
      message: RULE_MESSAGES[rule.kind][language],
    });
  }
  for (const table of layout.tables) {
    for (const { key, rule } of table.spec.columns) {
      if (rule)
        ops.push({ op: 'validate', areas: [bodyArea(table, key)], rule, message: RULE_MESSAGES[rule.kind][language] });
    }
  }
  return ops;
}

function lights(layout: Layout): Op[] {
  const areas = new Map<readonly Light[], Area[]>();
  for (const table of layout.tables) {
    for (const { key, lights: list } of table.spec.columns) {
      if (list) areas.set(list, [...(areas.get(list) ?? []), bodyArea(table, key)]);
    }
  }
  return [...areas].map(([list, where]) => ({ op: 'lights', areas: merged(where), lights: list }));
}

function notes(layout: Layout): Op[] {
  const { language, parameterRow, spec } = layout;
  const onParameters = spec.parameters.flatMap(({ note }, column): Op[] =>
    note && parameterRow !== undefined ? [{ op: 'note', row: parameterRow, column, text: note[language] }] : [],
  );
  const onHeadings = layout.tables.flatMap(table =>
    table.spec.columns.flatMap(({ note }, column): Op[] =>
      note ? [{ op: 'note', row: headingRowOf(table), column, text: note[language] }] : [],
    ),
  );
  return [...onParameters, ...onHeadings];
}

function charts(layout: Layout, widths: readonly number[]): Op[] {
  const { language } = layout;
  return layout.tables.flatMap(table => {
    const list = table.spec.charts ?? [];
    const edges = chartEdges(widths, list.length);
    return list.map((chart, index): Op => {
      const drawn = chart.table === undefined ? table : tableOf(layout, chart.table);
      const filled = Math.max(1, drawn.spec.rows.length);
      const area = (key: string): Area => ({ ...bodyArea(drawn, key), rows: filled });
      const [from = 0, to = from + 1] = edges.slice(index);
      return {
        op: 'chart',
        kind: chart.kind,
        title: chart.title[language],
        categories: area(chart.categories),
        series: chart.series.map((key, order) => ({
          name: drawn.spec.columns[columnIndex(drawn, key)]?.label[language] ?? key,
          area: area(key),
          color: SERIES_COLORS[order % SERIES_COLORS.length] ?? TAB_COLOR,
        })),
        place: { row: table.chartRow ?? 0, column: from, rows: CHART_ROWS, columns: Math.max(1, to - from) },
      };
    });
  });
}

/** A wider chart says no more. */
const WIDEST_CHART = 640;

/** The column that each chart of a band begins with, and the one after the last: as near to equal as columns allow. */
function chartEdges(widths: readonly number[], count: number): number[] {
  let reached = 0;
  const lefts = [0, ...widths.map(width => (reached += width))];
  const wide = Math.min(WIDEST_CHART, reached / count);
  const nearest = (x: number): number =>
    lefts.reduce((best, left, at) => (Math.abs(left - x) < Math.abs((lefts[best] ?? 0) - x) ? at : best), 0);
  return Array.from({ length: count + 1 }, (_, index) => nearest(index * wide));
}

function pageAndPlace(layout: Layout): Op[] {
  const { spec, tables } = layout;
  const own = tables.filter(({ spec: table }) => !table.appendix);
  const [first] = own;
  const last = own[own.length - 1];
  const ops: Op[] = [
    { op: 'mark', key: 'template', value: spec.template },
    { op: 'mark', key: 'prefix', value: layout.prefix },
  ];
  // A sheet without the mark is of the first version: one call less for most of them.
  if (spec.version !== undefined && spec.version > 1)
    ops.push({ op: 'mark', key: 'version', value: String(spec.version) });
  if (spec.form)
    ops.push({ op: 'mark', key: 'form', value: JSON.stringify({ language: layout.language, ...spec.form }) });
  // Headings stay in sight where they are the only ones; several tables one under the other have none in common,
  // and a band of charts would fill the screen.
  const frozenRows = own.length === 1 && first && first.chartRow === undefined ? first.firstRow : 0;
  if (frozenRows > 0 || spec.frozenColumns > 0)
    ops.push({ op: 'freeze', rows: frozenRows, columns: spec.frozenColumns });
  if (last) ops.push({ op: 'print', orientation: spec.orientation, titleRows: [last.headingRow, 1] });
  if (first) ops.push({ op: 'activate', row: first.firstRow, column: 0 });
  return ops;
}

function cell(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}
