import type { Matrix } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import type { Dialect } from './dialect.ts';
import { builtin, type Expression, operator, PLACE, value } from './expression.ts';
import type { ChartKind, Light, Rule } from './op.ts';

export type Literal = number | string | boolean | null;

/** How a figure is shown. */
export type Format =
  | 'text'
  | 'number'
  | 'integer'
  /** A place in an order: first, second, third. */
  | 'rank'
  | 'money'
  | 'cents'
  | 'wan'
  | 'yi'
  | 'percent'
  | 'points'
  | 'factor'
  | 'date'
  | 'month'
  | 'check'
  /** A bar of the host's own, as long as the figure: a share of something. */
  | 'bar';

/**
 * What a template says: blocks and columns by meaning. It knows no cell address and no host. From top to bottom a
 * sheet has a title, a line that says what to fill in, a strip of parameters, and tables, each with its totals
 * above its headings, so that rows can be added below without end.
 */
export interface SheetSpec {
  readonly template: string;
  /** The template's, kept in the sheet. */
  readonly version?: number;
  /** The name of the sheet; a number is added where it is taken. */
  readonly name: Text;
  /** Prefix of the names it defines, in ASCII: Tracker gives Tracker_AsOf. */
  readonly prefix: string;
  readonly title: string;
  readonly subtitle: Text;
  /** What of its form no cell tells: kept with the sheet, for the one that follows it. */
  readonly form?: Readonly<Record<string, string>>;
  readonly parameters: readonly ParameterSpec[];
  /** Names of other sheets that its formulas read, with sample cells for the preview. */
  readonly needs?: readonly Need[];
  readonly tables: readonly TableSpec[];
  readonly orientation: 'portrait' | 'landscape';
  /** Printed on one page, however long: else it is as wide as one. */
  readonly onePage?: boolean;
  /** How many leading columns stay in sight. */
  readonly frozenColumns: number;
}

/** What a sheet reads from another template's sheet. */
export interface Need {
  /** The template that defines the names. */
  readonly template: string;
  readonly names: Readonly<Record<string, Matrix>>;
}

export interface ParameterSpec {
  /** PascalCase: part of the cell's name in the workbook. */
  readonly key: string;
  readonly label: Text;
  readonly format: Format;
  readonly value: Literal | Expression;
  /** A blank says something of its own. */
  readonly optional?: boolean;
  readonly rule?: Rule;
  readonly note?: Text;
}

export interface TableSpec {
  /** PascalCase: part of the table's name in the workbook. */
  readonly key: string;
  readonly title?: Text;
  readonly columns: readonly ColumnSpec[];
  /**
   * What stands in each row, by column key. A formula here is for a row that is not like the others; a table with one
   * is no table of the host, which would write it into the whole column.
   */
  readonly rows: readonly Readonly<Record<string, Literal | Expression>>[];
  /** How the figures of each row are shown in the columns that are `formattedByRow`. */
  readonly rowFormats?: readonly Format[];
  /** Charts in a band above the table, side by side. */
  readonly charts?: readonly ChartSpec[];
  /** A short table of settings below the sheet's own: its headings need not stay in sight. */
  readonly appendix?: boolean;
  /** Key figures: one row of large figures under small labels. */
  readonly headline?: boolean;
  /** No headings of its own: the spilled table brings them. */
  readonly headless?: boolean;
  /** Empty rows, ready to be filled in, where the host's tables do not grow by themselves. */
  readonly spare: number;
  readonly above: readonly AboveRow[];
}

export interface ChartSpec {
  readonly kind: ChartKind;
  readonly title: Text;
  /** The table whose columns are drawn, where it is not the one below. */
  readonly table?: string;
  readonly categories: string;
  readonly series: readonly string[];
}

export interface ColumnSpec {
  readonly key: string;
  readonly label: Text;
  readonly format: Format;
  /** None for a column that is typed in. */
  readonly formula?: Expression;
  /** Words that the template brings, such as the names of figures: nothing to type in. */
  readonly fixed?: boolean;
  /** A formula of built-in functions that no array formula can express: one a row in every host. */
  readonly eachRow?: boolean;
  /** Its formulas are a suggestion that people may write over: they are not missed. */
  readonly suggested?: boolean;
  readonly formattedByRow?: boolean;
  /** Of a column of bars: the figure that fills the cell. */
  readonly longest?: number;
  /** PascalCase: its cells get a name in the workbook, so that other sheets can read them. */
  readonly named?: string;
  /** A short word beside figures, such as a grade; what has lights is centred where nothing else is said. */
  readonly centred?: boolean;
  /** Long texts break into lines. */
  readonly wrap?: boolean;
  /**
   * One formula for this column and so many more to its right, whose result spills over all rows. Where it is made of
   * the rows of its own table, each row can take its own part of it: `rows` says how many do, if not all, and `row`,
   * where there is a shorter way, what is made of one row alone, and at which place it stands there.
   */
  readonly spills?: {
    readonly formula: Expression;
    readonly columns: number;
    readonly rows?: number;
    readonly row?: { readonly formula: Expression; readonly at: number };
  };
  /** May be left blank. */
  readonly optional?: boolean;
  /** This column is filled by the spill of one to its left. */
  readonly spilled?: boolean;
  readonly rule?: Rule;
  readonly lights?: readonly Light[];
  /** What the heading's note says: the definition of a computed column. */
  readonly note?: Text;
  readonly width?: number;
}

/** A row above the headings: totals, checks (differences that have to be 0), remarks, weights of the columns. */
export interface AboveRow {
  readonly key: string;
  readonly label: Text;
  readonly role: 'total' | 'check' | 'note' | 'input';
  readonly format?: Format;
  readonly cells: Readonly<Record<string, Expression | Literal>>;
  /** PascalCase names for some of its cells, by column key. */
  readonly named?: Readonly<Record<string, string>>;
}

export function isExpression(cell: Literal | Expression | undefined): cell is Expression {
  return typeof cell === 'object' && cell !== null;
}

export function isComputed(column: ColumnSpec): boolean {
  return column.formula !== undefined || column.spills !== undefined || column.spilled === true;
}

/**
 * Whether this column's formula stands in its heading, or the column is filled from another's heading: in a host that
 * computes whole columns every one, elsewhere those of lists, which no row's formula makes.
 */
export function hasComputedHeading(
  table: TableSpec,
  column: ColumnSpec,
  { computedColumns }: Pick<Dialect, 'computedColumns'>,
): boolean {
  const { formula, spills, spilled, eachRow } = column;
  if (table.headless) return false;
  if (spills !== undefined || spilled === true)
    return computedColumns === 'array' || partOf(table, column) === undefined;
  return computedColumns === 'array' && formula !== undefined && !eachRow;
}

/**
 * A host's table grows by itself. In it nothing spills, and each column has one formula in all of its rows: a block
 * with a formula for some of its rows cannot be one (docs/hosts.md).
 */
export function canBeTable(table: TableSpec): boolean {
  const { headless, columns, rows } = table;
  if (headless || columns.some(column => (column.spills || column.spilled) && !partOf(table, column))) return false;
  return !rows.some(row => Object.values(row).some(isExpression));
}

/**
 * What a column's cell takes of a formula over all rows, where those are the rows of its own table; undefined where
 * the formula makes a table of other cells, as a leaderboard does.
 */
export function partOf(table: TableSpec, column: ColumnSpec): Expression | undefined {
  const index = table.columns.indexOf(column);
  let start = index;
  while (table.columns[start]?.spilled) start--;
  const spills = table.columns[start]?.spills;
  if (!spills || table.headless || !readsRows(spills.formula, table.key)) return undefined;
  const place = spills.row ? value(spills.row.at) : PLACE;
  const part = partAt(
    spills.row?.formula ?? spills.formula,
    spills.columns > 1 ? [place, value(index - start + 1)] : [place],
  );
  return spills.rows === undefined ? part : builtin('IF', operator(PLACE, '>', value(spills.rows)), value(''), part);
}

/** A condition holds for all rows; what it lets through is taken apart. */
function partAt(expression: Expression, at: readonly Expression[]): Expression {
  if (expression.is === 'value') return expression;
  if (expression.is === 'builtin' && expression.name === 'IF') {
    const [condition, ...branches] = expression.args;
    if (condition) return builtin('IF', condition, ...branches.map(branch => partAt(branch, at)));
  }
  return builtin('INDEX', expression, ...at);
}

function readsRows(expression: Expression, table: string): boolean {
  switch (expression.is) {
    case 'columnOf':
      return expression.table === table;
    case 'blankAsZero':
      return readsRows(expression.cells, table);
    case 'operator':
      return readsRows(expression.left, table) || readsRows(expression.right, table);
    case 'kpi':
    case 'builtin':
      return expression.args.some(arg => arg !== undefined && readsRows(arg, table));
    default:
      return false;
  }
}

/** Whether a cell is computed, in a column or by its row. */
export function isComputedCell(table: TableSpec, column: ColumnSpec, row: number): boolean {
  return isComputed(column) || column.fixed === true || isExpression(table.rows[row]?.[column.key]);
}

export function formatOf(table: TableSpec, column: ColumnSpec, row: number): Format {
  // The headings that a spilled table brings may be numbers, as a cohort's periods are.
  if (table.headless && row === 0) return 'text';
  return (column.formattedByRow ? table.rowFormats?.[row] : undefined) ?? column.format;
}
