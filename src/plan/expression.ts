import type { KpiFunction } from '../kernel/function.ts';

/**
 * What a template means by a formula. It names function definitions, columns and parameters, never cells;
 * a dialect prints it for a host, and `evaluate` computes it without one.
 */
export type Expression =
  | { readonly is: 'value'; readonly value: number | string | boolean }
  /** This row of a column of the same table (a whole column, inside an aggregate). */
  | { readonly is: 'column'; readonly key: string }
  /** All rows of a column of the table with this key. */
  | { readonly is: 'columnOf'; readonly table: string; readonly key: string }
  /** All rows of some neighbouring columns of this table, from the first to the last. */
  | { readonly is: 'columnsOf'; readonly table: string; readonly from: string; readonly to: string }
  /** This row's cells in some neighbouring columns. */
  | { readonly is: 'columns'; readonly from: string; readonly to: string }
  /** A cell of the parameter block, by its name. */
  | { readonly is: 'parameter'; readonly key: string }
  | { readonly is: 'kpi'; readonly fn: KpiFunction; readonly args: readonly (Expression | undefined)[] }
  | { readonly is: 'builtin'; readonly name: Builtin; readonly args: readonly Expression[] }
  | { readonly is: 'operator'; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

/** Built-in functions that every spreadsheet has, and that `evaluate` knows. */
export type Builtin = 'SUM' | 'SUMIF' | 'IF' | 'ABS' | 'COUNTIF' | 'ROUND' | 'AND' | 'OR' | 'IFERROR';
export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&';

export const value = (literal: number | string | boolean): Expression => ({ is: 'value', value: literal });
export const column = (key: string): Expression => ({ is: 'column', key });
export const columnOf = (table: string, key: string): Expression => ({ is: 'columnOf', table, key });
export const columnsOf = (table: string, from: string, to: string): Expression => ({
  is: 'columnsOf',
  table,
  from,
  to,
});
export const columns = (from: string, to: string): Expression => ({ is: 'columns', from, to });
export const parameter = (key: string): Expression => ({ is: 'parameter', key });
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
  given: Readonly<Partial<Record<Name, Expression>>>,
): Expression {
  const args = fn.parameters.map(({ name }) => given[name]);
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  return { is: 'kpi', fn, args };
}

/**
 * A blank cell as an empty text: Excel on the desktop hands a blank cell to a custom function as 0, which would
 * be a legal figure.
 */
export function blankKept(expression: Expression): Expression {
  return builtin('IF', operator(expression, '=', value('')), value(''), expression);
}
