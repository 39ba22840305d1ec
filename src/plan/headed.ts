import { address } from './address.ts';
import { sheetsDialect } from './dialect.ts';
import type { Expression } from './expression.ts';
import { headingArea, type Layout, namesBeginAtHeadings, type TableLayout, tableOf } from './layout.ts';
import type { Area } from './op.ts';
import { hasComputedHeading } from './sheetSpec.ts';

/**
 * Where a host computes whole columns, the formula of a column stands in its heading, and its ranges begin there: rows
 * can be deleted, sorted and put in anywhere below, and no row holds what the others need. Of functions that take rows
 * as they are, the heading's own row is kept away:
 *
 *   =ARRAYFORMULA(IF(ROW(A$7:A$9)=ROW(A$7),"Achievement",KPI_ACHIEVEMENT(IF(ROW(A$7:A$9)=ROW(A$7),"",B$7:B$9),…)))
 *   =VSTACK("Target",KPI_SPLIT(…,FILTER($B$7:$B$9,ROW($A$7:$A$9)>ROW($A$7))))
 *
 * The names of columns begin there, too, so that other sheets read the same rows:
 *
 *   =KPI_LEADERBOARD(FILTER(Tracker_Person,ROW(Tracker_Person)>MIN(ROW(Tracker_Person))),…)
 */
export type HeadedRows = TableRows | { readonly name: string };

interface TableRows {
  readonly table: TableLayout;
  /** A figure for each row of the table in which the formula stands. */
  readonly own: boolean;
}

/** A formula that gives a figure for each row, below its heading. */
export function headedColumn(heading: string, table: TableLayout, body: string): string {
  return `=ARRAYFORMULA(IF(${inHeading({ table, own: true })},${quoted(heading)},${body}))`;
}

/** A formula that gives a list or a table, below its headings. */
export function headedTable(headings: readonly string[], body: string): string {
  if (headings.length === 1) return `=ARRAYFORMULA(VSTACK(${inOneRow(headings)},${body}))`;
  // A single cell in place of a table, such as a blank, is filled up with #N/A.
  return `=ARRAYFORMULA(IFNA(VSTACK(${inOneRow(headings)},${body}),""))`;
}

/** The same in Excel, which has no VSTACK before 2024. */
export function headedList(headings: readonly string[], body: string): string {
  return `=KPI.WITH_HEADINGS(${inOneRow(headings)},${body})`;
}

function inOneRow(headings: readonly string[]): string {
  const texts = headings.map(quoted).join(',');
  return headings.length === 1 ? texts : `{${texts}}`;
}

/** What a function of ours is given: a blank in the heading's row, or the rows below it alone. */
export function belowHeading(cells: string, rows: HeadedRows): string {
  if ('name' in rows) return `FILTER(${cells},ROW(${rows.name})>MIN(ROW(${rows.name})))`;
  return rows.own ? `IF(${inHeading(rows)},"",${cells})` : `FILTER(${cells},${rowsBeside(rows)}>${headingRow(rows)})`;
}

function inHeading(rows: TableRows): string {
  return `${rowsBeside(rows)}=${headingRow(rows)}`;
}

function rowsBeside({ table, own }: TableRows): string {
  return `ROW(${address(besideArea(table), own ? 'rows' : 'all')})`;
}

function headingRow({ table, own }: TableRows): string {
  return `ROW(${address({ ...besideArea(table), rows: 1 }, own ? 'rows' : 'all')})`;
}

/** Rows are counted by a column that no such formula fills, where there is one. */
function besideArea(table: TableLayout): Area {
  const { columns } = table.spec;
  const typed = columns.find(column => !hasComputedHeading(table.spec, column, sheetsDialect)) ?? columns[0];
  return headingArea(table, typed?.key ?? '');
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** Over which rows an expression gives a figure each, the heading's among them; undefined where it gives one figure. */
export function rowsOf(expression: Expression, layout: Layout, own: TableLayout | undefined): HeadedRows | undefined {
  const of = (part: Expression | undefined): HeadedRows | undefined => part && rowsOf(part, layout, own);
  const first = (parts: readonly (Expression | undefined)[]): HeadedRows | undefined => {
    for (const part of parts) {
      const rows = of(part);
      if (rows) return rows;
    }
    return undefined;
  };
  switch (expression.is) {
    case 'column':
    case 'columns':
    case 'place':
      return own && { table: own, own: true };
    case 'columnOf': {
      const table = tableOf(layout, expression.table);
      return table.spec.headless ? undefined : { table, own: false };
    }
    case 'columnNamed':
      return namesBeginAtHeadings(layout, prefixOf(expression.name)) ? { name: expression.name } : undefined;
    case 'blankAsZero':
      return of(expression.cells);
    case 'operator':
      return first([expression.left, expression.right]);
    case 'kpi': {
      // Of other tables' rows the heading's is gone already.
      const rows = expression.fn.kind === 'map' ? first(expression.args) : undefined;
      return rows && 'own' in rows && rows.own ? rows : undefined;
    }
    case 'builtin':
      return first(expression.args.filter((_, index) => givesRows(expression.name, index)));
    default:
      return undefined;
  }
}

/** The cells of a column, or of neighbouring ones, that are headings; undefined where there are none. */
export function headingsOf(expression: Expression | undefined, layout: Layout): string | undefined {
  if (expression?.is === 'columnNamed')
    return namesBeginAtHeadings(layout, prefixOf(expression.name)) ? `INDEX(${expression.name},1)` : undefined;
  if (expression?.is !== 'columnOf') return undefined;
  const table = tableOf(layout, expression.table);
  if (table.spec.headless) return undefined;
  return address({ ...headingArea(table, expression.from, expression.to), rows: 1 }, 'all');
}

/** Tracker of Tracker_Person, as templates call it. */
function prefixOf(name: string): string {
  return name.slice(0, name.indexOf('_'));
}

/** Whether a built-in function gives a figure for each row of this argument. */
function givesRows(name: string, index: number): boolean {
  switch (name) {
    case 'SUM':
    case 'AVERAGE':
    case 'MAX':
    case 'MIN':
    case 'COUNT':
    case 'INDEX':
    case 'SUMIFS':
    case 'MAXIFS':
    case 'MINIFS':
    case 'SUMPRODUCT':
      return false;
    case 'SUMIF':
    case 'COUNTIF':
      return index === 1;
    case 'COUNTIFS':
      return index % 2 === 1;
    case 'MATCH':
      return index === 0;
    default:
      return true;
  }
}
