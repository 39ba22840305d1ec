import type { Text } from '../kernel/text.ts';
import type { Expression } from './expression.ts';
import type { Light, Rule } from './op.ts';

export type Literal = number | string | boolean | null;

/** How a figure is shown. */
export type Format = 'text' | 'number' | 'integer' | 'money' | 'cents' | 'percent' | 'factor' | 'date' | 'check';

/**
 * What a template says: blocks and columns by meaning. It knows no cell address and no host. From top to bottom a
 * sheet has a title, a line that says what to fill in, a strip of parameters, and tables, each with its totals
 * above its headings, so that rows can be added below without end.
 */
export interface SheetSpec {
  readonly template: string;
  /** The name of the sheet; a number is added where it is taken. */
  readonly name: Text;
  /** Prefix of the names it defines, in ASCII: Tracker gives Tracker_AsOf. */
  readonly prefix: string;
  readonly title: string;
  readonly subtitle: Text;
  readonly parameters: readonly ParameterSpec[];
  readonly tables: readonly TableSpec[];
  readonly orientation: 'portrait' | 'landscape';
  /** How many leading columns stay in sight. */
  readonly frozenColumns: number;
}

export interface ParameterSpec {
  /** PascalCase: part of the cell's name in the workbook. */
  readonly key: string;
  readonly label: Text;
  readonly format: Format;
  readonly value: Literal | Expression;
  readonly rule?: Rule;
  readonly note?: Text;
}

export interface TableSpec {
  /** PascalCase: part of the table's name in the workbook. */
  readonly key: string;
  readonly title?: Text;
  readonly columns: readonly ColumnSpec[];
  /** The literal cells of each row, by column key. */
  readonly rows: readonly Readonly<Record<string, Literal>>[];
  /** Empty rows, ready to be filled in, where the host's tables do not grow by themselves. */
  readonly spare: number;
  readonly above: readonly AboveRow[];
}

export interface ColumnSpec {
  readonly key: string;
  readonly label: Text;
  readonly format: Format;
  /** None for a column that is typed in. */
  readonly formula?: Expression;
  /** One formula for this column and so many more to its right, whose result spills over all rows. */
  readonly spills?: { readonly formula: Expression; readonly columns: number };
  /** This column is filled by the spill of one to its left. */
  readonly spilled?: boolean;
  readonly rule?: Rule;
  readonly lights?: readonly Light[];
  /** What the heading's note says: the definition of a computed column. */
  readonly note?: Text;
  readonly width?: number;
}

/** A row above the headings: totals, checks, weights of the columns. */
export interface AboveRow {
  readonly key: string;
  readonly label: Text;
  readonly role: 'total' | 'check' | 'input';
  readonly format?: Format;
  readonly cells: Readonly<Record<string, Expression | Literal>>;
}

export function isExpression(cell: Literal | Expression | undefined): cell is Expression {
  return typeof cell === 'object' && cell !== null;
}

export function isComputed(column: ColumnSpec): boolean {
  return column.formula !== undefined || column.spills !== undefined || column.spilled === true;
}

/** A host's table grows by itself; one with a spilled column cannot be a table there. */
export function canBeTable(table: TableSpec): boolean {
  return !table.columns.some(column => column.spills || column.spilled);
}
