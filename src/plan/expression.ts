import type { KpiFunction } from '../kernel/function.ts';
import { languageCodes, say, type Text } from '../kernel/text.ts';

/**
 * What a template means by a formula. It names function definitions, columns and parameters, never cells;
 * `print` writes it for a host, and `evaluate` computes it without one.
 */
export type Expression =
  | { readonly is: 'value'; readonly value: number | string | boolean }
  /** What the sheet says in its own language. */
  | { readonly is: 'words'; readonly text: Text }
  /** This row's cell in a column of the same table. */
  | { readonly is: 'column'; readonly key: string }
  /** This row's cells in neighbouring columns of the same table. */
  | { readonly is: 'columns'; readonly from: string; readonly to: string }
  /** This row's cell in a column, under the sum of those above it: two cells, one over the other. */
  | { readonly is: 'carried'; readonly key: string }
  /** Which row of its table this is, counted from 1: whoever sorts or deletes rows does not change the order of these. */
  | { readonly is: 'place' }
  /** All rows of a column, or of neighbouring columns, of a table. */
  | { readonly is: 'columnOf'; readonly table: string; readonly from: string; readonly to: string }
  /** The cells of a row that stands above a table's headings. */
  | { readonly is: 'above'; readonly table: string; readonly row: string; readonly from: string; readonly to: string }
  /** A cell of the parameter strip, by its name. */
  | { readonly is: 'parameter'; readonly key: string }
  /** A cell that another sheet has given a name; `SheetSpec.needs` says which. */
  | { readonly is: 'reference'; readonly name: string }
  /** All rows of another sheet's column, by its name. */
  | { readonly is: 'columnNamed'; readonly name: string }
  | { readonly is: 'kpi'; readonly fn: KpiFunction; readonly args: readonly (Expression | undefined)[] }
  | { readonly is: 'builtin'; readonly name: Builtin; readonly args: readonly Expression[] }
  | { readonly is: 'operator'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  /** Cells that a function of ours is given as the host hands them over, be a blank among them 0. */
  | { readonly is: 'blankAsZero'; readonly cells: Expression }
  /** A figure as a bar in its cell, which a figure of `longest` fills: drawn by a rule of the host, or by its function. */
  | { readonly is: 'bar'; readonly figure: Expression; readonly longest: number };

/** Built-in functions that every spreadsheet has, and that `evaluate` knows. */
export const BUILTINS = [
  'SUM',
  'AVERAGE',
  'MAX',
  'MIN',
  'COUNT',
  'SUMIF',
  'COUNTIF',
  'SUMIFS',
  'COUNTIFS',
  'MAXIFS',
  'MINIFS',
  'SUMPRODUCT',
  'IF',
  'IFERROR',
  'ABS',
  'ROUND',
  'INDEX',
  'MATCH',
  'SUBSTITUTE',
  'DATE',
  'YEAR',
  'MONTH',
  'DAY',
] as const;
export type Builtin = (typeof BUILTINS)[number];
export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&';

export const value = (literal: number | string | boolean): Expression => ({ is: 'value', value: literal });
export const words = (en: string, zh: string): Expression => ({ is: 'words', text: say(en, zh) });
/** The sheet's own, as our functions are told it. */
export const LANGUAGE: Expression = { is: 'words', text: languageCodes() };
export const column = (key: string): Expression => ({ is: 'column', key });
export const columns = (from: string, to: string): Expression => ({ is: 'columns', from, to });
export const carried = (key: string): Expression => ({ is: 'carried', key });
export const PLACE: Expression = { is: 'place' };
export const columnOf = (table: string, from: string, to = from): Expression => ({ is: 'columnOf', table, from, to });
export const above = (table: string, row: string, from: string, to = from): Expression => ({
  is: 'above',
  table,
  row,
  from,
  to,
});
export const parameter = (key: string): Expression => ({ is: 'parameter', key });
export const reference = (name: string): Expression => ({ is: 'reference', name });
export const columnNamed = (name: string): Expression => ({ is: 'columnNamed', name });
export const blankAsZero = (cells: Expression): Expression => ({ is: 'blankAsZero', cells });
export const bar = (figure: Expression, longest: number): Expression => ({ is: 'bar', figure, longest });
export const builtin = (name: Builtin, ...args: readonly Expression[]): Expression => ({ is: 'builtin', name, args });
export const operator = (left: Expression, sign: Operator, right: Expression): Expression => ({
  is: 'operator',
  operator: sign,
  left,
  right,
});

/** A call of one of our functions, its arguments by parameter name. */
export function kpi<Name extends string>(
  fn: KpiFunction<Name>,
  given: Readonly<Partial<Record<NoInfer<Name>, Expression | string | number>>>,
): Expression {
  const args = fn.parameters.map(({ name }): Expression | undefined => {
    const arg = given[name];
    return typeof arg === 'string' || typeof arg === 'number' ? value(arg) : arg;
  });
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return { is: 'kpi', fn, args };
}

/** Blank where the cell is blank, else the expression. */
export function unlessBlank(cell: Expression, expression: Expression): Expression {
  return builtin('IF', operator(cell, '=', value('')), value(''), expression);
}
