import type { KpiFunction } from './function.ts';
import type { Texts } from './native.ts';

/** What twins in SQL need of an engine. */
export interface SqlWords {
  /** A binary number, for a ratio. */
  double(value: string): string;
  /** Whole days from one date to another. */
  days(from: string, to: string): string;
}

/**
 * A function's twin in SQL: of single values an expression, of lists an aggregate over columns. What is no number with
 * us is NULL; bounds are the table's own matter. It stands beside the function as `sql`.
 */
export interface SqlTwin<Name extends string = string> {
  /** Writes the twin; an argument that is left out is its default, or '' without one. */
  print(text: Texts<Name>, words: SqlWords): string;
}

export type Sql<Fn> = Fn extends KpiFunction<infer Name> ? SqlTwin<Name> : never;

/** The rows for which a test holds. */
export function rowsWhere(test: string): string {
  return `SUM(CASE WHEN ${test} THEN 1 ELSE 0 END)`;
}

/** NULL by nothing. */
export function ratioOf(part: string, whole: string, words: SqlWords): string {
  return `${words.double(part)} / NULLIF(${whole}, 0)`;
}

export function nullIf(test: string, value: string): string {
  return `CASE WHEN ${test} THEN NULL ELSE ${value} END`;
}
