import { address } from './address.ts';
import { mayBeBlank, reads } from './blanks.ts';
import type { Builtin, Expression } from './expression.ts';
import { belowHeading, headedColumn, headedList, headedTable, headingsOf, rowsOf } from './headed.ts';
import {
  aboveIndex,
  bodyArea,
  columnIndex,
  headingArea,
  type Layout,
  parameterName,
  type TableLayout,
  tableOf,
} from './layout.ts';
import type { ColumnSpec } from './sheetSpec.ts';
import { BAR_COLOR } from './theme.ts';

/** Where a formula stands: which table, and which row of it; no row means all rows at once, from the heading on. */
export interface Position {
  readonly table?: TableLayout;
  readonly row?: number;
}

/** The formula as the host's dialect writes it. */
export function formula(expression: Expression, layout: Layout, position: Position): string {
  const body = unwrapped(print(expression, layout, position));
  return layout.dialect.computedColumns === 'array' && lifts(expression) ? `=ARRAYFORMULA(${body})` : `=${body}`;
}

/** Brackets around a whole formula are not kept by every host. */
function unwrapped(body: string): string {
  let open = 0;
  for (const { 0: sign, index } of body.matchAll(/"(?:[^"]|"")*"|[()]/g)) {
    if (sign === '(') open++;
    else if (sign === ')') open--;
    if (open === 0) return index === body.length - 1 && body.startsWith('(') ? body.slice(1, -1) : body;
  }
  return body;
}

/** A computed column, or a list, with its headings, for its first cell. */
export function headedFormula(
  { formula: each, spills }: ColumnSpec,
  table: TableLayout,
  headings: readonly string[],
  layout: Layout,
): string {
  if (spills) {
    const list = rowsOnly(spills.formula, layout, {});
    return layout.dialect.computedColumns === 'array' ? headedTable(headings, list) : headedList(headings, list);
  }
  if (!each) throw new RangeError(`nothing computes ${headings.join()}`);
  return headedColumn(headings[0] ?? '', table, print(each, layout, { table }));
}

function print(expression: Expression, layout: Layout, position: Position): string {
  switch (expression.is) {
    case 'value':
      return literal(expression.value);
    case 'words':
      return literal(expression.text[layout.language]);
    case 'parameter':
      return parameterName(layout, expression.key);
    case 'reference':
    case 'columnNamed':
      return expression.name;
    case 'column':
      return thisRow(expression.key, expression.key, layout, position);
    case 'columns':
      return thisRow(expression.from, expression.to, layout, position);
    case 'place':
      return place(position);
    case 'carried':
      return carried(expression.key, position);
    case 'columnOf':
      return wholeColumn(expression.table, expression.from, expression.to, layout);
    case 'above': {
      const table = tableOf(layout, expression.table);
      const area = bodyArea(table, expression.from, expression.to);
      return address({ ...area, row: aboveIndex(table, expression.row), rows: 1 }, 'all');
    }
    case 'kpi': {
      const args = expression.args.map(arg => (arg ? argument(arg, layout, position) : ''));
      return `${layout.dialect.functionName(expression.fn.name)}(${args.join(',')})`;
    }
    case 'builtin':
      return layout.dialect.computedColumns === 'array'
        ? overHeadings(expression, layout, position)
        : callOf(expression, layout, position);
    case 'operator':
      return `${operand(expression.left, layout, position)}${expression.operator}${operand(expression.right, layout, position)}`;
    case 'bar': {
      const figure = print(expression.figure, layout, position);
      return layout.dialect.drawsBars ? figure : sparkline(figure, expression.longest);
    }
    case 'blankAsZero':
      return print(expression.cells, layout, position);
  }
}

/** What a function of ours is given. */
function argument(arg: Expression, layout: Layout, position: Position): string {
  return layout.dialect.blanksAreZero ? blanksKept(arg, layout, position, []) : rowsOnly(arg, layout, position);
}

/**
 * Excel on the desktop hands a blank cell to a custom function as 0, which would be a legal figure: it is given an empty
 * text. Where a condition has looked at the cell, it has dealt with the blank.
 */
function blanksKept(arg: Expression, layout: Layout, position: Position, seen: readonly Expression[]): string {
  if (arg.is === 'builtin' && arg.name === 'IF') {
    const [condition, ...branches] = arg.args;
    const [test, now] = condition ? [print(condition, layout, position), [...seen, condition]] : ['', seen];
    return `IF(${[test, ...branches.map(branch => blanksKept(branch, layout, position, now))].join(',')})`;
  }
  const cells = print(arg, layout, position);
  return mayBeBlank(arg, layout) && !seen.some(condition => reads(condition, arg))
    ? `IF(${cells}="","",${cells})`
    : cells;
}

/** A bar to the left of 0 would have to be told from one to its right. */
function sparkline(figure: string, longest: number): string {
  return `SPARKLINE(MAX(0,${figure}),{"charttype","bar";"max",${longest};"color1","${BAR_COLOR}"})`;
}

type Call = Extract<Expression, { is: 'builtin' }>;

function callOf({ name, args }: Call, layout: Layout, position: Position): string {
  return `${name}(${args.map(arg => print(arg, layout, position)).join(',')})`;
}

/** An argument that has to come without the heading above its rows. */
function rowsOnly(arg: Expression, layout: Layout, position: Position): string {
  const text = print(arg, layout, position);
  if (layout.dialect.computedColumns !== 'array') return text;
  const rows = rowsOf(arg, layout, position.row === undefined ? position.table : undefined);
  return rows ? belowHeading(text, rows) : text;
}

/** Ranges begin at their headings, which built-in functions pass over where they are texts, but for these. */
function overHeadings(call: Call, layout: Layout, position: Position): string {
  const { name, args } = call;
  const [first, second] = args;
  const headings = headingsOf(first, layout);
  if (name === 'INDEX' && first && headings !== undefined && second && !isMatch(second)) {
    return `INDEX(${print(first, layout, position)},1+${operand(second, layout, position)})`;
  }
  if (
    name === 'COUNTIF' &&
    headings !== undefined &&
    second?.is === 'value' &&
    /^(<>|\?\*$)/.test(String(second.value))
  ) {
    return `(${callOf(call, layout, position)}-${name}(${headings},${print(second, layout, position)}))`;
  }
  // A heading may be called 2026: what it counts for is taken off.
  if ((name === 'SUM' || name === 'COUNT') && headings !== undefined && args.length === 1) {
    return `(${callOf(call, layout, position)}-${name}(${headings}))`;
  }
  if (!REDUCE.has(name)) return callOf(call, layout, position);
  return `${name}(${args.map(arg => rowsOnly(arg, layout, position)).join(',')})`;
}

function isColumn({ is }: Expression): boolean {
  return is === 'columnOf' || is === 'columnNamed';
}

/** The place that is found in a column with its heading is the one in another with its own. */
function isMatch(expression: Expression): boolean {
  return expression.is === 'builtin' && expression.name === 'MATCH';
}

function operand(expression: Expression, layout: Layout, position: Position): string {
  const text = print(expression, layout, position);
  return expression.is === 'operator' ? `(${text})` : text;
}

function literal(value: number | string | boolean): string {
  if (typeof value === 'string') return `"${value.replace(/"/g, '""')}"`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

function thisRow(from: string, to: string, layout: Layout, { table, row }: Position): string {
  if (!table) throw new RangeError('a formula outside a table has no row');
  if (row === undefined) return address(headingArea(table, from, to), 'rows');
  const area = bodyArea(table, from, to);
  if (!table.native) return address({ ...area, row: table.firstRow + row, rows: 1 });
  const first = headingOf(table, from, layout);
  return from === to
    ? `[@${bracketed(first)}]`
    : `${table.name}[@[${escaped(first)}]:[${escaped(headingOf(table, to, layout))}]]`;
}

/**
 * From the heading to its own cell, less that: both are there, whichever other row is deleted. A sum by a criterion
 * passes over errors, which are those of their own rows.
 */
function carried(key: string, { table, row }: Position): string {
  if (!table || row === undefined) throw new RangeError('only a formula of one row knows the rows above it');
  const { column } = headingArea(table, key);
  const heading = address({ row: table.headingRow, column, rows: 1, columns: 1 }, 'rows');
  const own = address({ row: table.firstRow + row, column, rows: 1, columns: 1 });
  return `CHOOSE({1;2},SUMIF(${heading}:${own},"<9E307")-SUMIF(${own},"<9E307"),${own})`;
}

/** Rows below the headings: the same text in every row, as a table's column needs it. */
function place({ table, row }: Position): string {
  if (!table) throw new RangeError('a formula outside a table has no row');
  const [first] = table.spec.columns;
  const own = row === undefined && first ? address(headingArea(table, first.key), 'rows') : '';
  return `(ROW(${own})-ROW(${address({ row: table.headingRow, column: 0, rows: 1, columns: 1 }, 'all')}))`;
}

function wholeColumn(tableKey: string, from: string, to: string, layout: Layout): string {
  const table = tableOf(layout, tableKey);
  if (layout.dialect.computedColumns === 'array' && !table.spec.headless) {
    return address(headingArea(table, from, to), 'all');
  }
  if (!table.native) return address(bodyArea(table, from, to), 'all');
  const first = headingOf(table, from, layout);
  return from === to
    ? structuredReference(table, from, layout)
    : `${table.name}[[${escaped(first)}]:[${escaped(headingOf(table, to, layout))}]]`;
}

function headingOf(table: TableLayout, key: string, layout: Layout): string {
  return table.spec.columns[columnIndex(table, key)]?.label[layout.language] ?? key;
}

/** Structured references escape these signs with an apostrophe. */
function escaped(heading: string): string {
  return heading.replace(/[[\]#'@]/g, "'$&");
}

function bracketed(heading: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(heading) ? heading : `[${escaped(heading)}]`;
}

/** All cells of a column of a host's table as its structured reference. */
export function structuredReference(table: TableLayout, key: string, layout: Layout): string {
  return structured(table.name, headingOf(table, key, layout));
}

/** All cells below a heading of a table. */
export function structured(table: string, heading: string): string {
  return `${table}[${escaped(heading)}]`;
}

/** Built-in functions that give one figure of all the cells that they are given. */
const REDUCE: ReadonlySet<Builtin> = new Set(['SUM', 'AVERAGE', 'MAX', 'MIN', 'COUNT', 'SUMPRODUCT']);

/** Built-in functions that take ranges as they are; all others work on one cell, or cell by cell. */
const TAKE_RANGES: ReadonlySet<Builtin> = new Set([
  ...REDUCE,
  'SUMIF',
  'COUNTIF',
  'SUMIFS',
  'COUNTIFS',
  'MAXIFS',
  'MINIFS',
  'INDEX',
  'MATCH',
]);

/**
 * Whether a cell's own formula computes something cell by cell over a range, as IF does to filter one: Google
 * Sheets does so inside ARRAYFORMULA only.
 */
function lifts(expression: Expression): boolean {
  switch (expression.is) {
    case 'operator':
      return [expression.left, expression.right].some(side => isRange(side) || lifts(side));
    case 'builtin':
      return expression.args.some(arg => lifts(arg) || (!TAKE_RANGES.has(expression.name) && isRange(arg)));
    case 'kpi':
      return expression.args.some(arg => arg !== undefined && lifts(arg));
    case 'blankAsZero':
      return lifts(expression.cells);
    default:
      return false;
  }
}

function isRange(expression: Expression): boolean {
  if (expression.is === 'blankAsZero') return isRange(expression.cells);
  if (expression.is === 'above') return expression.from !== expression.to;
  return isColumn(expression);
}
