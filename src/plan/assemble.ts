import { sumOf } from '../kernel/sum.ts';
import { say, type Text } from '../kernel/text.ts';
import { bars, lights, numberFormats, styles } from './appearance.ts';
import { charts } from './charts.ts';
import { parameterFormulas, tableFormulas } from './formulas.ts';
import { insertedMark } from './inserted.ts';
import {
  bodyArea,
  cell,
  columnIndex,
  headingRowOf,
  type Layout,
  layOut,
  type Naming,
  namedArea,
  parameterName,
  type TableLayout,
} from './layout.ts';
import type { Area, Op, Rule } from './op.ts';
import { structuredReference } from './print.ts';
import {
  type ColumnSpec,
  type Format,
  hasComputedHeading,
  isExpression,
  type Literal,
  type SheetSpec,
} from './sheetSpec.ts';
import { TAB_COLOR } from './theme.ts';
import { columnWidths, titlesWidth } from './widths.ts';

/**
 * A template's sheet as the list of what the host has to do:
 *
 *   SheetSpec ── layOut ──▶ Layout (names, geometry) ── assemble ──▶ Op[] ──▶ host
 */
export function assemble(spec: SheetSpec, naming: Naming): Op[] {
  const layout = layOut(spec, naming);
  const widths = columnWidths(layout);
  const ops: Op[] = [
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
    ...bars(layout),
    ...notes(layout),
    ...charts(layout, widths),
    ...pageAndPlace(layout, widths),
  ];
  return [...ops, ...insertedMark(layout, ops)];
}

/** Alike, so that one call sets both. */
const TITLE_HEIGHTS = [34, 34];

const HEADING_HEIGHT = 38;

/** Headings have room for two lines, and so have large figures. */
function heights({ titleRow, tables }: Layout): Op[] {
  return [
    { op: 'heights', row: titleRow, heights: TITLE_HEIGHTS },
    ...tables.map((table): Op => {
      const rows = table.spec.headline ? 2 : 1;
      return { op: 'heights', row: headingRowOf(table), heights: new Array(rows).fill(HEADING_HEIGHT) };
    }),
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
    for (const [column, spec] of table.columns.entries()) {
      const { key, label } = spec;
      const isComputed = hasComputedHeading(table, spec, layout.dialect);
      if (!table.headless && !isComputed) put(headingRow, column, label[language]);
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
  const name: Op = { op: 'name', name: parameterName(layout, named), area: namedArea(table, key, layout) };
  return table.native ? { ...name, structured: `=${structuredReference(table, key, layout)}` } : name;
}

function table({ name, headingRow, rows, spec }: TableLayout): Op {
  return { op: 'table', name, area: { row: headingRow, column: 0, rows: rows + 1, columns: spec.columns.length } };
}

/** How a figure of each format is typed; where the format is not named, it is an amount. */
const EXAMPLES: Partial<Readonly<Record<Format, string>>> = {
  percent: '80%',
  integer: '120',
  rank: '1',
  points: '80',
  factor: '1.2',
};

/** What a cell says that refuses what was typed: 12万 and n/a are no numbers. */
function ruleMessage(rule: Rule, format: Format): Text {
  if (rule.kind === 'list') return say('Choose from the list.', '请从列表中选择。');
  if (rule.kind === 'date') return say('Enter a date, such as 2026-01-31.', '请输入日期，如 2026-01-31。');
  const example = EXAMPLES[format] ?? '120000';
  return say(`Enter a number, such as ${example}.`, `请输入数字，如 ${example}。`);
}

function validations(layout: Layout): Op[] {
  const { language, parameterRow, spec } = layout;
  const ops: Op[] = [];
  for (const [column, { rule, format }] of spec.parameters.entries()) {
    if (!rule || parameterRow === undefined) continue;
    ops.push({
      op: 'validate',
      areas: [cell(parameterRow + 1, column)],
      rule,
      message: ruleMessage(rule, format)[language],
    });
  }
  for (const table of layout.tables) {
    for (const { key, rule, format } of table.spec.columns) {
      if (!rule) continue;
      const message = ruleMessage(rule, format)[language];
      ops.push({ op: 'validate', areas: [bodyArea(table, key)], rule, message });
    }
  }
  return ops;
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

function pageAndPlace(layout: Layout, widths: readonly number[]): Op[] {
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
  // The line of frozen columns would cut a title that is wider than they are.
  const frozenColumns = titlesWidth(layout) > sumOf(widths.slice(0, spec.frozenColumns)) ? 0 : spec.frozenColumns;
  if (frozenRows > 0 || spec.frozenColumns > 0) ops.push({ op: 'freeze', rows: frozenRows, columns: frozenColumns });
  const { orientation, onePage } = spec;
  if (last && onePage) ops.push({ op: 'print', orientation, onePage, titleRows: [0, 0] });
  else if (last) ops.push({ op: 'print', orientation, titleRows: [last.headingRow, 1] });
  if (first) ops.push({ op: 'activate', row: first.firstRow, column: 0 });
  return ops;
}
